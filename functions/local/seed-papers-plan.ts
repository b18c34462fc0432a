// The set papers of the demo world, as they are planned at an instant: 马山's mock exam that is over, 九江's that is open and that is ahead, and one that is
// answered in words and waits for marks. Pure.
import type { setPaper } from '../app/set-papers.ts';
import { type Instant, instantOf, msOf } from '../domain/time.ts';
import { everyNth } from './seed-courses.ts';
import type { Body, PlannedPerson } from './seed-plan.ts';
import { bureauId, centreId, stationId } from './seed-units.ts';

export interface PlannedPaper {
  id: string;
  unit: string;
  plan: Omit<Body<typeof setPaper>, 'request'>;
  /** When it was set. */
  setAt: Instant;
  /** Who sits it, in the order in which they start; and how likely a right answer is of the first and of the last of them. */
  sitters: { people: string[]; skill: { first: number; last: number } };
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** So many sit 马山's paper, and so many at most have written answers that wait for marks. */
const SAT = 24;
const ESSAYS_MOST = 5;

const NOBODY: PlannedPaper['sitters'] = { people: [], skill: { first: 0, last: 0 } };
const usual = { form: 'short', mode: 'realistic', shuffle: true, results: 'at-once', review: 'after-close' } as const;
const JUNIOR = 'junior-comprehensive';

export function plannedPapers(people: readonly PlannedPerson[], now: Instant): PlannedPaper[] {
  const from = (days: number, hours = 0) => instantOf(msOf(now) + days * DAY_MS + hours * HOUR_MS);
  return [
    {
      ...{ id: 'demo-paper-mashan', unit: bureauId('450124'), setAt: from(-20) },
      plan: {
        ...{ ...usual, title: '初级综合能力摸底考试', subject: JUNIOR, ranking: 'pseudonymous' },
        ...{ group: { kind: 'unit', id: bureauId('450124') }, opensAt: from(-15), closesAt: from(-15, 8) },
      },
      sitters: { people: staying(people, '450124', SAT), skill: { first: 0.42, last: 0.9 } },
    },
    {
      ...{ id: 'demo-paper-practice', unit: centreId('360400'), setAt: from(-9) },
      plan: {
        ...{
          ...usual,
          title: '中级实务案例分析练习',
          subject: 'intermediate-practice',
          mode: 'relaxed',
          ranking: 'off',
        },
        ...{ group: { kind: 'unit', id: centreId('360400') }, opensAt: from(-6), closesAt: from(-5) },
      },
      sitters: { people: ofCentre(people).slice(0, ESSAYS_MOST), skill: { first: 0, last: 0 } },
    },
    {
      ...{ id: 'demo-paper-open', unit: bureauId('360400'), setAt: from(-2), sitters: NOBODY },
      plan: {
        ...{
          ...usual,
          title: '全市模拟考试（初级综合能力）',
          subject: JUNIOR,
          form: 'official',
          ranking: 'pseudonymous',
        },
        ...{ results: 'after-close', group: { kind: 'unit', id: bureauId('360400') } },
        ...{ opensAt: from(0, -2), closesAt: from(30) },
      },
    },
    {
      ...{ id: 'demo-paper-ahead', unit: centreId('360400'), setAt: from(-1), sitters: NOBODY },
      plan: {
        ...{
          ...usual,
          title: '考前一周模拟考试',
          subject: JUNIOR,
          form: 'official',
          results: 'by-hand',
          ranking: 'off',
        },
        ...{ group: { kind: 'unit', id: centreId('360400') }, opensAt: from(7), closesAt: from(7, 4) },
      },
    },
  ];
}

/** So many of the county's station workers who have never moved. */
function staying(people: readonly PlannedPerson[], county: string, count: number): string[] {
  const there = people.filter(
    ({ unit, steps }) =>
      unit.startsWith(stationId(county)) && !steps.some(({ kind }) => kind === 'transfer' || kind === 'leave'),
  );
  return everyNth(there, 1, count);
}

function ofCentre(people: readonly PlannedPerson[]): string[] {
  return people.filter(({ unit }) => unit === centreId('360400')).map(({ id }) => id);
}
