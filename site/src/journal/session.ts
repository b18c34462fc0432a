// Who is here: asking the server only when somebody may be signed in, taking a guest's work along at sign-in, and leaving nothing behind at sign-out.
import { ApiProblem, type Call } from '../api/client.ts';
import { leaveExams } from '../exam/leave.ts';
import { claimRows, dropRows, handOverRows, wipeRows } from './claim.ts';
import { GUEST } from './db.ts';
import type { KeptJournal } from './journal.ts';
import { leaveMock } from './mock-left.ts';
import type { Sync } from './start-sync.ts';
import { alone, type How } from './sync.ts';

/** `confirmed`: the server said so just now; otherwise it is what this browser remembers, as offline. */
export type Who = { kind: 'guest' } | { kind: 'person'; person: string; name: string; confirmed: boolean };

/** The page's address, and how to change it without loading. */
export interface PageAddress {
  href: string;
  replace(href: string): void;
}

const SIGNED_IN = 'signed-in';

/**
 * Who is here, as the server knows it; no request for a guest. When the session is another person's, theirs becomes the current journal and the last
 * one's stays apart. A session that has ended leaves the journal open: sync says `signed-out`. Needed when sync says `other-person`; a page that
 * opens takes `completeSignIn`, which asks only after a sign-in.
 */
export async function whoAmI(journal: KeptJournal, call: Call): Promise<Who> {
  return journal.profile === GUEST ? { kind: 'guest' } : (await ask(journal, call)).who;
}

/** Makes the person the current profile; whatever the guest did here becomes theirs. Doing it twice, or in two tabs, changes nothing more. */
export async function claim(journal: KeptJournal, person: string, name: string): Promise<void> {
  await claimRows(journal.db, person, name);
  await journal.changed();
}

/**
 * Who is here, for every page as it opens: as this browser remembers, without a request. When the address says that a sign-in has just ended it
 * asks who that is, claims, syncs and cleans the address; unanswered, the address stays as it is and the next load asks again.
 */
export async function completeSignIn(
  journal: KeptJournal,
  call: Call,
  { sync, page }: { sync: Pick<Sync, 'flush'>; page: PageAddress },
): Promise<Who> {
  const url = new URL(page.href);
  if (!url.searchParams.has(SIGNED_IN)) return rememberedIn(journal);
  const { who, answered } = await ask(journal, call);
  if (!answered) return who;
  if (who.kind === 'person') await sync.flush();
  url.searchParams.delete(SIGNED_IN);
  page.replace(url.href);
  return who;
}

export interface SignedOut {
  /** Where to navigate to end the identity provider's session too; null for nowhere. */
  next: string | null;
  /** Entries and reports that could not be sent: they wait here for the person's next sign-in. */
  unsent: number;
}

/**
 * Sends what it can, ends the session, takes from this browser what the server holds and makes the guest the current profile.
 * Throws ApiProblem when the session could not be ended (offline): then nothing has changed, and the person is still signed in.
 */
export async function signOut(
  journal: KeptJournal,
  call: Call,
  { sync, locks }: { sync: Pick<Sync, 'flush'>; locks: How['locks'] },
): Promise<SignedOut> {
  const person = journal.profile;
  if (person === GUEST) return { next: null, unsent: 0 };
  await sync.flush();
  const { next } = await call('logout', { body: {} }).catch((error) => {
    if (hasEnded(error)) return { next: null };
    throw error;
  });
  const unsent = await alone(locks, () => wipeRows(journal.db, person));
  await leaveExams(journal.env.indexedDB, false);
  await leaveMock(person, false);
  await journal.changed();
  return { next, unsent };
}

/** Takes all that is the person's from this browser, and makes the guest the current profile: the account was deleted. */
export async function forget(journal: KeptJournal, locks: How['locks']): Promise<void> {
  const person = journal.profile;
  if (person === GUEST) return;
  await alone(locks, () => dropRows(journal.db, person));
  await leaveExams(journal.env.indexedDB, true);
  await leaveMock(person, true);
  await journal.changed();
}

/** The same after the person has become another one: what was never sent waits here, as a guest's, for their next sign-in. */
export async function handOver(journal: KeptJournal, locks: How['locks']): Promise<void> {
  const person = journal.profile;
  if (person === GUEST) return;
  await alone(locks, () => handOverRows(journal.db, person, journal.env.newId));
  await leaveMock(person, true);
  await journal.changed();
}

async function ask(journal: KeptJournal, call: Call): Promise<{ who: Who; answered: boolean }> {
  const answer = await call('me').catch((error) => {
    if (error instanceof ApiProblem) return undefined;
    throw error;
  });
  // What stands in for the server (a hotel's gateway) may answer anything.
  if (!answer?.actor) return { who: rememberedIn(journal), answered: false };
  await journal.correctClock(answer.now);
  const { actor } = answer;
  if (actor.kind === 'guest') return { who: rememberedIn(journal), answered: true };
  if (actor.person !== journal.profile || actor.name !== journal.name) await claim(journal, actor.person, actor.name);
  return { who: { kind: 'person', person: actor.person, name: actor.name, confirmed: true }, answered: true };
}

function rememberedIn(journal: KeptJournal): Who {
  if (journal.profile === GUEST) return { kind: 'guest' };
  return { kind: 'person', person: journal.profile, name: journal.name ?? '', confirmed: false };
}

function hasEnded(error: unknown): boolean {
  return error instanceof ApiProblem && (error.code === 'not_signed_in' || error.code === 'session_expired');
}
