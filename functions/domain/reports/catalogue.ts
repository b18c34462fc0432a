// Which indicators a report holds: what each template brings along, and what must not stand alone.
import { INDICATORS, indicatorOf } from '../figures/indicators.ts';
import type { Template } from './terms.ts';

const TRAINING = ['sessions', 'held-days', 'attendances', 'people', 'minutes', 'attendance-rate'];
const WORK = ['activities', 'served', 'home-visits', 'households', 'persons-served', 'volunteers'];
const STAFF = ['workers', 'certified', 'certified-rate', 'newly-certified'];
const EXAM = [
  ...['registered', 'registered:junior', 'registered:intermediate', 'registered:senior', 'sat'],
  ...['passed', 'passed:junior', 'passed:intermediate', 'passed:senior', 'pass-rate', 'pass-rate-sat'],
];

/** Figures of a year or of a day stand in the reports of longer months alone. */
const BROUGHT: Readonly<Record<Template, readonly string[]>> = {
  month: [...TRAINING, ...WORK],
  quarter: [...TRAINING, ...WORK, ...STAFF, 'supervisions', 'funds'],
  year: [...EXAM, ...STAFF, ...TRAINING, ...WORK, 'supervisions', 'funds', 'paid-for-training', 'subsidy-money'],
  own: ['attendances', 'people'],
};

/** The indicators that a template brings along, in its order. */
export function indicatorsOf(template: Template): readonly string[] {
  return BROUGHT[template];
}

/** Those without a part: what there is to choose from first. */
export function wholeIndicators(): string[] {
  return INDICATORS.flatMap(({ id }) => (id.includes(':') ? [] : [id]));
}

/** Those of the ids that nobody knows. */
export function unknownIndicators(ids: readonly string[]): string[] {
  return ids.filter((id) => indicatorOf(id) === undefined);
}

/** Whether a report can hold it: how many live somewhere is said and not counted, and nothing is kept of what was said before. */
export function isReportable(id: string): boolean {
  const all = indicatorOf(id)?.shelves({ year: 2026, from: 1, to: 1 }) ?? [];
  return all.length > 0 && !all.includes('population');
}

/** Each once; and 人次 of training never without 人数 behind it. */
export function withPeople(ids: readonly string[]): string[] {
  const all = [...new Set(ids)];
  const times = all.filter((id) => countsTimes(id));
  return times.length === 0 || all.includes('people')
    ? all
    : all.flatMap((id) => (id === times.at(-1) ? [id, 'people'] : [id]));
}

/** Indicator → its rule, as it is written into a report. */
export function rulesOf(ids: readonly string[]): Record<string, string> {
  return Object.fromEntries(ids.map((id) => [id, indicatorOf(id)?.rule ?? '']));
}

function countsTimes(id: string): boolean {
  const indicator = indicatorOf(id);
  return indicator?.group === 'training' && ['person-times', 'person-days'].includes(indicator.measure);
}
