// What a person's training of a year adds to the figures of units (shelf `training#<year>`): attendances by the rules of counting, minutes, and distinct
// people. One fact is one person, so whatever is asked of the pieces under a unit is asked of that person there, once.
import type { AttendanceState } from '../attendance/verdict.ts';
import type { CourseKind, Form } from '../courses/course.ts';
import type { Piece, Shelves } from '../figures/additions.ts';
import type { Source } from '../figures/source.ts';
import { monthIn, patternOf, periodsOf, type Scope, scopesOf } from './scopes.ts';
import { came, type TrainingEntry, type TrainingYear } from './training.ts';

/** A session at which somebody of the unit was judged. */
export interface TrainingPiece extends Piece {
  session: string;
  course: string;
  kind: CourseKind;
  form: Form;
  state: AttendanceState;
  enrolled: boolean;
  minutes: number;
  views: number;
}

function trainingShelf(year: string): string {
  return `training#${year}`;
}

/** The shelf of a scope's people by the months in which they came: `peopleIn` reads 人数 of any range of months from it. */
export function peopleShelf(year: string, scope: Scope): string {
  return `${trainingShelf(year)}#people#${scope}`;
}

/** An entry of no unit counts at none; the course that held it counts it (held-figures.ts). */
export function trainingPieces({ entries }: Pick<TrainingYear, 'entries'>): TrainingPiece[] {
  return entries.flatMap(({ unit, day, session, course, kind, form, state, enrolled, minutes, views }) =>
    unit === undefined ? [] : [{ unit, day, session, course, kind, form, state, enrolled, minutes, views }],
  );
}

/**
 * Names of shelf `training#<year>`, each with `:<MM>:<scope>`, additive over months: `t` attendances (per_session) · `d` person-days (per_day) · `c`
 * person-courses, in the month in which they first came (per_course) · `v` lessons watched to the end (per_online_view) · `m` minutes that count · `s` seats
 * at sessions (should attend) · `a` of those came · `l` of those on leave. `n:<period>:<scope>`: distinct people who came, not additive. Of shelf
 * `training#<year>#people#<scope>`: pattern of months → people who came in exactly those.
 */
export function trainingSums(pieces: readonly TrainingPiece[]): Shelves {
  const shelves: Record<string, Record<string, number>> = {};
  const add = (shelf: string, name: string, value: number) => {
    const sums = shelves[shelf] ?? {};
    shelves[shelf] = sums;
    if (value !== 0) sums[name] = (sums[name] ?? 0) + value;
  };
  for (const piece of pieces) {
    const [shelf, month] = [trainingShelf(piece.day.slice(0, 4)), monthIn(piece.day)];
    for (const scope of scopesOf(piece)) {
      for (const [name, value] of Object.entries(additiveOf(piece))) add(shelf, `${name}:${month}:${scope}`, value);
    }
  }
  for (const { year, scope, pieces: there } of groupsOf(pieces.filter(came))) {
    const months = new Set(there.map(({ day }) => monthIn(day)));
    const shelf = trainingShelf(year);
    for (const day of new Set(there.map((piece) => piece.day))) add(shelf, `d:${monthIn(day)}:${scope}`, 1);
    for (const month of firstMonths(there)) add(shelf, `c:${month}:${scope}`, 1);
    for (const period of periodsOf(months)) add(shelf, `n:${period}:${scope}`, 1);
    add(peopleShelf(year, scope), patternOf(months), 1);
  }
  return shelves;
}

function additiveOf(piece: TrainingPiece): Record<'t' | 'v' | 'm' | 's' | 'a' | 'l', number> {
  const { enrolled, state, minutes, views } = piece;
  const there = came(piece) ? 1 : 0;
  const seat = enrolled ? 1 : 0;
  return { t: there, v: views, m: minutes, s: seat, a: seat * there, l: enrolled && state === 'excused' ? 1 : 0 };
}

/** The pieces of each year and scope. */
function groupsOf(pieces: readonly TrainingPiece[]) {
  const groups = new Map<string, { year: string; scope: Scope; pieces: TrainingPiece[] }>();
  for (const piece of pieces) {
    const year = piece.day.slice(0, 4);
    for (const scope of scopesOf(piece)) {
      const group = groups.get(`${year} ${scope}`);
      if (group === undefined) groups.set(`${year} ${scope}`, { year, scope, pieces: [piece] });
      else group.pieces.push(piece);
    }
  }
  return groups.values();
}

/** For each course the month in which somebody first came to it. */
function firstMonths(pieces: readonly TrainingPiece[]): string[] {
  const first = new Map<string, string>();
  for (const { course, day } of pieces) {
    const before = first.get(course);
    if (before === undefined || day < before) first.set(course, day);
  }
  return [...first.values()].map(monthIn);
}

function unitsIn(entries: readonly Pick<TrainingEntry, 'unit'>[]): string[] {
  return [...new Set(entries.flatMap(({ unit }) => unit ?? []))];
}

/** The family, as the tally takes it. */
export const trainingSource = {
  kind: 'trained',
  stamp: ({ version, at }) => ({ version, at }),
  unitsOf: ({ entries }) => unitsIn(entries),
  pieces: (year) => trainingPieces(year),
  sumsOf: trainingSums,
} satisfies Source<TrainingYear, TrainingPiece> as unknown as Source;
