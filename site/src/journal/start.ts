// How a page begins: its journal, and a connection as soon as somebody is signed in. A guest's page loads nothing of the wire and asks nothing.
import type { Connection } from './connect.ts';
import { GUEST, JournalUnavailable } from './db.ts';
import type { BrowserEnv } from './env.ts';
import { type Journal, type KeptJournal, openJournal } from './journal.ts';
import { memoryJournal } from './memory-journal.ts';

export interface Started {
  journal: Journal;
  /** Why the journal is not kept; missing when it is. */
  unavailable?: JournalUnavailable;
  /** Calls once with the connection when there is one: soon, after a sign-in in another tab, or never. */
  connected(hear: (connection: Connection) => void): void;
}

/** Opens the page's journal, or one in memory where the browser keeps nothing. */
export async function startJournal(env: BrowserEnv, send: typeof fetch): Promise<Started> {
  try {
    const journal = await openJournal(env);
    return { journal, connected: connecting(journal, env, send) };
  } catch (error) {
    if (!(error instanceof JournalUnavailable)) throw error;
    return { journal: memoryJournal(env, error), unavailable: error, connected: () => {} };
  }
}

function connecting(journal: KeptJournal, env: BrowserEnv, send: typeof fetch): Started['connected'] {
  let connection: Promise<Connection> | undefined;
  return (hear) => {
    let asked = false;
    const attempt = () => {
      if (asked || !isNeeded(journal, env)) return;
      asked = true;
      connection ??= import('./connect.ts').then(({ connect }) => connect(journal, env, send));
      connection.then(
        (it) => {
          stop();
          hear(it);
        },
        () => {
          // The module could not be loaded (offline, and never loaded before): the next change of the journal tries again.
          asked = false;
          connection = undefined;
        },
      );
    };
    const stop = journal.subscribe(attempt);
    attempt();
  };
}

function isNeeded(journal: KeptJournal, env: BrowserEnv): boolean {
  return journal.profile !== GUEST || new URL(env.page.href).searchParams.has('signed-in');
}
