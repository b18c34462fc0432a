// Indicators of training: of the people of a unit (人数、人次 by each rule, 出勤率), and of the courses that it held (场次、天数、学时、缺席).
import { COURSE_KINDS, FORMS } from '../courses/course.ts';
import { type CountingRule, MEASURE_OF_RULE } from '../participation/rules.ts';
import { peopleIn, type Scope } from '../participation/scopes.ts';
import type { Figure } from '../reports/content.ts';
import type { Months } from '../reports/terms.ts';
import type { Shelves } from './additions.ts';
import { byMonth, type Indicator, type Measure, ofYear, sumOf } from './indicator.ts';
import { countedNameOf } from './periods.ts';

const SCOPES: readonly { part: string; scope: Scope }[] = [
  { part: '', scope: 'all' },
  ...COURSE_KINDS.map((kind) => ({ part: `:${kind}`, scope: `kind:${kind}` as const })),
  ...FORMS.map((form) => ({ part: `:${form}`, scope: `form:${form}` as const })),
];

const group = { group: 'training', span: 'months' } as const;

const RULES: Readonly<Record<CountingRule, { id: string; measure: Measure }>> = {
  per_session: { id: 'attendances', measure: 'person-times' },
  per_day: { id: 'person-days', measure: 'person-times' },
  per_course: { id: 'person-courses', measure: 'person-times' },
  per_online_view: { id: 'online-views', measure: 'person-times' },
};

/** What a unit held: indicator → the name of its sums, and whether it is told by kind and form, too. */
const HELD: readonly { id: string; name: string; measure: Measure }[] = [
  { id: 'sessions', name: 'h', measure: 'sessions' },
  { id: 'courses', name: 'k', measure: 'courses' },
  { id: 'held-days', name: 'd', measure: 'days' },
  { id: 'held-minutes', name: 'm', measure: 'minutes' },
  { id: 'seats', name: 'e', measure: 'person-times' },
  { id: 'no-shows', name: 'x', measure: 'person-times' },
  { id: 'paid-for-training', name: 'f', measure: 'cents' },
];

export const TRAINING: readonly Indicator[] = [
  ...HELD.flatMap(({ id, name, measure }) =>
    SCOPES.map(({ part, scope }) => additive('held', { id: `${id}${part}`, rule: id, name, measure, scope })),
  ),
  share('no-show-rate', 'held', { n: ['x'], of: ['e'] }),
  ...SCOPES.map(people),
  ...Object.entries(RULES).flatMap(([rule, { id, measure }]) => {
    const name = MEASURE_OF_RULE[rule as CountingRule];
    return SCOPES.map(({ part, scope }) => additive('training', { id: `${id}${part}`, rule, name, measure, scope }));
  }),
  {
    ...group,
    id: 'learnings',
    rule: 'learnings',
    measure: 'person-times',
    shelves: ofYear('training'),
    read: learnings,
  },
  ...SCOPES.map(({ part, scope }) =>
    additive('training', { id: `minutes${part}`, rule: 'minutes', name: 'm', measure: 'minutes', scope }),
  ),
  share('attendance-rate', 'training', { n: ['a'], of: ['s'] }),
  share('attendance-rate-less-leave', 'training', { n: ['a'], of: ['s'], less: ['l'] }),
];

interface Additive {
  id: string;
  rule: string;
  name: string;
  measure: Measure;
  scope: Scope;
}

function additive(family: 'training' | 'held', { id, rule, name, measure, scope }: Additive): Indicator {
  const read = (shelves: Shelves, months: Months) => ({ n: summed(shelves, months, { family, name, scope }) });
  return { ...group, id, rule, measure, shelves: ofYear(family), read };
}

function share(
  id: string,
  family: 'training' | 'held',
  parts: { n: readonly string[]; of: readonly string[]; less?: readonly string[] },
): Indicator {
  const read = (shelves: Shelves, months: Months) => {
    const all = (names: readonly string[] = []) =>
      names.reduce((sum, name) => sum + summed(shelves, months, { family, name, scope: 'all' }), 0);
    return { n: all(parts.n), of: all(parts.of) - all(parts.less) };
  };
  return { ...group, id, rule: id, measure: 'percent', shelves: ofYear(family), read };
}

function summed(
  shelves: Shelves,
  months: Months,
  { family, name, scope }: { family: string; name: string; scope: Scope },
): number {
  return sumOf(
    shelves[`${family}#${months.year}`],
    byMonth(months, (month) => `${name}:${month}:${scope}`),
  );
}

/** Distinct people: of a month, quarter, half or year by their own sums, of other months by the patterns. */
function people({ part, scope }: { part: string; scope: Scope }): Indicator {
  const shelves = (months: Months) => [
    countedNameOf(months) === undefined ? `training#${months.year}#people#${scope}` : `training#${months.year}`,
  ];
  const read = (held: Shelves, months: Months): Figure => {
    const counted = countedNameOf(months);
    const sums = held[shelves(months)[0] as string] ?? {};
    return { n: counted === undefined ? peopleIn(sums, months) : (sums[`n:${counted}:${scope}`] ?? 0) };
  };
  return { ...group, id: `people${part}`, rule: 'people', measure: 'people', shelves, read };
}

/** 学习人次: of recorded lessons each that was watched to its end, of all else each session that somebody came to. */
function learnings(shelves: Shelves, months: Months): Figure {
  const of = (name: string, scope: Scope) => summed(shelves, months, { family: 'training', name, scope });
  return { n: of('v', 'all') + of('t', 'all') - of('t', 'form:recorded') };
}
