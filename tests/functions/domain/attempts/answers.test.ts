import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answered, madeAt, merged, seqAt, verdictOf } from '../../../../functions/domain/attempts/answers.ts';
import type { Attempt } from '../../../../functions/domain/attempts/attempt.ts';
import { instantOf, msOf } from '../../../../functions/domain/time.ts';

const startedAt = '2026-05-01T01:00:00.000Z';
const DEADLINE_MS = 30 * 60_000;
const GRACE_MS = 120_000;
const at = (ms: number) => instantOf(msOf(startedAt) + ms);

const attempt: Attempt = {
  ...{
    id: 'attempt-1',
    person: 'person-1',
    subject: 'law-and-policy',
    form: 'short',
    blueprint: 'short-1',
    mode: 'relaxed',
  },
  ...{ factor: 100, seed: 1, shuffle: false, profile: 'official-1', questions: 25, graceMs: GRACE_MS, startedAt },
  ...{
    deadline: at(DEADLINE_MS),
    pausedMs: 0,
    state: 'open',
    holder: { device: 'phone-01', since: startedAt },
    version: 1,
  },
};

function change(over: Partial<Answered> = {}): Answered {
  return {
    n: 1,
    seq: 1000,
    device: 'phone-01',
    receivedAt: at(1500),
    picked: ['A'],
    flagged: false,
    spentS: 3,
    ...over,
  };
}

describe('merging', () => {
  const changes = fc.array(
    fc.record({ n: fc.integer({ min: 1, max: 5 }), seq: fc.nat(50), device: fc.constantFrom('desk-0001', 'phone-01') }),
    { maxLength: 40 },
  );

  it('gives the same whatever the order, and however often each change comes', () => {
    fc.assert(
      fc.property(changes, fc.infiniteStream(fc.nat()), (list, chance) => {
        // Two changes of one device never share a number.
        const unique = [...new Map(list.map((one) => [`${one.n} ${one.seq} ${one.device}`, change(one)])).values()];
        const again = [...unique, ...unique].map((one) => ({ one, key: chance.next().value }));
        const mixed = again.sort((a, b) => a.key - b.key).map(({ one }) => one);
        expect(merged(mixed)).toEqual(merged(unique));
        expect(merged([...merged(unique.slice(0, 7)), ...unique.slice(7)])).toEqual(merged(unique));
      }),
    );
  });

  it('lets the highest number win, and of equal ones the device that sorts last', () => {
    const [a, b, c] = [change({ seq: 5 }), change({ seq: 9, picked: ['B'] }), change({ seq: 7, picked: ['C'] })];
    expect(merged([a, b, c])).toEqual([b]);
    const twin = change({ seq: 9, device: 'tablet-1', picked: ['D'] });
    expect(merged([twin, b])).toEqual([twin]);
  });
});

describe('whether a change counts', () => {
  it.each([
    ['made and here in time', DEADLINE_MS - 2000, DEADLINE_MS - 1000, undefined],
    ['made in time, here a moment after the deadline', DEADLINE_MS - 1, DEADLINE_MS + 1, undefined],
    ['made on the stroke', DEADLINE_MS, DEADLINE_MS + 1, undefined],
    ['made a moment after the deadline', DEADLINE_MS + 1, DEADLINE_MS + 1, 'made-after-deadline'],
    ['made in time, here a moment before the grace is over', 5000, DEADLINE_MS + GRACE_MS - 1, undefined],
    ['made in time, here on its last moment', 5000, DEADLINE_MS + GRACE_MS, undefined],
    ['made in time, here a moment after it', 5000, DEADLINE_MS + GRACE_MS + 1, 'received-after-grace'],
  ])('%s', (_name, seq, received, reason) => {
    const verdict = verdictOf(attempt, { seq, receivedAt: at(received) });
    expect(verdict).toEqual(reason === undefined ? { counts: true } : { counts: false, reason });
  });

  it('ends with the hand-in', () => {
    const handedIn: Attempt = { ...attempt, state: 'submitted', endedAt: at(60_000) };
    expect(verdictOf(handedIn, { seq: 59_000, receivedAt: at(60_000) })).toEqual({ counts: true });
    const late = { counts: false, reason: 'received-after-hand-in' };
    expect(verdictOf(handedIn, { seq: 59_000, receivedAt: at(60_001) })).toEqual(late);
    const ending: Attempt = { ...attempt, closing: { as: 'submitted', at: at(60_000) } };
    expect(verdictOf(ending, { seq: 59_000, receivedAt: at(60_001) })).toEqual(late);
  });

  it('goes on through the grace when the page handed in at the deadline', () => {
    const handedIn: Attempt = { ...attempt, state: 'submitted', endedAt: attempt.deadline };
    expect(verdictOf(handedIn, { seq: 59_000, receivedAt: at(DEADLINE_MS + 500) })).toEqual({ counts: true });
  });

  it('is no question once the attempt was taken back', () => {
    const gone: Attempt = { ...attempt, state: 'voided', endedAt: at(9000) };
    expect(verdictOf(gone, { seq: 1, receivedAt: at(2) })).toEqual({ counts: false, reason: 'voided' });
  });
});

describe('the number of a change', () => {
  it('says when it was made', () => {
    expect(madeAt(attempt, 90_500)).toBe('2026-05-01T01:01:30.500Z');
  });

  it('is never later than when it came, whatever the device says', () => {
    expect(seqAt(attempt, 86_400_000, at(5000))).toBe(5000);
    expect(seqAt(attempt, 4000, at(5000))).toBe(4000);
    expect(seqAt(attempt, 4000, at(-5000))).toBe(0);
  });
});
