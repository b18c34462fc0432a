// The first operator. Every role is granted by somebody, but for the first one: this is the only place where a role comes from nobody.
// The platform's own unit is the gate: it is opened once, with the name of the one person who begins, and nothing here is done twice.
import type { AuditEntry } from '../domain/audit/chain.ts';
import type { Day } from '../domain/time.ts';
import { change } from '../domain/units/changes.ts';
import type { World } from '../domain/units/draft.ts';
import type { Unit } from '../domain/units/unit.ts';
import type { Deps } from './deps.ts';
import { Problem } from './problem.ts';

/** The unit of those who run the platform: a tree of its own, so that no bureau stands above it. */
export const PLATFORM = 'platform';

/** The only grant that no person made. */
const FIRST_GRANT = 'first-operator';

/** What a beginning needs of the deps: no vault, and so no key. */
type Beginner = Pick<Deps, 'store' | 'now'>;

/** `person` must be there already: somebody who has signed in once, or whom the caller has made. */
export interface Beginning {
  person: string;
  /** What the platform's unit is called. */
  name: string;
  division: string;
  /** The first day of the unit and of the role. */
  from: Day;
}

/**
 * Makes a person the first operator. Again for the same person it changes nothing, also when the role was ended since. Problem `conflict` when
 * somebody else is the first, `not_found` when there is no such person. For whoever deploys: no route leads here.
 */
export function bootstrap(deps: Beginner) {
  return async ({ person, name, division, from }: Beginning): Promise<void> => {
    if ((await deps.store.people.get(person)) === undefined) throw new Problem('not_found');
    await openPlatform(deps, { person, name, division, from });
    const platform = await deps.store.units.get(PLATFORM);
    // Posts are only added to: the first is the one that it was opened with.
    if (platform?.posts[0]?.person !== person) throw new Problem('conflict');
    const grant = { id: FIRST_GRANT, person, unit: PLATFORM, role: 'operator', from, by: person } as const;
    const thing = { type: 'grant', id: FIRST_GRANT };
    const entry = entryOf(deps, { action: 'grantRole', thing, after: { person, role: 'operator', from } });
    const done = await deps.store.grants.put(grant, [entry]);
    if (done === 'person-unknown') throw new Problem('not_found');
  };
}

/** Opens the unit with its head, in one write; when it is there already, somebody has begun before. */
async function openPlatform(deps: Beginner, { person, name, division, from }: Beginning): Promise<void> {
  const opening = { id: PLATFORM, kind: 'agency', division, name, parent: null } as const;
  const opened = unitAfter(change(worldOf(), { kind: 'open', opening }, from));
  const wanted = { kind: 'appoint', unit: PLATFORM, post: 'head', person } as const;
  const after = unitAfter(change(worldOf(opened), wanted, from));
  const thing = { type: 'unit', id: PLATFORM };
  const entry = entryOf(deps, { action: 'open', thing, after: { name, day: from, posts: [`head ${person}`] } });
  await deps.store.units.put({ changed: [{ after }] }, [entry]);
}

function worldOf(...units: Unit[]): World {
  return { lookup: (id) => units.find((unit) => unit.id === id), childrenFrom: () => [] };
}

function unitAfter(outcome: ReturnType<typeof change>): Unit {
  const unit = outcome.ok ? outcome.units[0] : undefined;
  if (unit === undefined) throw new Error(`the platform's unit is refused: ${outcome.ok ? 'nothing' : outcome.reason}`);
  return unit;
}

function entryOf(deps: Beginner, { action, thing, after }: Pick<AuditEntry, 'action' | 'thing' | 'after'>): AuditEntry {
  const what = after === undefined ? {} : { after };
  return { at: deps.now(), actor: { kind: 'system', name: 'bootstrap' }, action, thing, unit: PLATFORM, ...what };
}
