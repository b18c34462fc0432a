// Appraisals of units: one item each, under the unit and the year that is appraised, whole with all its steps. Beside it a line under the bureau that
// opened it, by which its rounds are found.
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Appraisal } from '../domain/appraisal/appraisal.ts';
import type { AuditEntry } from '../domain/audit/chain.ts';
import type { Commit } from './audit.ts';
import { getItems } from './batch-get.ts';
import { keys } from './keys.ts';
import { type Item, itemsIn } from './ranges.ts';
import { type NewRequest, requestParts } from './requests.ts';
import { CorruptItem, type Table } from './table.ts';
import { nextVersion, type Part, putAny } from './transactions.ts';

type Done = 'done' | 'request-used' | 'conflict';

export function appraisals(table: Table, commit: Commit) {
  return {
    async get(unit: string, { year, id }: { year: string; id: string }): Promise<Appraisal | undefined> {
      const key = keys.appraisal(unit, year, id);
      const command = new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true });
      const { Item: item } = await table.doc.send(command);
      return item && readAppraisal(item as Item);
    },

    /** All appraisals of a unit for a year. */
    async ofYear(unit: string, year: string): Promise<Appraisal[]> {
      const found: Appraisal[] = [];
      const range = { PK: keys.appraisal(unit, year, '').PK, prefix: `APPRAISAL#${year}#`, consistent: true };
      for await (const item of itemsIn(table, range)) found.push(readAppraisal(item));
      return found;
    },

    /** All that a bureau has opened for a year, by term, template and unit. */
    async openedBy(bureau: string, year: string): Promise<Appraisal[]> {
      const wanted: { PK: string; SK: string }[] = [];
      const range = { PK: keys.round(bureau, '', '').PK, prefix: `ROUND#${year}`, consistent: true };
      for await (const { SK } of itemsIn(table, range)) {
        const [, id = '', unit = ''] = SK.split('#');
        wanted.push(keys.appraisal(unit, year, id));
      }
      const items = new Map((await getItems(table, wanted)).map((item) => [item.PK + item.SK, item]));
      return wanted.flatMap(({ PK, SK }) => {
        const item = items.get(PK + SK);
        return item === undefined ? [] : [readAppraisal(item)];
      });
    },

    /** Writes the next version with the line under its bureau; `conflict`: somebody else's came first. */
    put: (
      appraisal: Appraisal,
      { request, lines }: { request?: NewRequest; lines: readonly AuditEntry[] },
    ): Promise<Done> => commit([...requestParts(table, request), ...partsOf(table, appraisal)], lines),
  };
}

function partsOf(table: Table, appraisal: Appraisal): Part<'conflict'>[] {
  const { unit, bureau, id, term, state } = appraisal;
  const writes = [nextVersion(table, { ...keys.appraisal(unit, term.year, id), ...appraisal })];
  if (state === 'opened') writes.push(putAny(table, keys.round(bureau, id, unit)));
  return writes.map((write) => ({ write, refused: 'conflict' }));
}

/** A stored appraisal; CorruptItem for what cannot have been written as one. */
export function readAppraisal({ PK, SK, ...item }: Item): Appraisal {
  const { unit, id, version, at, term, state, steps, bureau } = item as Partial<Appraisal>;
  const isText = [unit, id, at, term?.year, state, bureau].every((value) => typeof value === 'string');
  if (!isText || typeof version !== 'number' || !Array.isArray(steps)) throw new CorruptItem({ PK, SK });
  return item as unknown as Appraisal;
}
