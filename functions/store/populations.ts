// How many live where a unit is, as its bureau has said: dated numbers, each with the day from which it holds. One item a unit, written as the next version.
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { AuditEntry } from '../domain/audit/chain.ts';
import type { Day, Instant } from '../domain/time.ts';
import type { Commit } from './audit.ts';
import { getItems } from './batch-get.ts';
import { bureauKeys } from './bureau-keys.ts';
import type { Item } from './ranges.ts';
import { type NewRequest, requestParts } from './requests.ts';
import { CorruptItem, type Table } from './table.ts';
import { nextVersion } from './transactions.ts';

/** `at`, `by`: who said it last, and when. */
export interface Population {
  unit: string;
  version: number;
  said: { from: Day; people: number; source: string }[];
  at: Instant;
  by: string;
}

export function populations(table: Table, commit: Commit) {
  return {
    async get(unit: string): Promise<Population | undefined> {
      const command = new GetCommand({ TableName: table.name, Key: bureauKeys.population(unit), ConsistentRead: true });
      const item = (await table.doc.send(command)).Item;
      return item === undefined ? undefined : read(item as Item);
    },

    /** By unit; those of which nothing was said are left out. */
    async ofMany(units: readonly string[]): Promise<Map<string, Population>> {
      const items = await getItems(table, [...new Set(units)].map(bureauKeys.population));
      return new Map(items.map(read).map((one) => [one.unit, one]));
    },

    /** Writes the next version; `conflict`: somebody else's came first. */
    put: (population: Population, { request, lines }: { request: NewRequest; lines: readonly AuditEntry[] }) =>
      commit(
        [
          ...requestParts(table, request),
          {
            write: nextVersion(table, { ...bureauKeys.population(population.unit), ...population }),
            refused: 'conflict' as const,
          },
        ],
        lines,
      ),
  };
}

function read({ PK, SK, ...population }: Item): Population {
  const { unit, version, said, at, by } = population;
  const isText = [unit, at, by].every((value) => typeof value === 'string');
  if (!isText || typeof version !== 'number' || !Array.isArray(said)) throw new CorruptItem({ PK, SK });
  return population as unknown as Population;
}
