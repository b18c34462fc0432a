import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canMoveExam,
  decisionOf,
  type ExamEntry,
  type ExamFact,
  type ExamMove,
  type ExamRecord,
  entryOf,
  holdingOf,
  type Saying,
  withFacts,
} from '../../../../functions/domain/exams/record.ts';
import { examRecord } from './builders.ts';

const MOVES: readonly ExamMove[] = ['confirm', 'refuse', 'withdraw'];
const BY = { at: '2025-09-01T01:00:00.000Z', by: 'keeper-1' };
const said = (site: string): Saying => ({
  ...{ kind: 'said', ...BY, how: 'own', site, evidence: [], units: [], day: '2025-05-24' },
  papers: [{ subject: 'junior-practice', result: { kind: 'sat' } }],
});
const [confirmed, refused, withdrawn] = MOVES.map((move) => decisionOf(move, BY)) as [ExamFact, ExamFact, ExamFact];
const [a, b] = [said('甲'), said('乙')];

describe('what holds of an entry', () => {
  it.each<[string, ExamFact[], object]>([
    ['what was said last waits', [a, b], { state: 'declared', held: b, confirmed: undefined }],
    ['what is confirmed counts', [a, confirmed], { state: 'confirmed', held: a, confirmed: a }],
    ['what is said since waits beside it', [a, confirmed, b], { state: 'declared', held: b, confirmed: a }],
    ['refusing that leaves what was confirmed', [a, confirmed, b, refused], { state: 'confirmed', held: a }],
    ['confirming that takes its place', [a, confirmed, b, confirmed], { state: 'confirmed', held: b, confirmed: b }],
    [
      'refusing what was confirmed leaves nothing',
      [a, confirmed, refused],
      { state: 'refused', held: undefined, last: a },
    ],
    ['withdrawing leaves nothing', [a, withdrawn], { state: 'withdrawn', held: undefined, confirmed: undefined }],
    ['and it can be said again', [a, withdrawn, b], { state: 'declared', held: b, confirmed: undefined }],
  ])('%s', (_title, facts, expected) => {
    expect(holdingOf({ facts })).toMatchObject(expected);
  });

  it('counts nothing but what was said, and nothing confirmed that does not count', () => {
    fc.assert(
      fc.property(examRecord, ({ entries }) => {
        for (const entry of entries) {
          const { state, held, confirmed: kept, last } = holdingOf(entry);
          expect(['declared', 'confirmed'].includes(state)).toBe(held !== undefined);
          if (kept !== undefined) expect(held).toBeDefined();
          if (state === 'confirmed') expect(held).toBe(kept);
          expect(last).toBe(entry.facts.findLast(({ kind }) => kind === 'said'));
        }
      }),
    );
  });

  it('is moved only from where a move leads somewhere', () => {
    const states = (facts: ExamFact[]) =>
      MOVES.filter((move) => canMoveExam({ year: 2025, level: 'junior', facts }, move));
    expect(states([a])).toEqual(MOVES);
    expect(states([a, confirmed])).toEqual(['refuse', 'withdraw']);
    expect(states([a, refused])).toEqual([]);
    expect(states([a, withdrawn])).toEqual([]);
  });
});

describe('adding facts', () => {
  it('keeps every fact there is, in order, and entries by year and level', () => {
    fc.assert(
      fc.property(examRecord, fc.integer({ min: 2019, max: 2024 }), (record, year) => {
        const next = withFacts(record, { year, level: 'intermediate' }, [a, confirmed]) as ExamRecord;
        const before = entryOf(record, { year, level: 'intermediate' })?.facts ?? [];
        expect(entryOf(next, { year, level: 'intermediate' })?.facts).toEqual([...before, a, confirmed]);
        const others = (all: ExamEntry[]) => all.filter((one) => one.year !== year || one.level !== 'intermediate');
        expect(others(next.entries)).toEqual(others(record.entries));
        const keys = next.entries.map((one) => one.year * 10 + ['junior', 'intermediate', 'senior'].indexOf(one.level));
        expect(keys).toEqual(keys.toSorted((x, y) => x - y));
      }),
    );
  });

  it('has an end: of exams, of facts and of proofs', () => {
    const empty: ExamRecord = { person: 'person-1', entries: [] };
    const years = Array.from({ length: 40 }, (_, i) => 2008 + i);
    const full = years.reduce<ExamRecord | undefined>(
      (record, year) => record && withFacts(record, { year, level: 'junior' }, [a]),
      empty,
    );
    expect(full?.entries).toHaveLength(40);
    expect(full && withFacts(full, { year: 2060, level: 'junior' }, [a])).toBeUndefined();
    expect(withFacts(empty, { year: 2025, level: 'junior' }, Array<ExamFact>(200).fill(a))).toBeDefined();
    expect(withFacts(empty, { year: 2025, level: 'junior' }, Array<ExamFact>(201).fill(a))).toBeUndefined();
    const evidence = Array.from({ length: 121 }, (_, i) => ({ name: `${i}.pdf`, bytes: 1, sha256: '0'.repeat(64) }));
    expect(withFacts(empty, { year: 2025, level: 'junior' }, [{ ...a, evidence }])).toBeUndefined();
  });
});
