// What a course that was held adds to the figures of its organiser (shelf `held#<year>`): sessions by their own months, the course as a whole by the month of
// its last session, people of whatever unit.
import type { CourseKind, Form } from '../courses/course.ts';
import type { Piece, Shelves } from '../figures/additions.ts';
import type { Source } from '../figures/source.ts';
import type { HeldCourse } from './held.ts';
import { monthIn, type Scope } from './scopes.ts';

/** A session, or (`course`) the course as a whole. */
export type HeldPiece = SessionPiece | CoursePiece;

interface SessionPiece extends Piece {
  what: 'session';
  kind: CourseKind;
  form: Form;
  minutes: number;
  came: number;
}

interface CoursePiece extends Piece {
  what: 'course';
  kind: CourseKind;
  /** Of its sessions. */
  forms: readonly Form[];
  cents: number;
  enrolled: number;
  noShows: number;
  people: Readonly<Record<string, number>>;
}

function heldShelf(year: string): string {
  return `held#${year}`;
}

export function heldPieces(held: HeldCourse): HeldPiece[] {
  const { unit, kind, day, cents, enrolled, noShows, people } = held;
  const forms = [...new Set(held.sessions.map(({ form }) => form))].sort();
  return [
    ...held.sessions.map(({ day: on, form, minutes, came }): HeldPiece => {
      return { what: 'session', unit, day: on, kind, form, minutes, came };
    }),
    { what: 'course', unit, day, kind, forms, cents, enrolled, noShows, people },
  ];
}

/**
 * Names of shelf `held#<year>`, each with `:<MM>:<scope>`, additive over months. By the session's month: `h` sessions held · `d` days with a session of the
 * course · `m` minutes held · `t` attendances by anybody. By the month of the course's last session, under each form that its sessions have: `k` courses
 * closed · `e` people with a seat · `x` of those came to none · `f` cents paid to providers · `g` people who came (under a form: to a session of it).
 */
export function heldSums(pieces: readonly HeldPiece[]): Shelves {
  const shelves: Record<string, Record<string, number>> = {};
  const add = ({ day }: Piece, { name, scope }: { name: string; scope: Scope }, value: number) => {
    const shelf = heldShelf(day.slice(0, 4));
    const sums = shelves[shelf] ?? {};
    shelves[shelf] = sums;
    const full = `${name}:${monthIn(day)}:${scope}`;
    if (value !== 0) sums[full] = (sums[full] ?? 0) + value;
  };
  const days = new Set<string>();
  for (const piece of pieces) {
    for (const scope of scopesIn(piece)) {
      for (const [name, value] of Object.entries(countsOf(piece, scope))) add(piece, { name, scope }, value);
      if (piece.what === 'course' || days.has(`${piece.day} ${scope}`)) continue;
      days.add(`${piece.day} ${scope}`);
      add(piece, { name: 'd', scope }, 1);
    }
  }
  return shelves;
}

function scopesIn(piece: HeldPiece): Scope[] {
  const forms = piece.what === 'session' ? [piece.form] : piece.forms;
  return ['all', `kind:${piece.kind}`, ...forms.map((form): Scope => `form:${form}`)];
}

function countsOf(piece: HeldPiece, scope: Scope): Record<string, number> {
  if (piece.what === 'session') return { h: 1, m: piece.minutes, t: piece.came };
  const { enrolled: e, noShows: x, cents: f, people } = piece;
  const came = Object.entries(people).filter(
    ([forms]) => !scope.startsWith('form:') || forms.split(' ').includes(scope.slice('form:'.length)),
  );
  return { k: 1, e, x, f, g: came.reduce((sum, [, count]) => sum + count, 0) };
}

/** The family, as the tally takes it. */
export const heldSource = {
  kind: 'held',
  stamp: ({ version, at }) => ({ version, at }),
  unitsOf: ({ unit }) => [unit],
  pieces: heldPieces,
  sumsOf: heldSums,
} satisfies Source<HeldCourse, HeldPiece> as unknown as Source;
