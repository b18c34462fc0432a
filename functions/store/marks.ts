// Marks at the doors of training sessions: who came and went. Each is a fact under its number, put where none is and never edited: taking one back
// is another mark. What goes with a mark (a scan that is used up, a device's number, an arrival, audit lines) is in the mark's transaction.

import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Presence, Void } from '../domain/attendance/marks.ts';
import type { AuditEntry } from '../domain/audit/chain.ts';
import { relayBody } from '../domain/door/relays.ts';
import type { Instant } from '../domain/time.ts';
import type { Commit } from './audit.ts';
import { keys, LAST } from './keys.ts';
import { type Item, itemsIn, type Range } from './ranges.ts';
import { CorruptItem, isConditionFailed, type Table } from './table.ts';
import { type Part, putAny, putNew } from './transactions.ts';

/** What of a stored mark its meaning does not need. */
interface Receipt {
  session: string;
  person: string;
  receivedAt: Instant;
  /** The id its page made for the request, and a hash of what was asked: the same request again finds this mark. */
  request: string;
  asked: string;
  /** The step of its code, for marks by code; the ticket, for a scan before sign-in. */
  step?: number;
  scan?: string;
  /** The number the trainer's device gave it, and what its clock said when that was off. */
  seq?: number;
  claimedAt?: Instant;
  /** What a walk-in is called, who is on no roster. */
  name?: string;
}

export type Mark = (Presence | Void) & Receipt;

/** That a person came to a session, as `arrivals` lists it. */
export interface Arrival {
  session: string;
  at: Instant;
  startsAt: Instant;
  endsAt: Instant;
  device?: string;
}

/** What is written with a mark. `relay` is the device and number under which it was delivered. */
export interface With {
  arrival?: Arrival;
  relay?: { device: string; seq: number };
  entries?: readonly AuditEntry[];
}

/** `taken`: another mark of the person was received meanwhile. `delivered`: the device has delivered this number. `used`: the scan is used up. */
export type MarkPut = 'done' | 'taken' | 'delivered' | 'used';

export function marks(table: Table, commit: Commit) {
  return {
    /** A person's marks at a session in the order of receipt; consistent, because the next one is built on them. */
    ofPerson: (session: string, person: string): Promise<Mark[]> =>
      listed(table, { PK: keys.door(session).PK, prefix: `MARK#${person}#`, consistent: true }),

    /** The same for somebody whose first mark is known: a mark is never edited. */
    async sinceFirst(first: Mark): Promise<Mark[]> {
      const { session, person } = first;
      const range = { PK: keys.door(session).PK, prefix: `MARK#${person}#`, after: keys.mark(session, person, 1).SK };
      return [first, ...(await listed(table, { ...range, consistent: true }))];
    },

    /** All marks of a session, by person and then in the order of receipt. */
    ofSession: (session: string): Promise<Mark[]> => listed(table, { PK: keys.door(session).PK, prefix: 'MARK#' }),

    /** The marks of those whose ids lie past one and up to another, in the same order: a part of a list of people. */
    between: (session: string, { after, until }: { after?: string; until?: string }): Promise<Mark[]> =>
      listed(table, {
        PK: keys.door(session).PK,
        prefix: 'MARK#',
        after: after === undefined ? undefined : `MARK#${after}#${LAST}`,
        until: until === undefined ? undefined : `MARK#${until}#${LAST}`,
        consistent: true,
      }),

    /** Where a person has come to, in no order of time. */
    async arrivals(person: string): Promise<Arrival[]> {
      const found: Arrival[] = [];
      for await (const item of itemsIn(table, { PK: keys.person(person).PK, prefix: 'ARRIVAL#' })) {
        found.push(readArrival(item));
      }
      return found;
    },

    /**
     * Puts a mark with what goes with it. With nothing but an arrival it is two plain writes, at half of what a transaction costs: the arrival
     * first, which without its mark says nothing.
     */
    async put(mark: Mark, more: With = {}): Promise<MarkPut> {
      const { arrival, relay, entries = [] } = more;
      const isPlain = mark.scan === undefined && relay === undefined && entries.length === 0;
      if (!isPlain) return commit(markParts(table, mark, more), entries);
      if (arrival !== undefined) {
        await table.doc.send(new PutCommand({ TableName: table.name, Item: arrivalItem(mark.person, arrival) }));
      }
      return putAlone(table, mark);
    },

    /** Which mark a device delivered under a number; undefined when none. */
    async delivered(
      session: string,
      device: string,
    ): Promise<Map<number, { person: string; n: number; body: string }>> {
      const found = new Map<number, { person: string; n: number; body: string }>();
      const range = { PK: keys.door(session).PK, prefix: `RELAY#${device}#`, consistent: true };
      for await (const { PK, SK, seq, person, n, body } of itemsIn(table, range)) {
        if (typeof seq !== 'number' || typeof n !== 'number') throw new CorruptItem({ PK, SK });
        found.set(seq, { person: String(person), n, body: String(body) });
      }
      return found;
    },
  };
}

