import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Message } from '../../../functions/domain/outbox/message.ts';
import { keys } from '../../../functions/store/keys.ts';
import { outbox, outboxPut, SHARDS, shardOf } from '../../../functions/store/outbox.ts';
import { CorruptItem } from '../../../functions/store/table.ts';
import { transact } from '../../../functions/store/transactions.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';

let test: TestTable;
const at = (minute: number) => `2026-03-01T04:${String(minute).padStart(2, '0')}:00.000Z`;

beforeAll(async () => {
  test = await openTestTable();
});
afterAll(() => test.close());

async function put(message: Message): Promise<void> {
  await transact(test.table, [{ write: outboxPut(test.table, message), refused: 'never' }]);
}

const course = (id: string, version: number, minute: number): Message => ({
  kind: 'course',
  course: id,
  version,
  at: at(minute),
});

async function emptied(): Promise<void> {
  for (const posted of await outbox(test.table).due('2099')) await outbox(test.table).drop(posted);
}

it('gives what is due, those of one course in their order, and nothing that is not due yet', async () => {
  await emptied();
  for (const version of [3, 1, 2]) await put(course('course-a', version, version));
  await put(course('course-b', 1, 5));
  const versions = (await outbox(test.table).due(at(4))).map(({ message }) => message);
  expect(versions).toEqual([1, 2, 3].map((version) => course('course-a', version, version)));
  expect(await outbox(test.table).due(at(0))).toEqual([]);
  expect(await outbox(test.table).due(at(4), 1)).toHaveLength(1);
});

it('spreads names over all partitions', () => {
  const shards = Array.from({ length: 200 }, (_, n) => shardOf(`course-${n}`));
  expect(new Set(shards)).toEqual(new Set(SHARDS));
});

it('asks each partition once for what is due', async () => {
  test.spent();
  await outbox(test.table).due(at(0));
  expect(test.spent().requests).toBe(SHARDS.length);
});

it('gives a message to one alone of those who want it at once, and its progress along with it', async () => {
  await emptied();
  await put(course('course-a', 1, 1));
  const [posted] = await outbox(test.table).due(at(2));
  if (posted === undefined) throw new Error('nothing is due');
  const taken = await Promise.all(
    [3, 3, 4].map((minute) => outbox(test.table).move(posted, { ...posted, due: at(minute) })),
  );
  const [held, ...more] = taken.filter((one) => one !== undefined);
  if (held === undefined) throw new Error('nobody has it');
  expect(more).toEqual([]);
  expect(await outbox(test.table).due(at(2))).toEqual([]);
  const begun = await outbox(test.table).begin(held, 'course-a', { from: 0, to: 7 });
  expect(await outbox(test.table).toldUpTo('course-a')).toBe(7);
  expect(await outbox(test.table).begin(held, 'course-a', { from: 0, to: 8 })).toBeUndefined();
  const left: Message = { kind: 'news', course: 'course-a', person: 'ada', from: 0, to: 7, at: at(1) };
  const noted = begun && (await outbox(test.table).note(begun, { from: 0, to: 7, cursor: 'ada' }, left));
  expect(noted?.progress).toEqual({ from: 0, to: 7, cursor: 'ada' });
  const due = await outbox(test.table).due(at(9));
  expect(due.map(({ message, progress }) => [message.kind, progress?.cursor])).toEqual([
    ['news', undefined],
    ['course', 'ada'],
  ]);
  await outbox(test.table).drop(held);
  expect(await outbox(test.table).note(held, { from: 0, to: 7 })).toBeUndefined();
  expect(await outbox(test.table).toldUpTo('course-z')).toBe(0);
});

it('names the key of a message that is none', async () => {
  const key = keys.posted(0, at(1), 'course.bad.1');
  await test.plant({ ...key, message: 'text', due: at(1), failures: 0 });
  const error = await outbox(test.table)
    .due(at(2))
    .catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(CorruptItem);
  expect(String(error)).toContain('OUTBOX#0');
});
