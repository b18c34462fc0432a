// What training keeps of a person, made nameless where it stands. Every write is conditional on what was read and found again from what stays, so
// that a release that was cut off is done again from its beginning.
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import {
  namelessCompletion,
  namelessCorrection,
  namelessEnrolment,
  namelessEntry,
  namelessExcuse,
  namelessMark,
} from '../domain/people/nameless.ts';
import type { Instant } from '../domain/time.ts';
import { getItems } from './batch-get.ts';
import { keys } from './keys.ts';
import { type Item, itemsIn, type Range } from './ranges.ts';
import { CorruptItem, isConditionFailed, RETRY_MS, type Table, TableBusy } from './table.ts';

/** What is under a person and of use to nobody else. Arrivals go last: by them the sessions of walk-ins are found. */
const OWN_ONLY = ['REQUEST#', 'SEEN#', 'TRIES#', 'SUBSIDY#', 'ARRIVAL#'];

/** The part of an item that every change of it changes: by this a write that came in between is noticed. */
type Guard = 'version' | 'state' | 'status' | 'n' | 'facts';

interface Kept {
  /** The items as they stand; asked again when one of them was changed meanwhile. */
  items: () => Promise<Item[]>;
  guard: Guard;
  clean: (item: Item) => Item;
}

export function trainingTraces(table: Table) {
  const listed = async (range: Range): Promise<Item[]> => {
    const found: Item[] = [];
    for await (const item of itemsIn(table, { ...range, consistent: true })) found.push(item);
    return found;
  };
  const pointed = async (range: Range, keyOf: (item: Item) => { PK: string; SK: string }) =>
    getItems(table, (await listed(range)).map(keyOf));
  const own = (person: string, prefix: string): Range => ({ PK: keys.person(person).PK, prefix });

  return {
    /**
     * Makes nameless what is kept of a person in courses, at the doors of `sessions` and in the ledger, and drops what is theirs alone. `at` is
     * when completions that were valid are revoked. Again: the same.
     */
    async release(person: string, { sessions, at }: { sessions: readonly string[]; at: Instant }): Promise<void> {
      const kept: Kept[] = [
        {
          items: () => pointed(own(person, 'ENROLMENT#'), (item) => keys.enrolment(textIn(item, 'course'), person)),
          guard: 'version',
          clean: (item) => nextVersion(item, namelessEnrolment(as(item))),
        },
        { items: () => listed(own(person, 'HOURS#')), guard: 'facts', clean: (item) => namelessEntry(as(item)) },
        {
          items: () => pointed(own(person, 'COMPLETION#'), (item) => keys.completion(textIn(item, 'number'))),
          guard: 'status',
          clean: (item) => ({ ...item, maskedId: undefined, ...namelessCompletion(as(item), at) }),
        },
        ...sessions.flatMap((session) => atDoor(session, person)),
      ];
      for (const one of kept) await clear(table, one);
      for (const prefix of OWN_ONLY) {
        for (const { PK, SK } of await listed(own(person, prefix))) {
          await table.doc.send(new DeleteCommand({ TableName: table.name, Key: { PK, SK } }));
        }
      }
    },
  };

  function atDoor(session: string, person: string): Kept[] {
    const { PK } = keys.door(session);
    const excuse = keys.excuse(session, person);
    return [
      {
        items: () => listed({ PK, prefix: `MARK#${person}#` }),
        guard: 'n',
        clean: (item) => namelessMark(as(item)),
      },
      {
        items: () => getItems(table, [excuse]),
        guard: 'version',
        clean: (item) => nextVersion(item, namelessExcuse(as(item))),
      },
      {
        items: async () => (await listed({ PK, prefix: 'SUSPICION#' })).filter((item) => item.person === person),
        guard: 'version',
        clean: (item) => nextVersion(item, namelessExcuse(as(item))),
      },
      {
        items: async () => (await listed({ PK, prefix: 'CORRECTION#' })).filter((item) => item.person === person),
        guard: 'state',
        clean: (item) => namelessCorrection(as(item)),
      },
    ];
  }
}

/** Writes what is not clean yet, and looks again when somebody else was faster. */
async function clear(table: Table, { items, guard, clean }: Kept): Promise<void> {
  for (const ms of [...RETRY_MS, undefined]) {
    let isDone = true;
    for (const item of await items()) {
      const after = clean(item);
      if (same(item, after)) continue;
      if (!(await rewritten(table, { item, after, guard }))) isDone = false;
    }
    if (isDone) return;
    if (ms !== undefined) await table.delay(ms);
  }
  throw new TableBusy('table busy: traces left');
}

async function rewritten(
  table: Table,
  { item, after, guard }: { item: Item; after: Item; guard: Guard },
): Promise<boolean> {
  const held = item[guard];
  const command = new PutCommand({
    TableName: table.name,
    Item: after,
    ConditionExpression: Array.isArray(held) ? 'size(#guard) = :guard' : '#guard = :guard',
    ExpressionAttributeNames: { '#guard': guard },
    ExpressionAttributeValues: { ':guard': Array.isArray(held) ? held.length : held },
  });
  try {
    await table.doc.send(command);
    return true;
  } catch (error) {
    if (isConditionFailed(error)) return false;
    throw error;
  }
}

/** The version goes up with a change, so that whoever has read the item before writes nothing over it. */
function nextVersion(item: Item, after: object): Item {
  const cleaned = after as Item;
  return same(item, cleaned) ? cleaned : { ...cleaned, version: Number(item.version) + 1 };
}

function same(a: object, b: object): boolean {
  return sorted(a) === sorted(b);
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part !== 'object' || part === null || Array.isArray(part)
      ? part
      : Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
}

/** An item as what its key says it is; the reads of its aggregate have checked it whenever it was shown. */
function as<T>(item: Item): T & Item {
  return item as unknown as T & Item;
}

function textIn({ PK, SK, ...item }: Item, field: string): string {
  const value = item[field];
  if (typeof value !== 'string') throw new CorruptItem({ PK, SK });
  return value;
}
