// Where the facts behind a unit's figures are: under the units that their pieces are of, by book. Written by the tally before it counts a fact, so that
// nothing is counted that is not found; one that leads to a fact without such a piece is stale, and harmless. And which units went into which.
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { figureKeys, JOINT } from './figure-keys.ts';
import { itemsIn, type Page, pageOf } from './ranges.ts';
import { CorruptItem, type Table } from './table.ts';
import type { Key } from './tally.ts';

export interface Pointer {
  unit: string;
  book: string;
  /** The key of the source fact. */
  source: Key;
}

/** A pointer as it is found. `at`: where to read on behind it. */
export interface FoundPointer extends Pointer {
  at: string;
}

export function factPointers(table: Table) {
  const put = (Item: Key) => table.doc.send(new PutCommand({ TableName: table.name, Item }));
  return {
    async add({ unit, book, source }: Pointer): Promise<void> {
      await put(figureKeys.pointer(unit, book, source));
    },

    /** The facts of a unit that stand on a book (`training#2026`), or on all (''), a part at a time; consistent. */
    of(unit: string, book: string, { limit, after }: { limit: number; after?: string }): Promise<Page<FoundPointer>> {
      const { PK } = figureKeys.pointer(unit, '', { PK: '', SK: '' });
      const from = { after: after ?? ' ' };
      const range = { PK, prefix: book === '' ? '' : `${book}${JOINT}`, consistent: true, limit, ...from };
      return pageOf(table, range, ({ SK }) => (SK.startsWith(`MERGED${JOINT}`) ? undefined : read(unit, { PK, SK })));
    },

    /** Notes that a unit went into another. */
    async addMerged(successor: string, unit: string): Promise<void> {
      await put(figureKeys.merged(successor, unit));
    },

    /** The units that went into a unit, by id; consistent. */
    async mergedInto(unit: string): Promise<string[]> {
      const { PK, SK: prefix } = figureKeys.merged(unit, '');
      const found: string[] = [];
      for await (const { SK } of itemsIn(table, { PK, prefix, consistent: true })) found.push(SK.slice(prefix.length));
      return found;
    },
  };
}

function read(unit: string, { PK, SK }: Key): FoundPointer {
  const [book, sourcePK, sourceSK, ...more] = SK.split(JOINT);
  if (book === undefined || sourcePK === undefined || sourceSK === undefined || more.length > 0) {
    throw new CorruptItem({ PK, SK });
  }
  return { unit, book, source: { PK: sourcePK, SK: sourceSK }, at: SK };
}
