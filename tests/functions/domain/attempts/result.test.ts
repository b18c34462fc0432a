import { describe, expect, it } from 'vitest';
import type { Answered } from '../../../../functions/domain/attempts/answers.ts';
import type { Attempt } from '../../../../functions/domain/attempts/attempt.ts';
import {
  type Grading,
  type KeyCorrection,
  markedBy,
  regraded,
  resultOf,
} from '../../../../functions/domain/attempts/result.ts';
import { OFFICIAL_1 } from '../../../../functions/domain/grading/profile.ts';
import type { MockItem } from '../../../../functions/domain/questions/mock.ts';
import { mockEssay, mockMultiple, mockSingle } from '../../../support/mock-bank.ts';

const startedAt = '2026-05-01T01:00:00.000Z';
const endedAt = '2026-05-01T01:20:00.000Z';

function attempt(over: Partial<Attempt> = {}): Attempt {
  return {
    ...{ id: 'attempt-1', person: 'person-1', subject: 'junior-comprehensive', form: 'short', blueprint: 'short-1' },
    ...{ mode: 'relaxed', factor: 100, seed: 1, shuffle: false, profile: 'official-1', questions: 3, graceMs: 120_000 },
    ...{ startedAt, deadline: '2026-05-01T01:30:00.000Z', pausedMs: 0, state: 'submitted', endedAt, version: 3 },
    ...{ holder: { device: 'phone-01', since: startedAt } },
    ...over,
  };
}

function grading(items: readonly MockItem[], corrections: KeyCorrection[] = []): Grading {
  return { profile: OFFICIAL_1, items, corrections };
}

function picks(...picked: string[]): Answered[] {
  return picked.map((letters, i) => ({
    ...{ n: i + 1, seq: 1000 + i, device: 'phone-01', receivedAt: '2026-05-01T01:10:00.000Z' },
    ...{ picked: [...letters], flagged: false, spentS: 20 },
  }));
}

const items = [mockSingle(), mockMultiple(), mockMultiple({ id: 'jc04-602' })];

describe('a result', () => {
  it('has a line for each question, in half-points, and their sum', () => {
    const result = resultOf(attempt(), picks('B', 'AC', 'ABD'), grading(items));
    expect(result.lines.map(({ verdict, earned, possible }) => [verdict, earned, possible])).toEqual([
      ['right', 2, 2],
      ['partial', 2, 4],
      ['wrong', 0, 4],
    ]);
    expect(result).toMatchObject({
      earned: 4,
      possible: 10,
      marking: 'done',
      endedAt,
      profile: 'official-1',
      version: 1,
    });
  });

  it('is 100 marks for 60 and 20 right, in integers', () => {
    const official = [
      ...Array.from({ length: 60 }, (_, i) => mockSingle({ id: `jc04-${501 + i}` })),
      ...Array.from({ length: 20 }, (_, i) => mockMultiple({ id: `jc04-${601 + i}` })),
    ];
    const all = picks(...official.map(({ key }) => key.join('')));
    expect(resultOf(attempt(), all, grading(official))).toMatchObject({ earned: 200, possible: 200 });
  });

  it('keeps a late answer and gives it nothing', () => {
    const [answer] = picks('B');
    const late = { ...(answer as Answered), receivedAt: '2026-05-01T01:21:00.000Z' };
    const [line] = resultOf(attempt(), [late], grading(items)).lines;
    const kept = { late: 'received-after-hand-in', latePicked: ['B'] };
    expect(line).toMatchObject({ picked: [], verdict: 'blank', earned: 0, ...kept });
  });

  it('lets what came too late take nothing away', () => {
    const [answer] = picks('B') as [Answered];
    const late = { ...answer, seq: 1_230_000, picked: ['C'], receivedAt: '2026-05-01T01:21:00.000Z' };
    const [line] = resultOf(attempt(), [late, answer], grading(items)).lines;
    expect(line).toMatchObject({ picked: ['B'], verdict: 'right', earned: 2, latePicked: ['C'] });
  });

  it('gives full marks to everybody who was asked a question that is credited', () => {
    const credited: KeyCorrection = { id: 'k1', question: 'jc04-501', version: 1, credited: true };
    expect(resultOf(attempt(), picks('', 'D'), grading(items, [credited])).lines.slice(0, 2)).toMatchObject([
      { verdict: 'credited', earned: 2 },
      { verdict: 'wrong', earned: 0 },
    ]);
  });

  it('is graded by a corrected key, of that version alone', () => {
    const of = (version: number): KeyCorrection => ({ id: 'k1', question: 'jc04-501', version, key: ['A'] });
    expect(resultOf(attempt(), picks('A'), grading(items, [of(1)])).lines[0]).toMatchObject({ earned: 2 });
    expect(resultOf(attempt(), picks('A'), grading(items, [of(2)])).lines[0]).toMatchObject({ earned: 0 });
  });

  it('is none of an attempt that is open', () => {
    expect(() => resultOf(attempt({ state: 'open' }), [], grading(items))).toThrow('when it is over');
  });
});

