// The secret address of one's own calendar: made, made anew, ended. Whoever holds it reads the calendar, and nothing else.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, can, ofPerson } from '../domain/access/can.ts';
import { signedIn } from './access.ts';
import type { CoreDeps } from './deps.ts';
import { Problem } from './problem.ts';

/** Whether one has an address, and since when. */
export function showMyCalendar(deps: CoreDeps) {
  return async (actor: Actor, { params }: Input<'showMyCalendar'>): Promise<Answer<'showMyCalendar'>> => {
    requireOwn(actor, params.person);
    const held = await deps.store.calendars.ofPerson(params.person);
    return held === undefined ? {} : { madeAt: held.madeAt };
  };
}

/** Makes an address, shown this once, or ends it; the one before stops at once. Problem `conflict` when another page does the same. */
export function changeMyCalendar(deps: CoreDeps) {
  return async (actor: Actor, { params, body }: Input<'changeMyCalendar'>): Promise<Answer<'changeMyCalendar'>> => {
    requireOwn(actor, params.person);
    const before = await deps.store.calendars.ofPerson(params.person);
    const token = deps.newSecret();
    const after = { tokenHash: await deps.digest(token), madeAt: deps.now() };
    const isMade = body.kind === 'make';
    const done = await deps.store.calendars.replace(params.person, isMade ? { before, after } : { before });
    if (done === 'conflict') throw new Problem('conflict');
    return isMade ? { madeAt: after.madeAt, address: `${deps.origin}/api/public/calendars/people/${token}` } : {};
  };
}

function requireOwn(actor: Actor, person: string): void {
  signedIn(actor);
  if (!can.readOwnTraining(actor, ofPerson(person))) throw new Problem('not_found');
}
