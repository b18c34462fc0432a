// Whose ledger it is, where that person stands, and what a caller may do to an entry of it.
import type { Action } from '../domain/access/actions.ts';
import { type Actor, can, ofPerson, type Place } from '../domain/access/can.ts';
import { canMoveEntry, type EntryMove as DomainMove, stateOf } from '../domain/hours/entries.ts';
import type { StoredEntry } from '../store/hours.ts';
import type { Person as Record } from '../store/person-writes.ts';
import { type Person, signedIn } from './access.ts';
import type { LedgerDeps } from './deps.ts';
import { placesOf } from './person-records.ts';
import { Problem } from './problem.ts';

export interface LedgerOf {
  me: Person;
  person: Record;
  /** Where the person works; nowhere for somebody of no unit. */
  places: Place[];
}

/** Taking back is the refusal of what one has proposed oneself. */
export type EntryMove = DomainMove | 'withdraw';

const MOVES: readonly EntryMove[] = ['approve', 'refuse', 'revoke', 'withdraw'];

/** Why a move may not be made: not by this caller at all, or by a rule. */
type MoveFault = 'not-yours' | 'entry-of-course' | 'entry-own' | 'entry-not-own' | 'entry-state';

/** A person's ledger for whoever may do `own` to what is theirs, or `staff` at a unit of the person; Problem `not_found` for everybody else. */
export async function ledgerOf(
  deps: LedgerDeps,
  actor: Actor,
  { id, own, staff }: { id: string; own: Action; staff: Action },
): Promise<LedgerOf> {
  const me = signedIn(actor);
  const person = await deps.store.people.get(id);
  if (person === undefined) throw new Problem('not_found');
  const held = { me, person, places: await placesOf(deps, person) };
  if (!can[own](me, ofPerson(id)) && placeFor(held, staff) === undefined) throw new Problem('not_found');
  return held;
}

/** The place of the person at which the caller may do an action. */
export function placeFor({ me, places }: LedgerOf, action: Action): Place | undefined {
  return places.find((place) => can[action](me, place));
}

/** Whether the caller looks at their own ledger. */
export function isOwn({ me, person }: LedgerOf): boolean {
  return me.person === person.id;
}

/** What stands against a move of an entry; undefined when nothing does. Nobody decides about their own hours, nor about what they proposed. */
export function faultOf(held: LedgerOf, entry: StoredEntry, move: EntryMove): MoveFault | undefined {
  const mine = stateOf(entry).by === held.me.person;
  const right = move === 'withdraw' ? isOwn(held) || placeFor(held, 'keepHours') : placeFor(held, 'approveHours');
  if (!right) return 'not-yours';
  if (entry.session !== undefined) return 'entry-of-course';
  if (move === 'withdraw' && !mine) return 'entry-not-own';
  if (move !== 'withdraw' && isOwn(held)) return 'entry-own';
  const made: DomainMove = move === 'withdraw' ? 'refuse' : move;
  // Somebody who is nobody here: then only the state can stand against it.
  if (!canMoveEntry(entry, made, '')) return 'entry-state';
  return canMoveEntry(entry, made, held.me.person) ? undefined : 'entry-own';
}

/** The moves that a caller may make. One's own proposal is withdrawn, not refused. */
export function movesFor(held: LedgerOf, entry: StoredEntry): EntryMove[] {
  const open = MOVES.filter((move) => faultOf(held, entry, move) === undefined);
  return open.includes('withdraw') ? open.filter((move) => move !== 'refuse') : open;
}
