// Finding one's own attempt: one answer for what is not there and for what is somebody else's, for attempts are looked up under the caller.
import { type Actor, can, ofPerson } from '../domain/access/can.ts';
import type { Attempt } from '../domain/attempts/attempt.ts';
import { type Person, signedIn } from './access.ts';
import type { MockDeps } from './deps.ts';
import { settled } from './mock-closing.ts';
import { Problem } from './problem.ts';

/** The caller, who asks about themselves. */
export function sitterFor(actor: Actor, person: string): Person {
  const me = signedIn(actor);
  if (!can.sitPaper(me, ofPerson(person))) throw new Problem('not_found');
  return me;
}

/** An attempt of the caller as it is stored. */
export async function storedFor(deps: MockDeps, actor: Actor, attempt: string): Promise<Attempt> {
  const found = await deps.store.attempts.get(signedIn(actor).person, attempt);
  if (found === undefined) throw new Problem('not_found');
  return found;
}

/** An attempt of the caller as it stands: closed, if its time is over. */
export async function attemptFor(deps: MockDeps, actor: Actor, attempt: string): Promise<Attempt> {
  return settled(deps, await storedFor(deps, actor, attempt));
}