describe('grading anew', () => {
  const correction: KeyCorrection = { id: 'k1', question: 'jc04-501', version: 1, key: ['A'] };
  const again = { id: 'k1', at: '2026-06-01T01:00:00.000Z' };

  it('changes the line, the sum and says so', () => {
    const result = resultOf(attempt(), picks('A', 'ABC'), grading(items));
    const after = regraded(result, grading(items, [correction]), again);
    expect(after).toMatchObject({ earned: 6, version: 2, regrades: [{ correction: 'k1', before: 4, after: 6 }] });
    expect(after && regraded(after, grading(items, [correction]), again)).toBeUndefined();
  });

  it('changes nothing for whom it changes nothing, and nothing late', () => {
    const blank = resultOf(attempt(), [], grading(items));
    expect(regraded(blank, grading(items, [correction]), again)).toBeUndefined();
    const [answer] = picks('A');
    const late = { ...(answer as Answered), receivedAt: '2026-05-01T01:21:00.000Z' };
    expect(regraded(resultOf(attempt(), [late], grading(items)), grading(items, [correction]), again)).toBeUndefined();
  });

  it('is the same as grading with the corrected key at once, but for its history', () => {
    const answers = picks('A', 'AB', 'ABC');
    const { regrades, version, ...after } =
      regraded(resultOf(attempt(), answers, grading(items)), grading(items, [correction]), again) ?? {};
    const { regrades: none, version: first, ...atOnce } = resultOf(attempt(), answers, grading(items, [correction]));
    expect(after).toEqual(atOnce);
    expect([regrades?.length, version, none.length, first]).toEqual([1, 2, 0, 1]);
  });

  it('leaves alone what was taken back', () => {
    const gone = { ...resultOf(attempt(), picks('A'), grading(items)), state: 'voided' as const };
    expect(regraded(gone, grading(items, [correction]), again)).toBeUndefined();
  });
});

describe('marks for words', () => {
  const essay = mockEssay();
  const paper = [essay];
  const waiting = resultOf(attempt(), [], grading(paper));
  const full = Object.fromEntries(
    essay.parts.map((part) => [part.id, Object.fromEntries(part.points.map(({ id, possible }) => [id, possible]))]),
  );

  it('are waited for', () => {
    expect(waiting).toMatchObject({ marking: 'waiting', earned: 0, possible: 40 });
  });

  it('are the sum of the points, once every point has its own', () => {
    expect(markedBy(waiting, paper, { '1': full })).toMatchObject({
      ok: true,
      result: { earned: 40, marking: 'done', version: 2 },
    });
    const [first] = Object.keys(full);
    const some = { '1': { [first as string]: full[first as string] ?? {} } };
    expect(markedBy(waiting, paper, some)).toMatchObject({ ok: true, result: { earned: 0, marking: 'waiting' } });
  });

  it('are refused where they do not fit', () => {
    const [part] = essay.parts;
    const [point] = part?.points ?? [];
    const marked = (given: number, n = '1', partId = part?.id ?? '', id = point?.id ?? '') =>
      markedBy(waiting, paper, { [n]: { [partId]: { [id]: given } } });
    const most = point?.possible ?? 0;
    for (const wrong of [
      marked(most + 1),
      marked(-1),
      marked(0.5),
      marked(1, '2'),
      marked(1, '1', '9'),
      marked(1, '1', part?.id, 'z'),
    ]) {
      expect(wrong).toMatchObject({ ok: false, faults: [{}] });
    }
    expect(marked(most).ok).toBe(true);
  });
});
