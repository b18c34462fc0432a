// Answers of attempts: twenty questions an item, each change held against what stands there by the table's own condition, so that a save is one write
// and no read, and the newest wins in whatever order changes come. What came too late stands in items of its own.
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../domain/time.ts';
import { mockKeys } from './mock-keys.ts';
import {
  chunkOf,
  fieldOf,
  type HeldAnswer,
  type HeldText,
  orderOf,
  packAnswer,
  readOrder,
  unpackAnswer,
} from './packed-answers.ts';
import type { Item } from './ranges.ts';
import { CorruptItem, isConditionFailed, type Table, TableBusy } from './table.ts';

export type { HeldAnswer, HeldText } from './packed-answers.ts';

/** Whose answers, and the start that their times count from. */
export interface AnswersOf {
  person: string;
  attempt: string;
  startedAt: Instant;
}

/** What became of a change: written, held already as it is, or a newer one stands there. */
export type Kept = 'new' | 'same' | 'older';

/** Where a change is kept: among what counts, or apart from it. */
export type Shelf = 'counted' | 'late';

/** Other devices' changes of the same questions in the same moment: whoever loses this often is no honest page. */
const ATTEMPTS = 8;

export function attemptAnswers(table: Table) {
  /** Writes changes of one item; tells those that something newer, or they themselves, stood in the way of. */
  async function putChunk(of: AnswersOf, changes: readonly HeldAnswer[], shelf: Shelf): Promise<Map<number, Kept>> {
    const Key = chunkKey(of, chunkOf(changes[0]?.n ?? 1), shelf);
    const outcome = new Map<number, Kept>();
    let left = changes;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (left.length === 0) return outcome;
      const held = await written(table, Key, { of, changes: left });
      if (held === 'done') {
        for (const { n } of left) outcome.set(n, 'new');
        return outcome;
      }
      for (const change of left) {
        const kept = compared(change, held[fieldOf(change.n)]);
        if (kept !== 'new') outcome.set(change.n, kept);
      }
      left = left.filter(({ n }) => !outcome.has(n));
    }
    throw new TableBusy('table busy: answers change too fast');
  }

  return {
    /** Keeps changes, at most one of a question. */
    async put(of: AnswersOf, changes: readonly HeldAnswer[], shelf: Shelf): Promise<Map<number, Kept>> {
      const chunks = Map.groupBy(changes, ({ n }) => chunkOf(n));
      const outcomes = await Promise.all([...chunks.values()].map((own) => putChunk(of, own, shelf)));
      return new Map(outcomes.flatMap((outcome) => [...outcome]));
    },

    /** Keeps what was written to a part of a question. */
    async putText(of: AnswersOf, text: HeldText, shelf: Shelf): Promise<Kept> {
      const { person, attempt } = of;
      const key = shelf === 'late' ? mockKeys.lateText : mockKeys.text;
      const update = new UpdateCommand({
        TableName: table.name,
        Key: key(person, attempt, text),
        UpdateExpression: 'SET #order = :order, #text = :text, #received = :received',
        ConditionExpression: 'attribute_not_exists(#order) OR #order < :order',
        ExpressionAttributeNames: { '#order': 'order', '#text': 'text', '#received': 'receivedAt' },
        ExpressionAttributeValues: { ':order': orderOf(text), ':text': text.text, ':received': text.receivedAt },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      });
      try {
        await table.doc.send(update);
        return 'new';
      } catch (error) {
        return compared(text, heldIn(error).order);
      }
    },
  };
}

function chunkKey({ person, attempt }: AnswersOf, chunk: number, shelf: Shelf): { PK: string; SK: string } {
  return (shelf === 'late' ? mockKeys.lateAnswers : mockKeys.answers)(person, attempt, chunk);
}

type Attributes = { [field: string]: string | undefined };

/** Writes changes where nothing newer stands; else what stands there. */
async function written(
  table: Table,
  Key: { PK: string; SK: string },
  { of, changes }: { of: AnswersOf; changes: readonly HeldAnswer[] },
): Promise<'done' | Attributes> {
  const fields = changes.map((change) => {
    const name = fieldOf(change.n);
    return { name, order: orderOf(change), text: packAnswer(change, of.startedAt) };
  });
  const update = new UpdateCommand({
    TableName: table.name,
    Key,
    UpdateExpression: `SET ${fields.map(({ name }) => `${name} = :${name}`).join(', ')}`,
    // What stands there is longer than its own order: the same change is not newer than itself.
    ConditionExpression: fields
      .map(({ name }) => `(attribute_not_exists(${name}) OR ${name} < :o${name})`)
      .join(' AND '),
    ExpressionAttributeValues: Object.fromEntries(
      fields.flatMap(({ name, order, text }) => [
        [`:${name}`, text],
        [`:o${name}`, order],
      ]),
    ),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
  try {
    await table.doc.send(update);
    return 'done';
  } catch (error) {
    return heldIn(error);
  }
}

/** The texts of the item that a condition was refused by; any other error goes on. */
function heldIn(error: unknown): Attributes {
  if (!isConditionFailed(error)) throw error;
  const { Item: item = {} } = error as { Item?: { [field: string]: { S?: string } } };
  return Object.fromEntries(Object.entries(item).map(([field, value]) => [field, value.S]));
}

/** How a change stands to what is held: `same` is one and the same change of the same device, sent again. */
function compared(change: Pick<HeldAnswer, 'seq' | 'device' | 'sent'>, held: string | undefined): Kept {
  if (held === undefined) return 'new';
  const order = readOrder(held.slice(0, orderOf(change).length));
  if (order?.device === change.device && order.sent === change.sent) return 'same';
  return held < orderOf(change) ? 'new' : 'older';
}

/** What an item of answers holds, in the order of the paper. */
export function readAnswers({ PK, SK, ...fields }: Item, startedAt: Instant): HeldAnswer[] {
  const answers = Object.entries(fields).map(([field, text]) => {
    const answer = unpackAnswer(Number(field.slice(1)), text, startedAt);
    if (answer === undefined || !field.startsWith('q')) throw new CorruptItem({ PK, SK });
    return answer;
  });
  return answers.sort((a, b) => a.n - b.n);
}

/** What an item of words holds. */
export function readText({ PK, SK, ...fields }: Item): HeldText {
  const { order, text, receivedAt } = fields;
  const [n, part] = SK.split('#').slice(2);
  const read = readOrder(order);
  if (read === undefined || typeof text !== 'string' || typeof receivedAt !== 'string' || part === undefined) {
    throw new CorruptItem({ PK, SK });
  }
  return { n: Number(n), part, ...read, receivedAt, text };
}
