// Reports of units: one item each, whole with all its steps; what it says apart, under its own hash, written once. Beside them until when a bureau expects
// reports, and how far a count for one has come that takes more than one request.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { AuditEntry } from '../domain/audit/chain.ts';
import type { Report } from '../domain/reports/report.ts';
import type { DueRule } from '../domain/reports/terms.ts';
import type { Commit } from './audit.ts';
import { bureauKeys } from './bureau-keys.ts';
import { type Item, itemsIn } from './ranges.ts';
import { type NewRequest, requestParts } from './requests.ts';
import { CorruptItem, type Table } from './table.ts';
import { nextVersion, type Part, putAny } from './transactions.ts';

type Done = 'done' | 'request-used' | 'conflict';

/** Until when reports are expected; version 0 when nothing was said. */
export interface DueRules {
  version: number;
  rules: DueRule[];
}

/** How far a count has come: `step` rises with each slice. `ttl`: epoch seconds, after which it is worth nothing. */
export interface WorkHead {
  step: number;
  ttl: number;
}

/** What goes with a write. */
interface With {
  request?: NewRequest;
  lines: readonly AuditEntry[];
}

/** Bytes of a part: an item has 400 kB. */
const PART_BYTES = 350_000;

export function bureauReports(table: Table, commit: Commit) {
  return {
    async get(unit: string, id: string): Promise<Report | undefined> {
      const item = await got(table, bureauKeys.report(unit, id));
      return item && readReport(item);
    },

    /** Those of a unit whose ids begin so: a year's, or all editions of some months; by id. Consistent. */
    async list(unit: string, begin: string): Promise<Report[]> {
      const { PK, SK: prefix } = bureauKeys.report(unit, begin);
      const found: Report[] = [];
      for await (const item of itemsIn(table, { PK, prefix, consistent: true })) found.push(readReport(item));
      return found;
    },

    /** Writes the next version, with a text that it now rests on; `conflict`: somebody else's came first. */
    put: (report: Report, { request, lines, text }: With & { text?: string }): Promise<Done> =>
      commit(
        [
          ...requestParts(table, request),
          part(nextVersion(table, { ...bureauKeys.report(report.unit, report.id), ...report })),
          ...(text === undefined || report.made === undefined
            ? []
            : [part(putAny(table, { ...bureauKeys.text(report.unit, report.made.hash), text: packed(text) }))]),
        ],
        lines,
      ),

    /** What a report says, by its hash. */
    async text(unit: string, hash: string): Promise<string | undefined> {
      const key = bureauKeys.text(unit, hash);
      const item = await got(table, key);
      if (item === undefined) return undefined;
      if (!(item.text instanceof Uint8Array)) throw new CorruptItem(key);
      return inflateRawSync(item.text).toString('utf8');
    },

    async due(unit: string): Promise<DueRules> {
      const key = bureauKeys.due(unit);
      const item = await got(table, key);
      if (item === undefined) return { version: 0, rules: [] };
      if (typeof item.version !== 'number' || !Array.isArray(item.rules)) throw new CorruptItem(key);
      return { version: item.version, rules: item.rules };
    },

    putDue: (unit: string, due: DueRules, { request, lines }: With): Promise<Done> =>
      commit([...requestParts(table, request), part(nextVersion(table, { ...bureauKeys.due(unit), ...due }))], lines),

    /** How far a count has come, and what that is; undefined when none is under way. */
    async work(unit: string, name: string): Promise<{ head: WorkHead; state: string } | undefined> {
      const key = bureauKeys.work(unit, name);
      const item = await got(table, key);
      if (item === undefined) return undefined;
      const { step, ttl, parts } = item;
      if (typeof step !== 'number' || typeof ttl !== 'number' || typeof parts !== 'number') throw new CorruptItem(key);
      const numbers = Array.from({ length: parts }, (_, i) => i);
      const held = await Promise.all(
        numbers.map((number) => got(table, bureauKeys.workPart(unit, name, { step, part: number }))),
      );
      // A newer slice has cleared this one away: whoever asks begins anew.
      if (held.some((one) => one === undefined)) return undefined;
      const bytes = held.map((one) => Buffer.from((one?.bytes ?? []) as Uint8Array));
      return { head: { step, ttl }, state: inflateRawSync(Buffer.concat(bytes)).toString('utf8') };
    },

    /** Keeps how far a count has come. Whoever is later wins: each state is whole. */
    async putWork(unit: string, name: string, { head, state }: { head: WorkHead; state: string }): Promise<void> {
      const bytes = packed(state);
      const parts = Math.ceil(bytes.length / PART_BYTES);
      for (let number = 0; number < parts; number += 1) {
        const key = bureauKeys.workPart(unit, name, { step: head.step, part: number });
        const cut = bytes.subarray(number * PART_BYTES, (number + 1) * PART_BYTES);
        await put(table, { ...key, bytes: cut, ttl: head.ttl });
      }
      await put(table, { ...bureauKeys.work(unit, name), ...head, parts });
    },

    /** Clears away what was kept of a count that is done. */
    async dropWork(unit: string, name: string): Promise<void> {
      const { PK, SK } = bureauKeys.work(unit, name);
      const gone = [{ PK, SK }];
      const prefix = `WORKPART#${name}#`;
      for await (const item of itemsIn(table, { PK, prefix, consistent: true })) gone.push({ PK, SK: item.SK });
      for (const Key of gone) await table.doc.send(new DeleteCommand({ TableName: table.name, Key }));
    },
  };
}

function part(write: Part<'conflict'>['write']): Part<'conflict'> {
  return { write, refused: 'conflict' };
}

function packed(text: string): Buffer {
  return deflateRawSync(text);
}

async function put(table: Table, Item: Record<string, unknown>): Promise<void> {
  await table.doc.send(new PutCommand({ TableName: table.name, Item }));
}

async function got(table: Table, key: { PK: string; SK: string }): Promise<Item | undefined> {
  const command = new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true });
  return (await table.doc.send(command)).Item as Item | undefined;
}

/** A stored report; CorruptItem for what cannot have been written as one. */
function readReport({ PK, SK, ...item }: Item): Report {
  const { unit, id, version, at, template, months, state, steps, indicators } = item as Partial<Report>;
  const isText = [unit, id, at, template, state].every((value) => typeof value === 'string');
  const isListed = Array.isArray(steps) && Array.isArray(indicators);
  if (!isText || !isListed || typeof version !== 'number' || typeof months !== 'object') {
    throw new CorruptItem({ PK, SK });
  }
  return item as unknown as Report;
}
