// Who stands in the table of marks: everybody with a seat, and whoever came without. Pure.

import { type Own, ownIn } from '../door/live-marks.ts';
import type { RosterRow } from '../whole-course.ts';

export interface Attending {
  person: string;
  name: string;
  own: Own;
  isWalkIn: boolean;
}

/** By name. `unknown` stands for a name that nobody tells. */
export function attendingOf(rows: readonly RosterRow[], marks: ReadonlyMap<string, Own>, unknown: string): Attending[] {
  const enrolled = rows.filter(({ state }) => state === 'enrolled');
  const known = new Map(rows.map(({ person, name }) => [person, name]));
  const seated = new Set(enrolled.map(({ person }) => person));
  const others = [...marks].filter(([person]) => !seated.has(person));
  return [
    ...enrolled.map(({ person, name }) => ({ person, name, own: ownIn(marks, person), isWalkIn: false })),
    ...others.map(([person, own]) => {
      return { person, name: own.walkIn || known.get(person) || unknown, own, isWalkIn: own.walkIn !== undefined };
    }),
  ].sort((a, b) => (`${a.name} ${a.person}` < `${b.name} ${b.person}` ? -1 : 1));
}
