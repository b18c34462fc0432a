// Applications for subsidies: one item each under the person, whole with all its steps; beside it a line in the queue of the bureau that decides, moved
// with it; and the batches of that bureau. Each write is the next version of what was read.
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { AuditEntry } from '../domain/audit/chain.ts';
import type { Level } from '../domain/questions/release.ts';
import { type Application, isOpen, type State } from '../domain/subsidies/application.ts';
import { type Batch, type Member, memberName } from '../domain/subsidies/batch.ts';
import type { Day } from '../domain/time.ts';
import type { Commit } from './audit.ts';
import { getItems } from './batch-get.ts';
import { keys } from './keys.ts';
import { type Item, itemsIn, type Page, pageOf } from './ranges.ts';
import { type NewRequest, requestParts } from './requests.ts';
import { CorruptItem, type Table } from './table.ts';
import { nextVersion, type Part, putAny, putNew } from './transactions.ts';

type Done = 'done' | 'request-used' | 'conflict';

/** What a list shows of an application. */
export interface Line {
  application: string;
  person: string;
  unit: string;
  rule: string;
  level: Level;
  state: State;
  day: Day;
  version: number;
  cents?: number;
  batch?: string;
}

interface Asked {
  /** Those of this state alone, and of these units alone. */
  state?: State | undefined;
  units?: ReadonlySet<string> | undefined;
  /** What is over: of this year of application. What is under way when missing. */
  year?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

interface Write {
  request: NewRequest;
  lines: readonly AuditEntry[];
}

export function subsidies(table: Table, commit: Commit) {
  async function got(key: { PK: string; SK: string }): Promise<Item | undefined> {
    const command = new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true });
    return (await table.doc.send(command)).Item as Item | undefined;
  }

  return {
    async get(person: string, id: string): Promise<Application | undefined> {
      const item = await got(keys.subsidy(person, id));
      return item && readApplication(item);
    },

    ofPerson: (person: string): Promise<Application[]> => applicationsOf(table, person),

    /** Those that are there, by person and id. */
    async ofMembers(members: readonly Member[]): Promise<Map<string, Application>> {
      const items = await getItems(
        table,
        members.map(({ person, application }) => keys.subsidy(person, application)),
      );
      return new Map(items.map(readApplication).map((one) => [memberName(one.person, one.id), one]));
    },

    /** How often somebody has applied by a rule: read before what they have, it makes the next one the only next one. */
    async guard(person: string, rule: string): Promise<number> {
      const item = await got(keys.subsidyGuard(person, rule));
      return typeof item?.version === 'number' ? item.version : 0;
    },

    /** Puts a new application of somebody whose account is there, behind the guard as it was read. */
    add: (application: Application, { guard, request, lines }: Write & { guard: number }): Promise<Done> => {
      const { person, rule } = application;
      const guarded = nextVersion(table, { ...keys.subsidyGuard(person, rule), version: guard + 1 });
      const writes = [guarded, putNew(table, itemOf(application)), putAny(table, lineOf(application))];
      const parts = writes.map((write): Part<'conflict'> => ({ write, refused: 'conflict' }));
      return commit([...requestParts(table, request), keptPart(table, person), ...parts], lines);
    },

    /** Writes applications as their next versions, all or none, and a batch with them; `conflict`: somebody else's came first. */
    move: (applications: readonly Application[], { batch, request, lines }: Write & { batch?: Batch }): Promise<Done> =>
      commit(
        [
          ...requestParts(table, request),
          ...(batch === undefined ? [] : [batchPart(table, batch)]),
          ...applications.flatMap((application) => movedParts(table, application)),
        ],
        lines,
      ),

    /** Lines of a bureau's queue, what was applied for first first; `cursor` is the `next` of the page before. */
    atDesk(desk: string, { state, units, year, cursor, limit }: Asked): Promise<Page<Line>> {
      const prefix = year === undefined ? 'OPEN#' : `DONE#${year}#`;
      return pageOf(table, { PK: keys.subsidyBatch(desk, '').PK, prefix, after: cursor, limit }, (item) => {
        const line = readLine(item);
        const isWanted = (state === undefined || line.state === state) && (units?.has(line.unit) ?? true);
        return isWanted ? line : undefined;
      });
    },

    async batch(desk: string, id: string): Promise<Batch | undefined> {
      const item = await got(keys.subsidyBatch(desk, id));
      return item && readBatch(item);
    },

    /** The batches of a bureau that were begun in a year, the latest first: their ids begin with the day. */
    async batches(desk: string, year: string): Promise<Batch[]> {
      const found: Batch[] = [];
      const { PK, SK: prefix } = keys.subsidyBatch(desk, year);
      for await (const item of itemsIn(table, { PK, prefix, backwards: true })) found.push(readBatch(item));
      return found;
    },

    putBatch: (batch: Batch, { request, lines }: Write): Promise<Done> =>
      commit([...requestParts(table, request), batchPart(table, batch)], lines),
  };
}

