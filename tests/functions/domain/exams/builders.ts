// Exam records for tests: whatever could have been said and decided, in any order.
import fc from 'fast-check';
import { subjectsOf } from '../../../../functions/domain/exams/cycle.ts';
import type { PassLine } from '../../../../functions/domain/exams/pass-line.ts';
import {
  canMoveExam,
  type ExamEntry,
  type ExamFact,
  type ExamRecord,
  inOrder,
  type Result,
  SAID_KINDS,
  type Saying,
} from '../../../../functions/domain/exams/record.ts';
import { judged } from '../../../../functions/domain/exams/results.ts';
import type { Level } from '../../../../functions/domain/questions/release.ts';

export const LEVELS: readonly Level[] = ['junior', 'intermediate', 'senior'];

/** 60 of 100 everywhere, 50 at one place. */
export const LINES: readonly PassLine[] = LEVELS.flatMap((level) => [
  { year: 2015, level, mark: 120, scope: 'national' as const, verified: false, source: '通知' },
  { year: 2015, level, mark: 100, scope: 'local' as const, regions: ['450124'], verified: false, source: '通知' },
]);

const result: fc.Arbitrary<Result> = fc.oneof(
  fc.record({ kind: fc.constantFrom(...SAID_KINDS) }),
  fc.record({ kind: fc.constant('marks' as const), marks: fc.integer({ min: 80, max: 140 }) }),
);

interface Of {
  year: number;
  level: Level;
}

const sayingOf = ({ year, level }: Of): fc.Arbitrary<Saying> =>
  fc
    .record({
      said: fc
        .subarray(subjectsOf(level), { minLength: 1 })
        .chain((subjects) => fc.tuple(...subjects.map((subject) => result.map((one) => ({ subject, result: one }))))),
      region: fc.constantFrom('450124', '360400', undefined),
      how: fc.constantFrom('own', 'staff', 'import'),
      units: fc.subarray(['town-1', 'town-2', 'county']),
      minute: fc.integer({ min: 0, max: 59 }),
    })
    .map(({ said, region, how, units, minute }) => ({
      ...{
        kind: 'said',
        at: at(year, minute),
        by: how === 'own' ? 'person-1' : 'keeper-1',
        how,
        why: '成绩单',
        evidence: [],
      },
      papers: said.map((paper) => judged(LINES, paper, { year, level, region })),
      ...{ site: '第一中学', ticket: 'T-20260001', ...(region === undefined ? {} : { region }) },
      ...{ units, day: `${year}-05-24` },
    }));

const decision = (year: number): fc.Arbitrary<ExamFact> =>
  fc
    .record({ kind: fc.constantFrom('confirmed', 'refused', 'withdrawn'), minute: fc.integer({ min: 0, max: 59 }) })
    .map(({ kind, minute }) => ({ kind, at: at(year, minute), by: 'keeper-1', why: '核对' }));

const at = (year: number, minute: number) => `${year}-09-01T01:${String(minute).padStart(2, '0')}:00.000Z`;

/** Facts as they can follow each other: what is decided was said. */
const entryOf = ({ year, level }: Of): fc.Arbitrary<ExamEntry> =>
  fc
    .tuple(
      sayingOf({ year, level }),
      fc.array(fc.oneof(sayingOf({ year, level }), decision(year), decision(year)), { maxLength: 5 }),
    )
    .map(([first, more]) => ({ year, level, facts: more.reduce<ExamFact[]>(followed, [first]) }));

const MOVE_OF = { confirmed: 'confirm', refused: 'refuse', withdrawn: 'withdraw' } as const;

/** The facts with one more, unless it is a decision that nobody can make as they stand. */
function followed(facts: ExamFact[], fact: ExamFact): ExamFact[] {
  const entry = { year: 0, level: 'junior' as const, facts };
  return fact.kind === 'said' || canMoveExam(entry, MOVE_OF[fact.kind]) ? [...facts, fact] : facts;
}

/** A record of some exams of some years. */
export const examRecord: fc.Arbitrary<ExamRecord> = fc
  .uniqueArray(fc.record({ year: fc.integer({ min: 2020, max: 2023 }), level: fc.constantFrom(...LEVELS) }), {
    maxLength: 6,
    selector: ({ year, level }) => `${year} ${level}`,
  })
  .chain((all) => fc.tuple(...all.map(entryOf)))
  .map((entries) => ({ person: 'person-1', entries: inOrder(entries) }));
