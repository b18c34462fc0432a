// The audit chain of each unit, and the one way a fact is written with its lines: together in one transaction, or neither.
// The head says where a chain ends; each transaction moves it on from where it read it, so that no line is lost, doubled or out of turn.
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import {
  type AuditEntry,
  type AuditLine,
  EMPTY_HEAD,
  type Hash,
  type Head,
  headOf,
  nextLine,
} from '../domain/audit/chain.ts';
import { keys } from './keys.ts';
import { lanes } from './lanes.ts';
import { type Item, itemsIn, pageOf } from './ranges.ts';
import { CorruptItem, type Table, TableBusy } from './table.ts';
import { type Part, putNew, transact } from './transactions.ts';
import { spreadWait } from './waits.ts';

/** Writes a fact's parts with the audit lines of its entries. The answer is the word of the first part that was refused, or 'done'. */
export type Commit = <R extends string>(
  parts: readonly Part<R>[],
  entries: readonly AuditEntry[],
) => Promise<'done' | R>;

/** Lines, newest first; `next` is where to go on, missing when nothing is left. */
export interface Lines {
  lines: AuditLine[];
  next?: number;
}

const HEAD_MOVED = 'audit-head-moved';

/** Tries while other processes move the head: 8 s at the very most, well within what a function has. */
const ATTEMPTS = 12;
const WAIT_FIRST_MS = 20;
const WAIT_MOST_MS = 1_000;

/** Where a process has left each chain. */
export type Heads = Map<string | null, Head>;

interface Chains {
  table: Table;
  hash: Hash;
  heads?: Heads | undefined;
}

/**
 * The way to write facts with their lines. `hash` makes the chain: SHA-256 or a keyed hash. `heads` is for a process that writes much and
 * alone, as a seeding does: it reads no head twice. One that has moved meanwhile costs an attempt, nothing else.
 */
export function commits(table: Table, hash: Hash, heads?: Heads): Commit {
  const inTurn = lanes();
  return (parts, entries) => {
    const chains = entries.map(({ unit }) => keys.auditHead(unit).PK);
    return inTurn(chains, () => committed({ table, hash, heads }, parts, entries));
  };
}

async function committed<R extends string>(
  { table, hash, heads }: Chains,
  parts: readonly Part<R>[],
  entries: readonly AuditEntry[],
): Promise<'done' | R> {
  for (let attempt = 1; ; attempt += 1) {
    const chains = await linesFor({ table, hash, heads: attempt === 1 ? heads : undefined }, entries);
    const refused = await transact<R | typeof HEAD_MOVED>(table, [
      ...parts,
      ...chains.flatMap(({ unit, head, lines }) => writesFor(table, unit, { head, lines })),
    ]);
    const rule = refused.find((why): why is R => why !== HEAD_MOVED);
    if (rule !== undefined) return rule;
    if (refused.length === 0) {
      for (const { unit, end } of chains) heads?.set(unit, end);
      return 'done';
    }
    if (attempt === ATTEMPTS) throw new TableBusy('table busy: audit head moved');
    await table.delay(waitAfter(attempt, chains[0]?.lines[0]?.hash ?? ''));
  }
}

export function audit(table: Table, commit: Commit) {
  return {
    head: (unit: string | null): Promise<Head> => headIn(table, unit),

    /** Writes lines of what changes no item: a number that was unmasked, an export that was made. */
    async add(entries: readonly AuditEntry[]): Promise<void> {
      await commit([], entries);
    },

    /** Lines of a unit from the line `from` backwards; from the last one when it is missing. */
    async list(unit: string | null, { from, limit }: { from?: number; limit: number }): Promise<Lines> {
      const range = { ...lineRange(unit), backwards: true, limit };
      const until = from === undefined ? undefined : keys.auditLine(unit, from).SK;
      const { found, next } = await pageOf(table, { ...range, until }, lineOf);
      const last = found.at(-1);
      return next === undefined || last === undefined ? { lines: found } : { lines: found, next: last.seq - 1 };
    },

    /** All lines of a unit, first to last, for the check of the chain. */
    async *all(unit: string | null): AsyncGenerator<AuditLine> {
      for await (const item of itemsIn(table, { ...lineRange(unit), consistent: true })) yield lineOf(item);
    },
  };
}

/** The writes that put lines behind a head: they are refused together when the head is no longer there. */
function writesFor(
  table: Table,
  unit: string | null,
  { head, lines }: { head: Head; lines: readonly AuditLine[] },
): Part<typeof HEAD_MOVED>[] {
  const last = lines.at(-1);
  if (last === undefined) return [];
  const unmoved = {
    ConditionExpression: '#seq = :seq AND #hash = :hash',
    ExpressionAttributeNames: { '#seq': 'seq', '#hash': 'hash' },
    ExpressionAttributeValues: { ':seq': head.seq, ':hash': head.hash },
  };
  const Item = { ...keys.auditHead(unit), ...headOf(last) };
  const headWrite = head.seq === 0 ? putNew(table, Item) : { Put: { TableName: table.name, Item, ...unmoved } };
  const lineWrites = lines.map((line) => putNew(table, { ...keys.auditLine(unit, line.seq), ...line }));
  return [...lineWrites, headWrite].map((write) => ({ write, refused: HEAD_MOVED }));
}

/** The end of a unit's chain; a consistent read, because the next line is built on it. */
export async function headIn(table: Table, unit: string | null): Promise<Head> {
  const key = keys.auditHead(unit);
  const { Item: item } = await table.doc.send(
    new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }),
  );
  if (item === undefined) return EMPTY_HEAD;
  if (typeof item.seq !== 'number' || typeof item.hash !== 'string') throw new CorruptItem(key);
  return { seq: item.seq, hash: item.hash };
}

/** The lines that entries become behind the heads as they stand, one chain for each unit. */
async function linesFor({ table, hash, heads }: Chains, entries: readonly AuditEntry[]) {
  const byUnit = Map.groupBy(entries, ({ unit }) => unit);
  return Promise.all(
    [...byUnit].map(async ([unit, own]) => {
      const head = heads?.get(unit) ?? (await headIn(table, unit));
      let end = head;
      const lines = own.map((entry) => {
        const line = nextLine(end, entry, hash);
        end = headOf(line);
        return line;
      });
      return { unit, head, lines, end };
    }),
  );
}

/** Longer with each attempt, and spread by the line's own hash, so that writers who met once do not meet again. */
function waitAfter(attempt: number, hash: string): number {
  return spreadWait(Math.min(WAIT_FIRST_MS * 2 ** attempt, WAIT_MOST_MS), hash);
}

export function lineRange(unit: string | null) {
  return { PK: keys.auditHead(unit).PK, prefix: 'LINE#' };
}

/** A stored line; CorruptItem for what cannot have been written as one. */
export function lineOf({ PK, SK, ...line }: Item): AuditLine {
  const { seq, at, action, actor, thing, previous, hash, unit } = line;
  const isText = [at, action, previous, hash].every((value) => typeof value === 'string');
  const isWhole = [actor, thing].every((value) => typeof value === 'object' && value !== null);
  if (!isText || !isWhole || typeof seq !== 'number' || unit === undefined) throw new CorruptItem({ PK, SK });
  return line as unknown as AuditLine;
}
