// The marks of a session as they come in: each once, and who is in by them. Pure.
import type { Answer } from '../../../../../../functions/contract/index.ts';
import { type Mark as Fact, type Presence, standing } from '../../../../../../functions/domain/attendance/marks.ts';

export type Mark = Answer<'listMarks'>['marks'][number];

/** The marks with what came since: a mark is known by its person and number. */
export function withFresh(held: readonly Mark[], fresh: readonly Mark[]): Mark[] {
  const byKey = new Map([...held, ...fresh].map((mark) => [`${mark.person} ${mark.n}`, mark]));
  return [...byKey.values()];
}

/** A person's marks, all and those that count. */
export interface Own {
  all: Mark[];
  standing: Presence[];
  /** Whether they are in now, have left, or have not come. */
  now: 'in' | 'out' | 'none';
  /** What a walk-in is called. */
  walkIn: string | undefined;
}

const NOBODY: Own = { all: [], standing: [], now: 'none', walkIn: undefined };

/** Person → their marks. */
export function byPerson(marks: readonly Mark[]): ReadonlyMap<string, Own> {
  const groups = Map.groupBy(marks, ({ person }) => person);
  return new Map([...groups].map(([person, all]) => [person, ownOf(all)]));
}

export function ownIn(found: ReadonlyMap<string, Own>, person: string): Own {
  return found.get(person) ?? NOBODY;
}

function ownOf(all: Mark[]): Own {
  const counting = standing(all as Fact[]);
  const last = counting.findLast(({ kind }) => kind !== 'mid')?.kind;
  const walkIn = all.find((mark) => mark.walkIn !== undefined)?.walkIn;
  return { all, standing: counting, now: last === 'in' ? 'in' : last === 'out' ? 'out' : 'none', walkIn };
}
