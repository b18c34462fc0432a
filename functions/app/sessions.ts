// Signing in, staying signed in, signing out. The session is an item: deleting it takes effect at the next request.
import type { Answer } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { type Instant, instantOf, msOf } from '../domain/time.ts';
import type { PendingSignIn, SessionDeps, SignInDeps } from './deps.ts';
import { Problem } from './problem.ts';

/** A session lasts 30 days from the sign-in, used or not: long enough for a study month, short enough for a lost phone. */
const SESSION_DAYS = 30;

/** Somebody behind a cookie: `stale` tells an ended session from none. */
export interface Identified {
  actor: Actor;
  stale: boolean;
}

/** Who holds a session token. */
export function identify(deps: SessionDeps) {
  return async (token: string | undefined): Promise<Identified> => {
    if (token === undefined) return { actor: { kind: 'guest' }, stale: false };
    const session = await deps.store.sessions.get(await deps.digest(token));
    if (session === undefined || session.expiresAt <= deps.now()) return { actor: { kind: 'guest' }, stale: true };
    return { actor: { kind: 'person', person: session.person, grants: [] }, stale: false };
  };
}

/** Who the actor is, by name. */
export function me(deps: SessionDeps) {
  return async (actor: Actor): Promise<Answer<'me'>> => {
    const now = deps.now();
    if (actor.kind === 'guest') return { actor: { kind: 'guest' }, now };
    const person = await deps.store.people.get(actor.person);
    // Whoever has become another person signs in as that one.
    if (person === undefined || person.mergedInto !== undefined) throw new Problem('session_expired');
    return { actor: { kind: 'person', person: person.id, name: person.name }, now };
  };
}

/** Starts a sign-in: where to send the browser, and what it must bring back. */
export function beginSignIn(deps: SignInDeps) {
  return async (returnTo: string): Promise<{ location: string; pending: PendingSignIn }> => {
    const { location, ...secrets } = await deps.identity.begin().catch(unavailable);
    return { location, pending: { ...secrets, returnTo } };
  };
}

/** Completes a sign-in: a new session for the person behind the identity, who is made at the first one. */
export function completeSignIn(deps: SignInDeps) {
  return async (answer: URL, pending: PendingSignIn): Promise<{ token: string; expiresAt: Instant }> => {
    const proven = await deps.identity.complete(answer, pending).catch(unavailable);
    if (proven === undefined) throw new Problem('sign_in_failed');
    const person = await personOf(deps, proven);
    const startedAt = deps.now();
    const expiresAt = instantOf(msOf(startedAt) + SESSION_DAYS * 86_400_000);
    const token = deps.newSecret();
    await deps.store.sessions.put(await deps.digest(token), { person, startedAt, expiresAt });
    return { token, expiresAt };
  };
}

/** Ends the session, and says where the provider's own can be ended. */
export function signOut(deps: SignInDeps) {
  return async (token: string | undefined): Promise<Answer<'logout'>> => {
    if (token !== undefined) await deps.store.sessions.delete(await deps.digest(token));
    const next = await deps.identity.endSession().catch(() => undefined);
    return { next: next ?? null };
  };
}

/** A provider that rejects is out of reach, or answers what it must not: neither the person's fault nor ours to mend. */
function unavailable(cause: unknown): never {
  throw Object.assign(new Problem('identity_unavailable'), { cause });
}

/** The person behind an identity. Two first sign-ins at once make one person: the second finds the first's. */
async function personOf(
  deps: SessionDeps,
  { issuer, subject, name }: { issuer: string; subject: string; name: string },
): Promise<string> {
  const identity = { issuer, subject };
  const known = await deps.store.people.find(identity);
  if (known !== undefined) return known;
  const person = { id: deps.newId(), name, createdAt: deps.now() };
  if (await deps.store.people.add(identity, person)) return person.id;
  const other = await deps.store.people.find(identity);
  if (other === undefined) throw new Error('an identity was refused as taken, but leads to nobody');
  return other;
}
