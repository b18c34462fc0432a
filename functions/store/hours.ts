// The ledger of hours: one item an entry, under its person. An entry of training is put once under its session and number; a correction revokes it,
// with who and why, and puts the next. Nothing is deleted.
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { HoursEntry } from '../domain/hours/entries.ts';
import { keys } from './keys.ts';
import { type Item, itemsIn } from './ranges.ts';
import { CorruptItem, isConditionFailed, RETRY_MS, type Table, TableBusy } from './table.ts';
import { type Part, putNew } from './transactions.ts';

/** An entry with whose it is and, of training, where it was earned. */
export type StoredEntry = HoursEntry & { person: string; course?: string; session?: string };

/** Entries that are written at once. */
const WRITES_AT_ONCE = 16;

export function hours(table: Table) {
  return {
    /** All of a person's entries; consistent, for certificates are issued right after a course is closed. */
    async ofPerson(person: string): Promise<StoredEntry[]> {
      const found: StoredEntry[] = [];
      const range = { PK: keys.person(person).PK, prefix: 'HOURS#', consistent: true };
      for await (const item of itemsIn(table, range)) found.push(readEntry(item));
      return found;
    },

    /**
     * Puts entries where none are; one whose id is there already stays as it is. Each is a write of its own: what a busy table refuses is tried
     * again, so that one throttled write does not undo the work of fifty. Gives how many are new.
     */
    async putAll(entries: readonly StoredEntry[]): Promise<number> {
      let [written, left] = [0, entries];
      for (const ms of [...RETRY_MS, undefined]) {
        const outcomes = await atMost(WRITES_AT_ONCE, left, (entry) => put(table, entry));
        written += outcomes.filter((outcome) => outcome === 'new').length;
        left = left.filter((_, i) => outcomes[i] === 'busy');
        if (left.length === 0) return written;
        if (ms !== undefined) await table.delay(ms);
      }
      throw new TableBusy('table busy: entries left unwritten');
    },
  };
}

async function put(table: Table, entry: StoredEntry): Promise<'new' | 'same' | 'busy'> {
  const Item = { ...keys.hours(entry.person, entry.id), ...entry };
  const ConditionExpression = 'attribute_not_exists(PK)';
  try {
    await table.doc.send(new PutCommand({ TableName: table.name, Item, ConditionExpression }));
    return 'new';
  } catch (error) {
    if (isConditionFailed(error)) return 'same';
    if ((error as Error).name === 'TableBusy') return 'busy';
    throw error;
  }
}

/** Works on parts, one part after the other; the outcomes in the order of what was worked on. */
async function atMost<T, R>(most: number, all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const outcomes: R[] = [];
  for (let first = 0; first < all.length; first += most) {
    outcomes.push(...(await Promise.all(all.slice(first, first + most).map(work))));
  }
  return outcomes;
}

/** The writes that put an entry in the place of another: the one with its last state added (`revoked`), the other new. Either may be missing. */
export function replaceParts(
  table: Table,
  { revoked, next }: { revoked?: StoredEntry | undefined; next?: StoredEntry | undefined },
): Part<'conflict'>[] {
  const moved = revoked && {
    Put: {
      TableName: table.name,
      Item: { ...keys.hours(revoked.person, revoked.id), ...revoked },
      ConditionExpression: 'size(#facts) = :count',
      ExpressionAttributeNames: { '#facts': 'facts' },
      ExpressionAttributeValues: { ':count': revoked.facts.length - 1 },
    },
  };
  const added = next && putNew(table, { ...keys.hours(next.person, next.id), ...next });
  return [moved, added].flatMap((write) => (write === undefined ? [] : [{ write, refused: 'conflict' as const }]));
}

/** An item as an entry; CorruptItem for what is none. */
export function readEntry({ PK, SK, ...entry }: Item): StoredEntry {
  const { id, person, kind, facts, evidence } = entry;
  const isText = [id, person, kind].every((value) => typeof value === 'string');
  if (!isText || !Array.isArray(facts) || !Array.isArray(evidence)) throw new CorruptItem({ PK, SK });
  return entry as unknown as StoredEntry;
}
