// A change of units is judged by the domain on the units as they were read, and written with a line for each unit that it changes.
import type { Facts } from '../domain/audit/facts.ts';
import type { Day } from '../domain/time.ts';
import { type Change, change } from '../domain/units/changes.ts';
import type { Unit } from '../domain/units/unit.ts';
import type { Act } from './audit.ts';
import { entryOf } from './audit.ts';
import type { StaffDeps } from './deps.ts';
import { Problem, refused } from './problem.ts';
import type { Gathered } from './units-world.ts';

/** A change, what it is judged on, and who makes it where. */
export interface Writing extends Pick<Act, 'me' | 'right' | 'place'> {
  gathered: Gathered;
  wanted: Change;
  day: Day;
  why: string;
}

/** Changes that stay within one unit: nothing above or below it can make them wrong. */
const ALONE: readonly Change['kind'][] = ['rename', 'correct', 'appoint', 'relieve'];

/** The units as they are now: changed and new ones. Problems `refused` by the domain, `conflict` when something changed meanwhile. */
export async function writeChange(deps: StaffDeps, { gathered, wanted, day, why, ...act }: Writing): Promise<Unit[]> {
  const outcome = change(gathered.world, wanted, day);
  if (!outcome.ok) throw outcome.reason === 'unit-unknown' ? new Problem('not_found') : refused(outcome.reason);
  const changed = outcome.units.map((after) => ({ before: gathered.units.get(after.id), after }));
  const entries = changed.map(({ before, after }) =>
    entryOf(deps, {
      ...{ ...act, action: wanted.kind, unit: after.id, thing: { type: 'unit', id: after.id }, why },
      ...(before === undefined ? {} : { before: factsOf(before) }),
      after: { day, ...factsOf(after) },
    }),
  );
  const relied = ALONE.includes(wanted.kind) ? [] : [...gathered.units.values()];
  const done = await deps.store.units.put({ changed, relied }, entries).catch(tooMany);
  if (done === 'conflict') throw new Problem('conflict');
  return outcome.units;
}

/** What of a unit stands in an audit line: its last entries, and who holds its posts. */
function factsOf(unit: Unit): Facts {
  const { names, parents, closed = null, quota = null, contacts, posts, version, successors } = unit;
  return {
    ...{ name: names.at(-1)?.value ?? null, parent: parents.at(-1)?.value ?? null, closed, quota, version },
    ...{ phone: contacts.phone ?? null, address: contacts.address ?? null, successors },
    posts: posts.map(({ post, person, from, to }) => `${post} ${person} ${from}/${to ?? ''}`),
  };
}

/** Told by its name: this room does not import the store. */
function tooMany(error: unknown): never {
  throw (error as Error).name === 'TooManyWrites' ? refused('too-many') : error;
}
