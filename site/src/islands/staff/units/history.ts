// A unit's past and what is settled of its future, as one list of events, the latest first. Pure.
import type { Answer } from '../../../../../functions/contract/index.ts';
import type { Day } from '../../../../../functions/domain/time.ts';
import type { Post } from '../../../../../functions/domain/units/unit.ts';

export type UnitRead = Answer<'readUnit'>;
export type Holding = UnitRead['posts'][number];

export type Happening =
  | { kind: 'opened'; day: Day; name: string }
  | { kind: 'renamed'; day: Day; before: string; name: string }
  /** null: a parent that one may not read. */
  | { kind: 'moved'; day: Day; parent: string | null }
  | { kind: 'appointed' | 'relieved'; day: Day; post: Post; person: string; name: string | undefined }
  | { kind: 'closed'; day: Day; successors: string[] };

/** Everything that happened to a unit. What falls on one day keeps the order: opened, renamed, moved, posts, closed; and so turned round here. */
export function historyOf(unit: UnitRead): Happening[] {
  const { names, parents, posts, opened, closed, successors } = unit;
  const happenings: Happening[] = [
    { kind: 'opened', day: opened, name: names[0]?.value ?? unit.name },
    ...names
      .slice(1)
      .map(
        ({ from, value }, i): Happening => ({ kind: 'renamed', day: from, before: names[i]?.value ?? '', name: value }),
      ),
    ...parents.slice(1).map(({ from, value }): Happening => ({ kind: 'moved', day: from, parent: value })),
    ...posts.flatMap(changesOf),
    ...(closed === undefined ? [] : [{ kind: 'closed' as const, day: closed, successors }]),
  ];
  return happenings.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).reverse();
}

/** Who holds a post on a day. */
export function holdersOn(unit: UnitRead, day: Day): Holding[] {
  return unit.posts.filter(({ from, to }) => from <= day && (to === undefined || day < to));
}

/** The other units that a history speaks of. */
export function unitsIn({ parents, successors }: UnitRead): string[] {
  return [...new Set([...parents.map(({ value }) => value).filter((id) => id !== null), ...successors])];
}

function changesOf({ post, person, name, from, to }: Holding): Happening[] {
  const begun: Happening = { kind: 'appointed', day: from, post, person, name };
  return to === undefined ? [begun] : [begun, { kind: 'relieved', day: to, post, person, name }];
}
