// What waits to be sent, and for how long already: the figures by which start-sync decides.
import { msOf } from '../../../functions/domain/time.ts';
import type { Waiting } from './due.ts';
import type { KeptJournal } from './journal.ts';
import { type Tally, tallyOf } from './streams.ts';
import { type Marks, marksOf } from './sync.ts';

export interface Watch {
  readonly tally: Tally;
  readonly marks: Marks;
  /** Reads the figures from the disk. */
  look(): Promise<void>;
  waiting(): Waiting;
  /** Milliseconds since the journal was last compared with the server's; Infinity for never. */
  sinceSynced(): number;
}

export function watched(journal: KeptJournal): Watch {
  let tally: Tally = { pending: 0, frozen: false, refused: 0, reports: 0 };
  let marks: Marks = {};
  let addedAt = 0;
  let oldestAt = 0;
  const now = () => msOf(journal.env.now());
  // A clock that was set back must not silence us: the distance counts, whatever its sign.
  const since = (at: string | undefined) => (at ? Math.abs(now() - msOf(at)) : Number.POSITIVE_INFINITY);
  return {
    get tally() {
      return tally;
    },
    get marks() {
      return marks;
    },
    async look() {
      const { profile } = journal;
      const before = tally.pending;
      tally = await journal.db.read((tx) => tallyOf(tx, profile));
      marks = await marksOf(journal.db, profile);
      if (tally.pending > before) addedAt = now();
      if (before === 0 || tally.pending < before) oldestAt = now();
    },
    waiting: () => ({
      pending: tally.pending,
      frozen: tally.frozen,
      sinceSent: since(marks.sentAt),
      sinceAdded: Math.abs(now() - addedAt),
      sinceOldest: Math.abs(now() - oldestAt),
    }),
    sinceSynced: () => since(marks.syncedAt),
  };
}
