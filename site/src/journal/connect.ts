// A person's connection: the wire, the sync and the session put together. Loaded only when somebody is, or has just been, signed in.
import { client } from '../api/client.ts';
import type { BrowserEnv } from './env.ts';
import type { KeptJournal } from './journal.ts';
import { completeSignIn, type SignedOut, signOut, type Who, whoAmI } from './session.ts';
import { type Sync, startSync } from './start-sync.ts';

export interface Connection {
  sync: Sync;
  /** Who was here when the page opened, as far as known. */
  who: Who;
  /** Asks the server who is signed in: after sync says `other-person`. */
  whoAmI(): Promise<Who>;
  /** Throws ApiProblem when the session could not be ended; then nothing has changed. */
  signOut(): Promise<SignedOut>;
}

export async function connect(journal: KeptJournal, env: BrowserEnv, send: typeof fetch): Promise<Connection> {
  const call = client(send);
  const sync = startSync(journal, call, env);
  try {
    const who = await completeSignIn(journal, call, { sync, page: env.page });
    return {
      sync,
      who,
      whoAmI: () => whoAmI(journal, call),
      signOut: () => signOut(journal, call, { sync, locks: env.locks }),
    };
  } catch (error) {
    sync.stop();
    throw error;
  }
}
