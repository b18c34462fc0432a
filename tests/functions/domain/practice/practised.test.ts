import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Employment } from '../../../../functions/domain/people/employment.ts';
import type { Stamped } from '../../../../functions/domain/practice/journal.ts';
import {
  type DoneByDay,
  doneInBatch,
  doneInResult,
  withDone,
  yearsOf,
} from '../../../../functions/domain/practice/practised.ts';
import { line, result } from '../statistics/results.ts';

const answer = (at: string): Stamped => ({
  ...{ kind: 'answer', at, question: 'jc04-001', version: 1, profile: 'official-1' },
  ...{ picked: ['A'], earned: 2, possible: 2 },
});
const CAME = '2026-03-10T04:00:00.000Z';

describe('a batch of the journal', () => {
  it('comes to its answers, by the day in China on which each was given', () => {
    const entries: Stamped[] = [
      answer('2026-03-09T15:59:59.999Z'),
      answer('2026-03-09T16:00:00.000Z'),
      answer('2026-03-10T01:00:00.000Z'),
      { kind: 'note', at: '2026-03-10T01:00:00.000Z', question: 'jc04-001', text: '记' },
    ];
    expect(doneInBatch({ entries }, CAME)).toEqual({
      '2026-03-09': { q: 1, k: 0, x: 0, p: 0 },
      '2026-03-10': { q: 2, k: 0, x: 0, p: 0 },
    });
  });

  it.each([
    ['the year before stays where it was', '2025-01-01T04:00:00.000Z', '2025-01-01'],
    ['a clock that was never set counts on the day it came', '2000-01-01T00:00:00.000Z', '2026-03-10'],
    ['a clock that is ahead counts on the day it came', '2099-12-31T00:00:00.000Z', '2026-03-10'],
  ])('of %s', (_, at, day) => {
    expect(Object.keys(doneInBatch({ entries: [answer(at)] }, CAME))).toEqual([day]);
  });
});

describe('a mock paper', () => {
  const done = (change: Parameters<typeof result>[0]) => doneInResult(result(change));

  it('comes to its marks on the day of its end', () => {
    const lines = [line(), line({ n: 2, verdict: 'wrong', earned: 0 })];
    expect(done({ lines, endedAt: '2026-03-01T17:00:00.000Z' })).toEqual({ '2026-03-02': { q: 0, k: 1, x: 2, p: 4 } });
  });

  it('comes to nothing when it was offline, voided, or opened and left', () => {
    expect([done({ offline: true }), done({ state: 'voided' })]).toEqual([{}, {}]);
    expect(done({ lines: [line({ picked: [], verdict: 'blank', earned: 0 })] })).toEqual({});
  });

  it('counts without marks as long as answers in words wait for theirs', () => {
    const lines = [line({ picked: [], verdict: 'unmarked', earned: 0, possible: 40 })];
    expect(done({ lines, marking: 'waiting' })).toEqual({ '2026-03-01': { q: 0, k: 1, x: 0, p: 0 } });
  });
});

describe('a year of practice', () => {
  const work = (unit: string, from: string, to?: string): Employment => ({
    ...{ unit, post: 'social-worker', established: false, from, ...(to && { to }) },
  });
  const empty = { year: '2026', days: [] };
  const done = { q: 3, k: 1, x: 4, p: 10 };

  it('puts each day where the person then worked', () => {
    const employments = [work('a', '2025-01-01', '2026-02-01'), work('b', '2026-01-10')];
    const days = ['2026-01-09', '2026-01-10', '2026-02-01'];
    const put = withDone(empty, { done: days.map((day) => ({ [day]: done })), undone: [] }, employments);
    expect(put.map(({ day, units }) => [day, units])).toEqual([
      ['2026-01-09', ['a']],
      ['2026-01-10', ['a', 'b']],
      ['2026-02-01', ['b']],
    ]);
    expect(put[0]).toMatchObject(done);
  });

  it('leaves other years alone, and knows which there are', () => {
    const both: DoneByDay = { '2025-12-31': done, '2026-01-01': done };
    expect(yearsOf(both, {})).toEqual(['2025', '2026']);
    expect(withDone(empty, { done: [both], undone: [] }, []).map(({ day }) => day)).toEqual(['2026-01-01']);
  });

  it('is the same whatever order things are done and undone in, and nothing when all is undone', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-03-${String(n).padStart(2, '0')}`);
    const small = fc.nat(9);
    const anyDone = fc.dictionary(day, fc.record({ q: small, k: small, x: small, p: small }), { maxKeys: 4 });
    fc.assert(
      fc.property(fc.array(anyDone, { maxLength: 6 }), (all) => {
        const at = (done: readonly DoneByDay[], undone: readonly DoneByDay[] = [], from = empty) =>
          withDone(from, { done, undone }, []);
        const whole = at(all);
        const parts = all.reduceRight((held, one) => ({ ...empty, days: at([one], [], held) as never[] }), empty);
        expect(parts.days).toEqual(whole);
        expect(at([], all, { ...empty, days: whole as never[] })).toEqual([]);
      }),
    );
  });
});
