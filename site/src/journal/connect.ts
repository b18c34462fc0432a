// A person's connection: the wire, the sync and the session put together. Loaded only when somebody is, or has just been, signed in.
import { type Call, client } from '../api/client.ts';
import type { BrowserEnv } from './env.ts';
import type { KeptJournal } from './journal.ts';
import { completeSignIn, forget, handOver, type SignedOut, signOut, type Who, whoAmI } from './session.ts';
import { type Sync, startSync } from './start-sync.ts';

export interface Connection {
  /** The wire itself, for what is the person's own. */
  call: Call;
  sync: Sync;
  /** Who was here when the page opened, as far as known. */
  who: Who;
  /** Asks the server who is signed in: after sync says `other-person`. */
  whoAmI(): Promise<Who>;
  /** Throws ApiProblem when the session could not be ended; then nothing has changed. */
  signOut(): Promise<SignedOut>;
  /** After the account was deleted: nothing of the person stays on this browser. */
  forget(): Promise<void>;
  /** After the person has become another one by claiming a record: they sign in again. */
  handOver(): Promise<void>;
}

export async function connect(journal: KeptJournal, env: BrowserEnv, send: typeof fetch): Promise<Connection> {
  const call = client(send);
  const sync = startSync(journal, call, env);
  try {
    const who = await completeSignIn(journal, call, { sync, page: env.page });
    return {
      call,
      sync,
      who,
      whoAmI: () => whoAmI(journal, call),
      signOut: () => signOut(journal, call, { sync, locks: env.locks }),
      forget: () => forget(journal, env.locks),
      handOver: () => handOver(journal, env.locks),
    };
  } catch (error) {
    sync.stop();
    throw error;
  }
}
