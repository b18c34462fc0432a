// Where one is in the staff pages of exams, read from the address and written to it. Pure.
import type { Level } from '../../../../../functions/domain/questions/release.ts';

export const STEPS = ['all', 'missing', 'registered', 'sat', 'local', 'passed'] as const;
export const STATES = ['declared', 'confirmed', 'refused', 'withdrawn'] as const;
/** The steps of the funnel that names are asked for, of a unit with all below it. */
export const BELOW = ['target', 'registered', 'trained', 'sat', 'local', 'passed', 'valid', 'certified'] as const;
export const LEVELS = ['junior', 'intermediate', 'senior'] as const;

/** How far somebody came; `missing`: nothing is known of the year. */
export type Step = (typeof STEPS)[number];

export interface Filters {
  /** `all`, or a year; this year's when missing. */
  year?: string;
  level?: Level;
  state?: (typeof STATES)[number];
  step: Step;
}

export interface ExamPlace extends Filters {
  unit?: string;
  person?: string;
  isImport: boolean;
  /** The names behind a step, of all units below; `isMissing`: of whom it lacks. */
  below?: (typeof BELOW)[number];
  isMissing?: boolean;
}

/** Whether a step is of a year; the others are of today. */
export function isOfYear(step: (typeof BELOW)[number]): boolean {
  return !['target', 'valid', 'certified'].includes(step);
}

const ID = /^[0-9A-Za-z_-]{1,64}$/;

/** What has the wrong form is left out. */
export function placeFrom(search: string): ExamPlace {
  const query = new URLSearchParams(search);
  const one = <T extends string>(name: string, of: readonly T[]) => of.find((value) => value === query.get(name));
  const id = (name: string) => (ID.test(query.get(name) ?? '') ? { [name]: query.get(name) ?? '' } : {});
  const year = query.get('year') ?? '';
  const [level, state, below] = [one('level', LEVELS), one('state', STATES), one('below', BELOW)];
  return {
    ...(id('unit') as { unit?: string }),
    ...(id('person') as { person?: string }),
    isImport: query.get('view') === 'import',
    ...(/^(all|20\d\d)$/.test(year) && { year }),
    ...(level && { level }),
    ...(state && { state }),
    ...(below && { below }),
    ...(below && query.get('missing') === 'true' && { isMissing: true }),
    step: one('step', STEPS) ?? 'all',
  };
}

/** The path of a place, without the language. */
export function pathTo(place: Partial<ExamPlace>): string {
  const { unit, person, isImport, year, level, state, step, below, isMissing } = place;
  const query = new URLSearchParams();
  const view = isImport ? 'import' : undefined;
  const missing = isMissing ? 'true' : undefined;
  for (const [name, value] of Object.entries({ unit, person, view, below, missing, year, level, state, step })) {
    if (value && value !== (name === 'step' ? 'all' : undefined)) query.set(name, value);
  }
  const text = query.toString();
  return text === '' ? '/staff/exams/' : `/staff/exams/?${text}`;
}
