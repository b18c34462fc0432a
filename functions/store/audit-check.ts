// Whether a chain is what was written: read from where it was last found good to its head, as many lines at a time as the caller bears.
// What is being written meanwhile is no fault.
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Head } from '../domain/audit/chain.ts';
import { type AuditLine, type ChainFault, checkChain, EMPTY_HEAD, type Hash, headOf } from '../domain/audit/chain.ts';
import { headIn, lineOf, lineRange } from './audit.ts';
import { CHAIN, chainOf, keys } from './keys.ts';
import { itemsIn } from './ranges.ts';
import { CorruptItem, type Table } from './table.ts';

/** How many lines were read; the first fault, at its sequence number; where to go on when the chain is longer than was asked for. */
export interface CheckedPart {
  lines: number;
  fault?: { at: number; fault: ChainFault };
  next?: Head;
}

export function auditCheck(table: Table, hash: Hash) {
  return {
    /** Checks at most `limit` lines of a unit's chain, from a head that is known to be good: the empty one when it is missing. */
    async check(
      unit: string | null,
      { from = EMPTY_HEAD, limit }: { from?: Head; limit: number },
    ): Promise<CheckedPart> {
      // The head comes first: then every line up to it is there to be read, whoever writes meanwhile.
      const head = await readableHead(table, unit);
      const { lines, isBroken } = await linesAfter(table, unit, { from, limit });
      const told = { lines: lines.length };
      if (head === undefined) return { ...told, fault: { at: from.seq + 1, fault: 'edited' } };
      const within = lines.slice(0, Math.max(0, head.seq - from.seq));
      const last = within.at(-1);
      const isPart = isBroken || (lines.length === limit && within.length === limit);
      const to = isPart ? (last === undefined ? from : headOf(last)) : head;
      const checked = checkChain(within, { from, to, unit }, hash);
      if (!checked.ok) return { ...told, fault: { at: checked.at, fault: checked.fault } };
      if (isBroken) return { ...told, fault: { at: to.seq + 1, fault: 'edited' } };
      if (isPart) return { ...told, next: to };
      const fault = await faultBeyond({ table, hash, unit }, { head, lines: lines.slice(within.length) });
      if (fault !== undefined) return { ...told, fault };
      const end = lines.at(-1);
      return lines.length === limit && end !== undefined ? { ...told, next: headOf(end) } : told;
    },

    /** Every chain of the table, whether or not its unit is there. Reads the whole table: for whoever runs it, not for a request. */
    async *chains(): AsyncGenerator<string | null> {
      const met = new Set<string>();
      let start: Record<string, unknown> | undefined;
      do {
        const { Items: items = [], LastEvaluatedKey: next } = await table.doc.send(
          new ScanCommand({
            TableName: table.name,
            FilterExpression: 'begins_with(PK, :chain)',
            ExpressionAttributeValues: { ':chain': CHAIN },
            ProjectionExpression: 'PK',
            ...(start !== undefined && { ExclusiveStartKey: start }),
          }),
        );
        for (const { PK } of items as { PK: string }[]) {
          if (met.has(PK)) continue;
          met.add(PK);
          yield chainOf(PK);
        }
        start = next;
      } while (start !== undefined);
    },
  };
}

interface Reading {
  from: Head;
  limit: number;
}

/** The lines after a head, up to one that cannot be read. */
async function linesAfter(table: Table, unit: string | null, { from, limit }: Reading) {
  const lines: AuditLine[] = [];
  const after = from.seq === 0 ? undefined : keys.auditLine(unit, from.seq).SK;
  try {
    for await (const item of itemsIn(table, { ...lineRange(unit), after, consistent: true, page: limit })) {
      lines.push(lineOf(item));
      if (lines.length === limit) break;
    }
    return { lines, isBroken: false };
  } catch (error) {
    if (!(error instanceof CorruptItem)) throw error;
    return { lines, isBroken: true };
  }
}

async function readableHead(table: Table, unit: string | null): Promise<Head | undefined> {
  try {
    return await headIn(table, unit);
  } catch (error) {
    if (error instanceof CorruptItem) return undefined;
    throw error;
  }
}

interface Chain {
  table: Table;
  hash: Hash;
  unit: string | null;
}

/** Lines past the head as it was read first: written meanwhile, and then the head has moved past them, or planted. */
async function faultBeyond(
  { table, hash, unit }: Chain,
  { head, lines }: { head: Head; lines: readonly AuditLine[] },
): Promise<CheckedPart['fault']> {
  const last = lines.at(-1);
  if (last === undefined) return undefined;
  const checked = checkChain(lines, { from: head, to: headOf(last), unit }, hash);
  if (!checked.ok) return { at: checked.at, fault: checked.fault };
  const now = await readableHead(table, unit);
  return now !== undefined && now.seq >= last.seq ? undefined : { at: (now ?? head).seq + 1, fault: 'edited' };
}
