// Indicators of practice, of a station's work and of subsidies.

import { ACTIVITY_KINDS } from '../activities/kinds.ts';
import { GRADES } from '../appraisal/template.ts';
import { peopleIn } from '../participation/scopes.ts';
import type { Months } from '../reports/terms.ts';
import type { Shelves } from './additions.ts';
import { byMonth, type Group, type Indicator, type Measure, ofYear, stockOf, sumOf, sumWhere } from './indicator.ts';
import { countedNameOf, monthNamesOf } from './periods.ts';

interface Summed {
  id: string;
  family: string;
  group: Group;
  measure: Measure;
  nameIn: (month: string) => string;
}

const WORK_SUMS: readonly Omit<Summed, 'family' | 'group'>[] = [
  ...ACTIVITY_KINDS.map((kind): Omit<Summed, 'family' | 'group'> => {
    return { id: `activities:${kind}`, measure: 'activities', nameIn: (month) => `a:${month}:${kind}` };
  }),
  { id: 'served', measure: 'person-times', nameIn: (month) => `ps:${month}` },
  { id: 'volunteer-times', measure: 'person-times', nameIn: (month) => `vt:${month}` },
  { id: 'home-visits', measure: 'visits', nameIn: (month) => `hv:${month}` },
  { id: 'funds', measure: 'cents', nameIn: (month) => `f:${month}` },
  { id: 'supervisions', measure: 'records', nameIn: (month) => `su:${month}` },
  { id: 'supervision-minutes', measure: 'minutes', nameIn: (month) => `sm:${month}` },
];

const STOCKS: readonly { id: string; what: string; measure: Measure }[] = [
  { id: 'households', what: 'hh', measure: 'households' },
  { id: 'persons-served', what: 'pp', measure: 'people' },
  { id: 'volunteers', what: 'vo', measure: 'people' },
];

/** Applications by how far they came: who has withdrawn asks for nothing any more. */
const SUBSIDIES: readonly { id: string; name: 'n' | 'f'; measure: Measure; isState: (state: string) => boolean }[] = [
  { id: 'subsidy-applications', name: 'n', measure: 'applications', isState: (state) => state !== 'withdrawn' },
  { id: 'subsidies-paid', name: 'n', measure: 'applications', isState: (state) => state === 'paid' },
  { id: 'subsidy-money', name: 'f', measure: 'cents', isState: (state) => state === 'paid' },
];

export const WORK: readonly Indicator[] = [
  {
    ...{ ...base('practice'), id: 'active-candidates', rule: 'active-candidates', measure: 'people' },
    shelves: activeShelves,
    read: activeCandidates,
  },
  summed({
    id: 'questions',
    family: 'practice',
    group: 'practice',
    measure: 'questions',
    nameIn: (month) => `q:${month}`,
  }),
  summed({
    id: 'mock-papers',
    family: 'practice',
    group: 'practice',
    measure: 'papers',
    nameIn: (month) => `k:${month}`,
  }),
  { ...base('practice'), id: 'mock-mean', rule: 'mock-mean', measure: 'percent', read: mockMean },
  { ...base('work'), id: 'activities', rule: 'activities', measure: 'activities', read: activities },
  ...WORK_SUMS.map((one) => summed({ ...one, family: 'work', group: 'work' })),
  ...STOCKS.map(({ id, what, measure }): Indicator => {
    const read = (shelves: Shelves, months: Months) => ({ n: stockOf(shelves.coverage, { what, months }) });
    return { group: 'work', span: 'end', id, rule: id, measure, shelves: () => ['coverage'], read };
  }),
  ...GRADES.map((grade): Indicator => {
    const read = (shelves: Shelves, { year }: Months) => ({ n: sumOf(shelves[`work#${year}`], [`ap:year:${grade}`]) });
    return { ...base('work'), span: 'year', id: `appraisals:${grade}`, rule: 'appraisals', measure: 'units', read };
  }),
  ...SUBSIDIES.map(({ id, name, measure, isState }): Indicator => {
    const read = (shelves: Shelves, { year }: Months) => ({
      n: sumWhere(shelves[`subsidy#${year}`], (full) => {
        const [head, , state = ''] = full.split(':');
        return head === name && isState(state);
      }),
    });
    return { ...base('subsidy'), span: 'year', id, rule: id, measure, read };
  }),
];

function base(family: 'practice' | 'work' | 'subsidy') {
  return { group: family, span: 'months' as const, shelves: ofYear(family) };
}

function summed({ id, family, group, measure, nameIn }: Summed): Indicator {
  const read = (shelves: Shelves, months: Months) => ({
    n: sumOf(shelves[`${family}#${months.year}`], byMonth(months, nameIn)),
  });
  return { group, span: 'months', id, rule: id.split(':')[0] as string, measure, shelves: ofYear(family), read };
}

/** Distinct people: of a month, quarter, half or year by their own sums, of other months by the patterns. */
function activeShelves(months: Months): string[] {
  const shelf = `practice#${months.year}`;
  return [countedNameOf(months) === undefined ? `${shelf}#people` : shelf];
}

function activeCandidates(shelves: Shelves, months: Months) {
  const counted = countedNameOf(months);
  const sums = shelves[activeShelves(months)[0] as string] ?? {};
  return { n: counted === undefined ? peopleIn(sums, months) : (sums[`n:${counted}`] ?? 0) };
}

/** Points earned of those that were to be had, in half points. */
function mockMean(shelves: Shelves, months: Months) {
  const sums = shelves[`practice#${months.year}`];
  return {
    n: sumOf(
      sums,
      byMonth(months, (month) => `x:${month}`),
    ),
    of: sumOf(
      sums,
      byMonth(months, (month) => `p:${month}`),
    ),
  };
}

function activities(shelves: Shelves, months: Months) {
  const names = new Set(monthNamesOf(months));
  const isOne = (full: string) => full.startsWith('a:') && names.has(full.split(':')[1] ?? '');
  return { n: sumWhere(shelves[`work#${months.year}`], isOne) };
}
