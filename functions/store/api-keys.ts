// The keys to open data, under the hashes of their secrets: a leaked table opens nothing. Beside each, for an hour, how often it was used in a minute.
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { AuditEntry } from '../domain/audit/chain.ts';
import type { ApiKey } from '../domain/open-data/api-key.ts';
import type { Day } from '../domain/time.ts';
import type { Commit } from './audit.ts';
import { getItems } from './batch-get.ts';
import { bureauKeys } from './bureau-keys.ts';
import { type Item, itemsIn } from './ranges.ts';
import { type NewRequest, requestParts } from './requests.ts';
import { CorruptItem, isConditionFailed, type Table } from './table.ts';
import { type Part, putNew } from './transactions.ts';

type Done = 'done' | 'request-used' | 'conflict';

/** What goes with a write. */
interface With {
  request?: NewRequest;
  lines: readonly AuditEntry[];
}

const HOUR_SECONDS = 3_600;

export function apiKeys(table: Table, commit: Commit) {
  /** The hashes of a unit's keys. */
  async function hashesOf(unit: string): Promise<string[]> {
    const { PK, SK: prefix } = bureauKeys.apiKeyOfUnit(unit, '');
    const found: string[] = [];
    for await (const { SK, secretHash } of itemsIn(table, { PK, prefix, consistent: true })) {
      if (typeof secretHash !== 'string') throw new CorruptItem({ PK, SK });
      found.push(secretHash);
    }
    return found;
  }

  return {
    /** The key of a secret, ended ones included. Consistent, so that an ended one is ended. */
    async get(secretHash: string): Promise<ApiKey | undefined> {
      const command = new GetCommand({
        ...{ TableName: table.name, Key: bureauKeys.apiKey(secretHash), ConsistentRead: true },
      });
      const { Item: item } = await table.doc.send(command);
      return item && readKey(item as Item);
    },

    /** All keys that a unit ever had, the newest first. */
    async ofUnit(unit: string): Promise<ApiKey[]> {
      const items = await getItems(table, (await hashesOf(unit)).map(bureauKeys.apiKey));
      return items.map(readKey).sort((a, b) => (`${a.at} ${a.id}` < `${b.at} ${b.id}` ? 1 : -1));
    },

    add(secretHash: string, key: ApiKey, { request, lines }: With): Promise<Done> {
      const items = [
        { ...bureauKeys.apiKey(secretHash), ...key },
        { ...bureauKeys.apiKeyOfUnit(key.unit, key.id), secretHash },
      ];
      return commit([...requestParts(table, request), ...items.map((item) => part(putNew(table, item)))], lines);
    },

    /** Ends a key for good; `conflict`: it is not there, or ended already. */
    async end(
      unit: string,
      { id, ended }: Required<Pick<ApiKey, 'id' | 'ended'>>,
      { request, lines }: With,
    ): Promise<Done> {
      const { Item: item } = await table.doc.send(
        new GetCommand({ TableName: table.name, Key: bureauKeys.apiKeyOfUnit(unit, id), ConsistentRead: true }),
      );
      if (typeof item?.secretHash !== 'string') return 'conflict';
      const Update = {
        ...{ TableName: table.name, Key: bureauKeys.apiKey(item.secretHash), UpdateExpression: 'SET #ended = :ended' },
        ConditionExpression: 'attribute_exists(PK) AND attribute_not_exists(#ended)',
        ExpressionAttributeNames: { '#ended': 'ended' },
        ExpressionAttributeValues: { ':ended': ended },
      };
      return commit([...requestParts(table, request), part({ Update })], lines);
    },

    /** Notes that a key was used on a day. */
    async used(secretHash: string, day: Day): Promise<void> {
      const command = new UpdateCommand({
        ...{ TableName: table.name, Key: bureauKeys.apiKey(secretHash), UpdateExpression: 'SET #usedOn = :day' },
        ConditionExpression: 'attribute_exists(PK)',
        ExpressionAttributeNames: { '#usedOn': 'usedOn' },
        ExpressionAttributeValues: { ':day': day },
      });
      await table.doc.send(command).catch((error: unknown) => {
        if (!isConditionFailed(error)) throw error;
      });
    },

    /** Counts one more use in a minute of the epoch, and gives how many there were. */
    async countUse(secretHash: string, minute: number): Promise<number> {
      const command = new UpdateCommand({
        ...{ TableName: table.name, Key: bureauKeys.apiUses(secretHash, minute), ReturnValues: 'UPDATED_NEW' },
        UpdateExpression: 'ADD #uses :one SET #ttl = :ttl',
        ExpressionAttributeNames: { '#uses': 'uses', '#ttl': 'ttl' },
        ExpressionAttributeValues: { ':one': 1, ':ttl': minute * 60 + HOUR_SECONDS },
      });
      const { Attributes: { uses } = {} } = await table.doc.send(command);
      return Number(uses);
    },
  };
}

function part(write: Part<'conflict'>['write']): Part<'conflict'> {
  return { write, refused: 'conflict' };
}

function readKey({ PK, SK, ...item }: Item): ApiKey {
  const { id, unit, label, at, by, until } = item as Partial<ApiKey>;
  if (![id, unit, label, at, by, until].every((value) => typeof value === 'string')) throw new CorruptItem({ PK, SK });
  return item as unknown as ApiKey;
}
