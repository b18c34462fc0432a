// Completions: each under its number, with pointers from its person and its course. The course's pointer is the natural key: nobody gets two.
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { AuditEntry } from '../domain/audit/chain.ts';
import type { Completion } from '../domain/completions/completion.ts';
import type { Commit } from './audit.ts';
import { getItems } from './batch-get.ts';
import { keys } from './keys.ts';
import { outboxPut } from './outbox.ts';
import { type Item, itemsIn, type Page, pageOf } from './ranges.ts';
import { CorruptItem, isConditionFailed, type Table } from './table.ts';
import { type Part, putNew } from './transactions.ts';

/** The public half of a signing key (RFC 7517), as it is published. */
export interface PublicKey {
  kty: 'EC';
  crv: 'P-256';
  x: string;
  y: string;
  kid: string;
  alg: 'ES256';
  use: 'sig';
}

export function completions(table: Table, commit: Commit) {
  async function get(number: string): Promise<Completion | undefined> {
    const key = keys.completion(number);
    const command = new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true });
    const { Item: item } = await table.doc.send(command);
    return item === undefined ? undefined : read(item as Item);
  }

  async function numbersIn(range: { PK: string; prefix: string }): Promise<string[]> {
    const numbers: string[] = [];
    for await (const item of itemsIn(table, { ...range, consistent: true })) numbers.push(numberIn(item));
    return numbers;
  }

  async function getMany(numbers: readonly string[]): Promise<Completion[]> {
    return (await getItems(table, numbers.map(keys.completion))).map(read);
  }

  return {
    get,

    ofPerson: async (person: string): Promise<Completion[]> =>
      getMany(await numbersIn({ PK: keys.person(person).PK, prefix: 'COMPLETION#' })),

    /** Those of one person in one course, the first one first. */
    async ofPersonIn(course: string, person: string): Promise<Completion[]> {
      const all = await getMany(await numbersIn({ PK: keys.course(course).PK, prefix: `COMPLETION#${person}#` }));
      return all.sort((a, b) => a.n - b.n);
    },

    /** Those of a course, by person; `cursor` is the `next` of the page before. */
    async ofCourse(course: string, { cursor, limit }: { cursor?: string; limit: number }): Promise<Page<Completion>> {
      const range = { PK: keys.course(course).PK, prefix: 'COMPLETION#', after: cursor, limit };
      const { found, ...rest } = await pageOf(table, range, numberIn);
      const all = new Map((await getMany(found)).map((one) => [one.number, one]));
      return { found: found.flatMap((number) => all.get(number) ?? []), ...rest };
    },

    /** The `cursor` of what comes after one in its course's list. */
    cursorOf: ({ course, person, n }: Completion): string => keys.completionOfCourse(course, person, n).SK,

    /** Puts a new one, or moves one on (`before`: as it was read) and puts what replaces it, or nothing. */
    put: (
      { before, after, added }: { before?: Completion; after?: Completion; added?: Completion },
      entries: readonly AuditEntry[],
    ): Promise<'done' | 'same' | 'conflict'> =>
      commit([...moveParts(table, before, after), ...(added === undefined ? [] : newParts(table, added))], entries),

    /** Publishes a key; one that is published stays as it is. */
    async publishKey(key: PublicKey): Promise<void> {
      const Item = { ...keys.signingKey(key.kid), ...key };
      try {
        const ConditionExpression = 'attribute_not_exists(PK)';
        await table.doc.send(new PutCommand({ TableName: table.name, Item, ConditionExpression }));
      } catch (error) {
        if (!isConditionFailed(error)) throw error;
      }
    },

    async publicKeys(): Promise<PublicKey[]> {
      const found: PublicKey[] = [];
      for await (const { PK, SK, ...key } of itemsIn(table, { PK: keys.signingKey('').PK, prefix: 'KEY#' })) {
        if ([key.x, key.y, key.kid].some((value) => typeof value !== 'string')) throw new CorruptItem({ PK, SK });
        found.push(key as unknown as PublicKey);
      }
      return found;
    },
  };
}

/** The natural key first: that somebody has one already is told before all else. */
function newParts(table: Table, completion: Completion): Part<'same'>[] {
  const { number, course, person, n } = completion;
  const items = [
    { ...keys.completionOfCourse(course, person, n), number },
    { ...keys.completion(number), ...completion },
    { ...keys.completionOfPerson(person, number), number },
  ];
  const told = outboxPut(table, { kind: 'completion', person, number, at: completion.issuedAt });
  return [...items.map((item) => putNew(table, item)), told].map((write) => ({ write, refused: 'same' as const }));
}

function moveParts(table: Table, before: Completion | undefined, after: Completion | undefined): Part<'conflict'>[] {
  if (before === undefined || after === undefined) return [];
  const write = {
    Put: {
      TableName: table.name,
      Item: { ...keys.completion(after.number), ...after },
      ConditionExpression: '#status = :status',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':status': before.status },
    },
  };
  return [{ write, refused: 'conflict' }];
}

function numberIn({ PK, SK, number }: Item): string {
  if (typeof number !== 'string') throw new CorruptItem({ PK, SK });
  return number;
}

function read({ PK, SK, ...completion }: Item): Completion {
  const { number, course, person, name, title, issuer, status, signature, minutes, n } = completion;
  const isText = [number, course, person, name, title, issuer, status, signature].every((v) => typeof v === 'string');
  if (!isText || typeof minutes !== 'number' || typeof n !== 'number') throw new CorruptItem({ PK, SK });
  return completion as unknown as Completion;
}
