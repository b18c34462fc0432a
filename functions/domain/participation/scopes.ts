// What figures of training are told apart by: the kind of the course, the form of the session; and the months and longer periods of a year.
import { COURSE_KINDS, type CourseKind, FORMS, type Form } from '../courses/course.ts';

export type Scope = 'all' | `kind:${CourseKind}` | `form:${Form}`;

export const SCOPES: readonly Scope[] = [
  'all',
  ...COURSE_KINDS.map((kind): Scope => `kind:${kind}`),
  ...FORMS.map((form): Scope => `form:${form}`),
];

/** The scopes of a session. */
export function scopesOf({ kind, form }: { kind: CourseKind; form: Form }): [Scope, Scope, Scope] {
  return ['all', `kind:${kind}`, `form:${form}`];
}

/** `01` to `12`. */
export const MONTHS: readonly string[] = /* @__PURE__ */ Array.from({ length: 12 }, (_, i) =>
  String(i + 1).padStart(2, '0'),
);

/** The month of a day, `01` to `12`. */
export function monthIn(day: string): string {
  return day.slice(5, 7);
}

/** The quarters, halves and the year: period → first and last month, from 1. */
const LONGER: Readonly<Record<string, readonly [number, number]>> = {
  ...{ Q1: [1, 3], Q2: [4, 6], Q3: [7, 9], Q4: [10, 12] },
  ...{ H1: [1, 6], H2: [7, 12], Y: [1, 12] },
};

/** The periods in which distinct people are counted that hold any of the months: each month, `Q1`–`Q4`, `H1`, `H2`, `Y`. */
export function periodsOf(months: Iterable<string>): string[] {
  const all = [...new Set(months)];
  const longer = Object.entries(LONGER).filter(([, [from, to]]) =>
    all.some((month) => from <= Number(month) && Number(month) <= to),
  );
  return [...all, ...longer.map(([period]) => period)];
}

/** Months as a pattern: bit 0 is January. Three hexadecimal digits, `001` to `fff`. */
export function patternOf(months: Iterable<string>): string {
  const bits = [...months].reduce((sum, month) => sum | (1 << (Number(month) - 1)), 0);
  return bits.toString(16).padStart(3, '0');
}

/** Whether a pattern has any month from a first to a last one (1 to 12). */
function isIn(pattern: string, { from, to }: { from: number; to: number }): boolean {
  const range = (1 << to) - (1 << (from - 1));
  return (Number.parseInt(pattern, 16) & range) !== 0;
}

/** How many people were there in any of the months from a first to a last one: of a shelf of patterns (`training#2026#people#all`). */
export function peopleIn(patterns: Readonly<Record<string, number>>, range: { from: number; to: number }): number {
  return Object.entries(patterns).reduce((sum, [pattern, people]) => sum + (isIn(pattern, range) ? people : 0), 0);
}