/** All applications of a person, in no order that means anything; consistent. */
export async function applicationsOf(table: Table, person: string): Promise<Application[]> {
  const found: Application[] = [];
  // No sort key is empty: AWS takes no empty bound.
  const range = { PK: keys.subsidy(person, '').PK, prefix: '', after: ' ', consistent: true };
  for await (const item of itemsIn(table, range)) found.push(readApplication(item));
  return found;
}

function itemOf(application: Application) {
  return { ...keys.subsidy(application.person, application.id), ...application };
}

function lineOf({ steps, desk, id, person, ...more }: Application) {
  const { unit, rule, level, state, day, version, cents, batch } = more;
  const key = isOpen(state)
    ? keys.subsidyOpen(desk, { since: steps[0].at, person, id })
    : keys.subsidyDone(desk, { year: day.slice(0, 4), person, id });
  return { ...key, application: id, person, unit, rule, level, state, day, version, cents, batch };
}

/** The application and its line; of one that is over, the line goes from the queue to its year. */
export function movedParts(table: Table, application: Application): Part<'conflict'>[] {
  const { desk, steps, person, id, state } = application;
  const open = { TableName: table.name, Key: keys.subsidyOpen(desk, { since: steps[0].at, person, id }) };
  const writes = [nextVersion(table, itemOf(application)), putAny(table, lineOf(application))];
  return [...writes, ...(isOpen(state) ? [] : [{ Delete: open }])].map((write) => ({ write, refused: 'conflict' }));
}

function batchPart(table: Table, batch: Batch): Part<'conflict'> {
  return { write: nextVersion(table, { ...keys.subsidyBatch(batch.desk, batch.id), ...batch }), refused: 'conflict' };
}

function keptPart(table: Table, person: string): Part<'conflict'> {
  const kept = {
    TableName: table.name,
    Key: keys.person(person),
    ConditionExpression:
      'attribute_exists(PK) AND attribute_not_exists(#deletedAt) AND attribute_not_exists(#mergedInto)',
    ExpressionAttributeNames: { '#deletedAt': 'deletedAt', '#mergedInto': 'mergedInto' },
  };
  return { write: { ConditionCheck: kept }, refused: 'conflict' };
}

/** A stored application; CorruptItem for what cannot have been written as one. */
function readApplication({ PK, SK, ...item }: Item): Application {
  const { id, person, version, at, rule, day, level, unit, desk, state, steps } = item as Partial<Application>;
  const isText = [id, person, at, rule, day, level, unit, desk, state].every((value) => typeof value === 'string');
  if (!isText || typeof version !== 'number' || !Array.isArray(steps)) throw new CorruptItem({ PK, SK });
  return item as unknown as Application;
}

function readLine({ PK, SK, ...item }: Item): Line {
  const { application, person, unit, rule, level, state, day, version } = item;
  const isText = [application, person, unit, rule, level, state, day].every((value) => typeof value === 'string');
  if (!isText || typeof version !== 'number') throw new CorruptItem({ PK, SK });
  return item as unknown as Line;
}

function readBatch({ PK, SK, ...item }: Item): Batch {
  const { id, desk, rule, from, last, at, by, version, members, cents } = item as Partial<Batch>;
  const isText = [id, desk, rule, from, last, at, by].every((value) => typeof value === 'string');
  const isCounted = [version, cents].every((value) => typeof value === 'number');
  if (!isText || !isCounted || !Array.isArray(members)) throw new CorruptItem({ PK, SK });
  return item as unknown as Batch;
}

/** How the tally knows and reads an application. */
export const subsidyReader = {
  kind: 'subsidy',
  is: ({ PK }: { PK: string; SK: string }): boolean => PK.startsWith('SUBSIDIES#'),
  read: readApplication,
};
