// What every island finds around it: words, journal, bank, sync; and the two hooks that hand it over.
import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Instant } from '../../../functions/domain/time.ts';
import type { Call } from '../api/client.ts';
import type { Journal } from '../journal/journal.ts';
import type { Sync } from '../journal/start-sync.ts';
import type { Lang } from '../words/lang.ts';
import type { Words } from '../words/zh.ts';
import type { Bank } from './bank.ts';
import type { Session } from './session.ts';
import type { Offer } from './toast.ts';

export interface Shell {
  lang: Lang;
  words: Words;
  /** The address of a page in the page's language. */
  page(path: string): string;
  bank: Bank;
  journal: Journal;
  /** The wire. Missing, like `sync`, until a signed-in person's connection is there. */
  call?: Call;
  /** Missing until a signed-in person's connection is there. */
  sync?: Sync;
  /** Missing where nothing is kept: then there is nothing to take along to an account. */
  session?: Session;
  now(): Instant;
  newId(): string;
  /** Says something for a few seconds, with one thing to do about it at most. */
  toast(text: string, offer?: Offer): void;
}

const ShellContext = createContext<Shell | undefined>(undefined);

export const ShellProvider = ShellContext.Provider;

export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (shell === undefined) throw new Error('an island stands outside the shell');
  return shell;
}

/** The journal; the island is drawn anew whenever it changes, in this tab or another. */
export function useJournal(): Journal {
  const { journal } = useShell();
  const [, draw] = useState(0);
  useEffect(() => journal.subscribe(() => draw((n) => n + 1)), [journal]);
  return journal;
}
