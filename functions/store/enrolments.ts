// Enrolments: who is in a course and how, the queue in the order of its tickets, the offers by the instant at which they are over.
import { GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { AuditEntry } from '../domain/audit/chain.ts';
import type { Enrolment } from '../domain/courses/enrolment.ts';
import type { Instant } from '../domain/time.ts';
import type { Commit } from './audit.ts';
import { getItems } from './batch-get.ts';
import { type EnrolmentPut, enrolmentParts } from './enrolment-writes.ts';
import { keys } from './keys.ts';
import { type Item, itemsIn, type Page, pageOf, type Range } from './ranges.ts';
import { CorruptItem, type Table } from './table.ts';

/** A pointer of a unit's list: whose enrolment in what. */
export interface Pointed {
  course: string;
  person: string;
}

/** Somebody's enrolments, for those who write none. */
export function enrolmentsRead(table: Table) {
  async function getMany(wanted: readonly Pointed[]): Promise<Enrolment[]> {
    const items = await getItems(
      table,
      wanted.map(({ course, person }) => keys.enrolment(course, person)),
    );
    return items.map(readEnrolment);
  }

  return {
    getMany,

    /** Somebody's enrolment; consistent, because the next step is judged by it. */
    async get(course: string, person: string): Promise<Enrolment | undefined> {
      const key = keys.enrolment(course, person);
      const { Item: item } = await table.doc.send(
        new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }),
      );
      return item === undefined ? undefined : readEnrolment(item as Item);
    },

    /** All of a person's, past ones too. */
    async ofPerson(person: string): Promise<Enrolment[]> {
      const courses: string[] = [];
      const range = { PK: keys.person(person).PK, prefix: 'ENROLMENT#', consistent: true };
      for await (const item of itemsIn(table, range)) courses.push(textIn(item, 'course'));
      return getMany(courses.map((course) => ({ course, person })));
    },
  };
}

export function enrolments(table: Table, commit: Commit) {
  async function first<T>(range: Range, of: (item: Item) => T): Promise<T | undefined> {
    for await (const item of itemsIn(table, { ...range, page: 1 })) return of(item);
    return undefined;
  }

  return {
    ...enrolmentsRead(table),

    /** Those of a course, by person; `cursor` is the `next` of the page before. */
    list(course: string, { cursor, limit }: { cursor?: string; limit: number }): Promise<Page<Enrolment>> {
      const range = { PK: keys.course(course).PK, prefix: 'ENROLMENT#', after: cursor, limit };
      return pageOf(table, { ...range, consistent: true }, readEnrolment);
    },

    /** The `cursor` of what comes after somebody in a course's list. */
    cursorOf: (course: string, person: string): string => keys.enrolment(course, person).SK,

    /** Whose enrolments were made from a unit, by course and person; `cursor` is the `next` of the page before. */
    ofUnit(unit: string, { cursor, limit }: { cursor?: string; limit: number }): Promise<Page<Pointed>> {
      const range = { PK: keys.unit(unit).PK, prefix: 'ENROLMENT#', after: cursor, limit };
      return pageOf(table, range, (item) => ({ course: textIn(item, 'course'), person: textIn(item, 'person') }));
    },

    /** The first of the queue. */
    firstWaiting(course: string): Promise<string | undefined> {
      const range = { PK: keys.course(course).PK, prefix: 'WAIT#', consistent: true };
      return first(range, (item) => textIn(item, 'person'));
    },

    /** Those who wait, in their order. */
    async queue(course: string): Promise<string[]> {
      const found: string[] = [];
      const range = { PK: keys.course(course).PK, prefix: 'WAIT#', consistent: true };
      for await (const item of itemsIn(table, range)) found.push(textIn(item, 'person'));
      return found;
    },

    /** Somebody whose offer is over at an instant; the one that was over first. */
    firstLapsed(course: string, now: Instant): Promise<string | undefined> {
      const until = keys.offer(course, now, '~').SK;
      const range = { PK: keys.course(course).PK, prefix: 'OFFER#', until, consistent: true };
      return first(range, (item) => textIn(item, 'person'));
    },

    /** How many wait with a smaller ticket. */
    async ahead(course: string, ticket: number): Promise<number> {
      let count = 0;
      let start: Record<string, unknown> | undefined;
      do {
        const { Count = 0, LastEvaluatedKey: next } = await table.doc.send(
          new QueryCommand({
            TableName: table.name,
            KeyConditionExpression: 'PK = :pk AND SK BETWEEN :from AND :to',
            ExpressionAttributeValues: {
              ':pk': keys.course(course).PK,
              ':from': keys.waiting(course, 0).SK,
              ':to': keys.waiting(course, ticket - 1).SK,
            },
            Select: 'COUNT',
            ConsistentRead: true,
            ...(start !== undefined && { ExclusiveStartKey: start }),
          }),
        );
        count += Count;
        start = next;
      } while (start !== undefined);
      return count;
    },

    /** The next ticket of a course: the server's order of those who wait. One that is not used leaves a gap and nothing else. */
    async takeTicket(course: string): Promise<number> {
      const { Attributes: seats } = await table.doc.send(
        new UpdateCommand({
          TableName: table.name,
          Key: keys.seats(course),
          UpdateExpression: 'ADD #tickets :one',
          ConditionExpression: 'attribute_exists(PK)',
          ExpressionAttributeNames: { '#tickets': 'tickets' },
          ExpressionAttributeValues: { ':one': 1 },
          ReturnValues: 'UPDATED_NEW',
        }),
      );
      if (typeof seats?.tickets !== 'number') throw new CorruptItem(keys.seats(course));
      return seats.tickets;
    },

    /** Writes steps with their seats, their request and their audit lines, or nothing. */
    put: (put: EnrolmentPut, entries: readonly AuditEntry[]): Promise<'done' | 'request-used' | 'conflict'> =>
      commit(enrolmentParts(table, put), entries),
  };
}

function textIn({ PK, SK, ...item }: Item, field: string): string {
  const value = item[field];
  if (typeof value !== 'string') throw new CorruptItem({ PK, SK });
  return value;
}

export function readEnrolment({ PK, SK, ...enrolment }: Item): Enrolment {
  const { course, person, state, name, at, steps, version } = enrolment;
  const isText = [course, person, state, name, at].every((value) => typeof value === 'string');
  if (!isText || !Array.isArray(steps) || typeof version !== 'number') throw new CorruptItem({ PK, SK });
  return enrolment as unknown as Enrolment;
}
