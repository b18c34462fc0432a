// What the nightly recounts found: whose turn it is, a line for each day, and each figure that was off. Nothing is mended by itself; whoever mends a
// figure does it on the condition that it still is what was found.
import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Part } from '../domain/figures/additions.ts';
import type { Day, Instant } from '../domain/time.ts';
import { figureKeys } from './figure-keys.ts';
import { type Item, itemsIn } from './ranges.ts';
import { CorruptItem, isConditionFailed, type Table } from './table.ts';
import type { Key } from './tally.ts';
import { transact } from './transactions.ts';

/** A figure that is not what the facts say. */
export interface FigureDrift {
  unit: string;
  shelf: string;
  part: Part;
  name: string;
  counted: number;
  facts: number;
  state: 'found' | 'mended';
}

/** What a recount found. */
export interface Reckoned {
  day: Day;
  startedAt: Instant;
  endedAt: Instant;
  /** Trees, facts that were looked at, facts that are counted otherwise than they are, and figures that are off. */
  roots: number;
  facts: number;
  behind: number;
  drifts: number;
}

export function reckonings(table: Table) {
  const putAt = (Item: object) => table.doc.send(new PutCommand({ TableName: table.name, Item: { ...Item } }));
  return {
    /**
     * Takes the recount of a day; false when it is done or somebody else does it until then. A run that ended half-way is taken over at `now`. The day on
     * which a table is first asked for is let pass: what was written before is still on its way.
     */
    async claim(day: Day, { now, until }: { now: Instant; until: Instant }): Promise<boolean> {
      const Key = figureKeys.reckoning;
      const { Item: held } = await table.doc.send(new GetCommand({ TableName: table.name, Key, ConsistentRead: true }));
      if (held === undefined) await putAt({ ...Key, day, until: now, done: true });
      if (held === undefined || (held.done === true && held.day >= day) || held.until > now) return false;
      const command = new UpdateCommand({
        TableName: table.name,
        Key,
        UpdateExpression: 'SET #day = :day, #until = :until, #done = :no',
        ConditionExpression: '(#day < :day OR #done = :no) AND #until <= :now',
        ExpressionAttributeNames: { '#day': 'day', '#until': 'until', '#done': 'done' },
        ExpressionAttributeValues: { ':day': day, ':until': until, ':now': now, ':no': false },
      });
      try {
        await table.doc.send(command);
        return true;
      } catch (error) {
        if (isConditionFailed(error)) return false;
        throw error;
      }
    },

    /** Writes down what a recount found, and that it is done. Again on the same day: what the one before found is no more. */
    async put(
      reckoned: Reckoned,
      { drifts, behind }: { drifts: readonly FigureDrift[]; behind: readonly Key[] },
    ): Promise<void> {
      const { day, endedAt: until } = reckoned;
      for (const Key of await keysOf(table, day))
        await table.doc.send(new DeleteCommand({ TableName: table.name, Key }));
      for (const drift of drifts) await putAt({ ...figureKeys.drift(day, drift), ...drift });
      for (const source of behind) await putAt({ ...figureKeys.behind(day, source), source });
      await putAt({ ...figureKeys.reckoned(day), ...reckoned });
      await putAt({ ...figureKeys.reckoning, day, until, done: true });
    },

    /** What the last recount found, if there was one. */
    async last(): Promise<Reckoned | undefined> {
      const { PK, SK } = figureKeys.reckoned('');
      for await (const item of itemsIn(table, { PK, prefix: SK, backwards: true, consistent: true, page: 1 })) {
        return readReckoned(item);
      }
      return undefined;
    },

    /** The figures that a recount found to be off. */
    async drifts(day: Day): Promise<FigureDrift[]> {
      const { PK } = figureKeys.drift(day, { unit: '', shelf: '', part: '', name: '' });
      const found: FigureDrift[] = [];
      for await (const item of itemsIn(table, { PK, prefix: '', after: ' ', consistent: true }))
        found.push(readDrift(item));
      return found;
    },

    /** The facts that a recount found counted otherwise than they are. */
    async behind(day: Day): Promise<Key[]> {
      const { PK } = figureKeys.behind(day, { PK: '', SK: '' });
      const found: Key[] = [];
      for await (const { SK, source } of itemsIn(table, { PK, prefix: '', after: ' ', consistent: true })) {
        const { PK: partition, SK: sort } = (source ?? {}) as Partial<Key>;
        if (partition === undefined || sort === undefined) throw new CorruptItem({ PK, SK });
        found.push({ PK: partition, SK: sort });
      }
      return found;
    },

    /**
     * Adds to a figure what it is off by, once, if it is what it was when it was found; false when it has moved since, or is mended. What is counted
     * between the reading and this is not lost: nothing is set.
     */
    async mend(day: Day, drift: FigureDrift): Promise<boolean> {
      const { unit, shelf, part, name, counted, facts } = drift;
      const added = {
        TableName: table.name,
        Key: figureKeys.counter(unit, shelf, part),
        UpdateExpression: 'ADD #name :missing',
        ConditionExpression: `${counted === 0 ? 'attribute_not_exists(#name) OR ' : ''}#name = :counted`,
        ExpressionAttributeNames: { '#name': name },
        ExpressionAttributeValues: { ':missing': facts - counted, ':counted': counted },
      };
      const noted = {
        TableName: table.name,
        Key: figureKeys.drift(day, drift),
        UpdateExpression: 'SET #state = :mended',
        ConditionExpression: '#state = :found',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':mended': 'mended', ':found': 'found' },
      };
      const writes = [{ Update: added }, { Update: noted }];
      const refused = await transact(
        table,
        writes.map((write) => ({ write, refused: 'moved' })),
      );
      return refused.length === 0;
    },
  };
}

/** Of all that recounts of a day have found. */
async function keysOf(table: Table, day: Day): Promise<Key[]> {
  const found: Key[] = [];
  const at = { unit: '', shelf: '', part: '', name: '' };
  for (const { PK } of [figureKeys.drift(day, at), figureKeys.behind(day, { PK: '', SK: '' })]) {
    for await (const { SK } of itemsIn(table, { PK, prefix: '', after: ' ', consistent: true })) found.push({ PK, SK });
  }
  return found;
}

function readReckoned({ PK, SK, ...line }: Item): Reckoned {
  const { day, startedAt, endedAt, roots, facts, behind, drifts } = line;
  const isText = [day, startedAt, endedAt].every((value) => typeof value === 'string');
  if (!isText || ![roots, facts, behind, drifts].every(Number.isInteger)) throw new CorruptItem({ PK, SK });
  return { day, startedAt, endedAt, roots, facts, behind, drifts } as Reckoned;
}

function readDrift({ PK, SK, ...line }: Item): FigureDrift {
  const { unit, shelf, part, name, counted, facts, state } = line;
  const isText = [unit, shelf, part, name, state].every((value) => typeof value === 'string');
  if (!isText || !Number.isInteger(counted) || !Number.isInteger(facts)) throw new CorruptItem({ PK, SK });
  return { unit, shelf, part, name, counted, facts, state } as FigureDrift;
}