async function putAlone(table: Table, mark: Mark): Promise<'done' | 'taken'> {
  const Item = { ...keys.mark(mark.session, mark.person, mark.n), ...mark };
  const ConditionExpression = 'attribute_not_exists(PK)';
  try {
    await table.doc.send(new PutCommand({ TableName: table.name, Item, ConditionExpression }));
    return 'done';
  } catch (error) {
    if (isConditionFailed(error)) return 'taken';
    throw error;
  }
}

function arrivalItem(person: string, arrival: Arrival) {
  return { ...keys.arrival(person, arrival.session), ...arrival };
}

/** The writes of a mark and of what goes with it. */
export function markParts(table: Table, mark: Mark, { arrival, relay }: With = {}): Part<Exclude<MarkPut, 'done'>>[] {
  const { session, person, n, scan, kind, claimedAt, at } = mark;
  const scanned = scan === undefined ? [] : [{ write: useOf(table, session, scan), refused: 'used' as const }];
  const body = relayBody({ person, kind, at: claimedAt ?? at });
  const delivery = relay && { ...keys.relay(session, relay.device, relay.seq), seq: relay.seq, person, n, body };
  return [
    ...scanned,
    ...(delivery === undefined ? [] : [{ write: putNew(table, delivery), refused: 'delivered' as const }]),
    { write: putNew(table, { ...keys.mark(session, person, n), ...mark }), refused: 'taken' },
    ...(arrival === undefined
      ? []
      : [{ write: putAny(table, arrivalItem(person, arrival)), refused: 'taken' as const }]),
  ];
}

/** A scan is used up with the mark it makes, or not at all. */
function useOf(table: Table, session: string, scan: string) {
  return {
    Delete: { TableName: table.name, Key: keys.scan(session, scan), ConditionExpression: 'attribute_exists(PK)' },
  };
}

async function listed(table: Table, range: Range): Promise<Mark[]> {
  const found: Mark[] = [];
  for await (const item of itemsIn(table, range)) found.push(readMark(item));
  return found;
}

export function readMark({ PK, SK, ...mark }: Item): Mark {
  const { session, person, n, kind, at, receivedAt, how, request, asked } = mark;
  const isText = [session, person, kind, at, receivedAt, how, request, asked].every(
    (value) => typeof value === 'string',
  );
  if (!isText || typeof n !== 'number') throw new CorruptItem({ PK, SK });
  return mark as unknown as Mark;
}

function readArrival({ PK, SK, ...arrival }: Item): Arrival {
  const { session, at, startsAt, endsAt } = arrival;
  const isText = [session, at, startsAt, endsAt].every((value) => typeof value === 'string');
  if (!isText) throw new CorruptItem({ PK, SK });
  return arrival as unknown as Arrival;
}
