// Changes of one unit that stays: its name, its parent, its contacts and quota, who holds its posts.
// Names and parents are added to after their last entry; a post begins after it was last held.
import type { Day } from '../time.ts';
import { type Draft, type Drafted, edited, type Refusal } from './draft.ts';
import { isSamePlace } from './faults.ts';
import { type Contacts, type Dated, endsBy, type Holding, type Post, type Unit } from './unit.ts';

export interface Rename {
  kind: 'rename';
  unit: string;
  name: string;
}

/** A unit that has a parent always has one: a tree never falls into two. A root may enter another tree. */
export interface Move {
  kind: 'move';
  unit: string;
  parent: string;
}

/** What is missing stays; `quota: null` takes the quota away. */
export interface Correct {
  kind: 'correct';
  unit: string;
  contacts?: Contacts;
  quota?: number | null;
}

export interface Appoint {
  kind: 'appoint';
  unit: string;
  post: Post;
  person: string;
}

/** The post is held no more from the day of the change on. */
export interface Relieve {
  kind: 'relieve';
  unit: string;
  post: Post;
  person: string;
}

export function rename(draft: Draft, { unit, name }: Rename, day: Day): Drafted {
  const edit = (u: Unit): Unit | Refusal => {
    if (isBlank(name)) return 'name-blank';
    const names = added(u.names, { from: day, value: name });
    return typeof names === 'string' ? names : { ...u, names };
  };
  return edited(draft, { unit, day, edit });
}

export function move(draft: Draft, { unit, parent }: Move, day: Day): Drafted {
  const edit = (u: Unit): Unit | Refusal => {
    const parents = added(u.parents, { from: day, value: parent });
    return typeof parents === 'string' ? parents : { ...u, parents };
  };
  return edited(draft, { unit, day, edit });
}

export function correct(draft: Draft, { unit, contacts, quota }: Correct, day: Day): Drafted {
  const edit = (u: Unit): Unit | Refusal => {
    if (contacts === undefined && quota === undefined) return 'no-change';
    if (!isQuota(quota)) return 'quota-invalid';
    const { quota: held, ...rest } = u;
    const next = quota === undefined ? held : (quota ?? undefined);
    return { ...rest, contacts: contacts ?? u.contacts, ...(next === undefined ? {} : { quota: next }) };
  };
  return edited(draft, { unit, day, edit });
}

export function appoint(draft: Draft, { unit, post, person }: Appoint, day: Day): Drafted {
  const edit = (u: Unit): Unit | Refusal => {
    const last = u.posts.filter((held) => isSamePlace(held, { post, person }));
    if (last.some((held) => !endsBy(held.to, day))) return 'post-held';
    return { ...u, posts: [...u.posts, { post, person, from: day }] };
  };
  return edited(draft, { unit, day, edit });
}

export function relieve(draft: Draft, { unit, post, person }: Relieve, day: Day): Drafted {
  const edit = (u: Unit): Unit | Refusal => {
    const isIt = (held: Holding) => held.post === post && held.person === person && !endsBy(held.to, day);
    const found = u.posts.find(isIt);
    if (found === undefined) return 'post-not-held';
    if (found.to !== undefined || found.from >= day) return 'later-change';
    return { ...u, posts: u.posts.map((held) => (held === found ? { ...held, to: day } : held)) };
  };
  return edited(draft, { unit, day, edit });
}

/** A name needs at least one character that shows. */
export function isBlank(name: string): boolean {
  return name.trim() === '';
}

/** Whether a quota, where there is one, is a whole number of people. */
export function isQuota(quota: number | null | undefined): boolean {
  return quota === undefined || quota === null || (Number.isSafeInteger(quota) && quota >= 0);
}

function added<T>(entries: readonly Dated<T>[], entry: Dated<T>): Dated<T>[] | Refusal {
  const last = entries.at(-1);
  if (last !== undefined && last.from >= entry.from) return 'later-change';
  if (last?.value === entry.value) return 'no-change';
  return [...entries, entry];
}
