// What attempts keep of a person as a whole: moved when they turn out to be another one, and made nameless when their account is deleted.
import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Attempt } from '../domain/attempts/attempt.ts';
import { dueAttemptPut } from './due-attempts.ts';
import { attemptsOf, seenOf } from './mock-keys.ts';
import { type Item, itemsIn } from './ranges.ts';
import { isConditionFailed, type Table } from './table.ts';
import { transact } from './transactions.ts';

/** What stands where a device or a place was. */
const GONE = 'gone';

export function attemptTraces(table: Table) {
  const { name: TableName, doc } = table;
  // Everything past a space: AWS takes no empty text for a bound. Heads come after what belongs to them.
  const allOf = (PK: string) => itemsIn(table, { PK, prefix: '', after: ' ', consistent: true });
  const drop = ({ PK, SK }: Item) => doc.send(new DeleteCommand({ TableName, Key: { PK, SK } }));

  async function moveItem(item: Item, PK: string): Promise<void> {
    const Item = { ...item, PK };
    const put = new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(PK)' });
    await doc.send(put).catch((error: unknown) => {
      if (!isConditionFailed(error)) throw error;
    });
    await drop(item);
  }

  return {
    /** Whether a person has sat a set paper: that is others' to count. */
    async hasSatSet(person: string): Promise<boolean> {
      const range = { PK: attemptsOf(person), prefix: 'HEAD#', consistent: true };
      for await (const { paper } of itemsIn(table, range)) if (paper !== undefined) return true;
      return false;
    },

    /** Moves attempts under another person, each head after what belongs to it, so that one that was cut off is moved on. Again: what has come since. */
    async move(from: string, to: string): Promise<void> {
      for await (const item of allOf(attemptsOf(from))) {
        if (item.state === 'open') {
          const moved = { ...item, person: to, id: item.SK.slice('HEAD#'.length) } as unknown as Attempt;
          await transact(table, [{ write: dueAttemptPut(table, moved), refused: 'never' }]);
        }
        await moveItem(item, attemptsOf(to));
      }
      for await (const item of allOf(seenOf(from))) await moveItem(item, seenOf(to));
    },

    /** Drops what a person wrote and was asked, and where and with which device they sat. Again: the same. */
    async release(person: string): Promise<void> {
      for await (const item of allOf(seenOf(person))) await drop(item);
      for await (const item of allOf(attemptsOf(person))) {
        if (/#(TEXT|WORDS)#/.test(item.SK)) await drop(item);
        else if (item.holder !== undefined) await doc.send(nameless(item));
      }
    },
  };

  function nameless({ PK, SK }: Item): UpdateCommand {
    return new UpdateCommand({
      TableName,
      Key: { PK, SK },
      UpdateExpression: 'SET #h.#d = :gone REMOVE #r ADD #v :one',
      ExpressionAttributeNames: { '#h': 'holder', '#d': 'device', '#r': 'region', '#v': 'version' },
      ExpressionAttributeValues: { ':gone': GONE, ':one': 1 },
    });
  }
}
