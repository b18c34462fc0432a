import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sessions } from '../../../functions/store/sessions.ts';
import { CorruptItem } from '../../../functions/store/table.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';

const session = { person: 'person-a', startedAt: '2026-03-01T00:00:00.000Z', expiresAt: '2026-03-31T00:00:00.001Z' };
let test: TestTable;
let store: ReturnType<typeof sessions>;

beforeAll(async () => {
  test = await openTestTable();
  store = sessions(test.table);
});
afterAll(() => test.close());

it('keeps a session under its hash, with the second after which it may go', async () => {
  await store.put('hash-a', session);
  expect(await store.get('hash-a')).toEqual(session);
  const Key = { PK: 'SESSION#hash-a', SK: 'SESSION' };
  const { Item } = await test.table.doc.send(new GetCommand({ TableName: test.table.name, Key }));
  expect(Item?.ttl).toBe(Date.parse('2026-03-31T00:00:01.000Z') / 1000);
});

it('gives back an expired one: the caller has the clock', async () => {
  const old = { ...session, expiresAt: '1999-01-01T00:00:00.000Z' };
  await store.put('hash-old', old);
  expect(await store.get('hash-old')).toEqual(old);
});

it('ends a session at once, and again without complaint', async () => {
  await store.put('hash-b', session);
  await store.delete('hash-b');
  expect(await store.get('hash-b')).toBeUndefined();
  await store.delete('hash-b');
});

it('reads consistently: an ended session must not live on in a replica', async () => {
  await store.put('hash-c', session);
  test.spent();
  await store.get('hash-c');
  expect(test.spent().units, 'a consistent read costs twice an eventual one').toBe(1);
});

it('knows nothing under another hash', async () => {
  expect(await store.get('hash')).toBeUndefined();
});

it('names the key of a corrupt session', async () => {
  await test.plant({ PK: 'SESSION#hash-bad', SK: 'SESSION', person: 'person-a', startedAt: 5 });
  await expect(store.get('hash-bad')).rejects.toThrow(new CorruptItem({ PK: 'SESSION#hash-bad', SK: 'SESSION' }));
});

it('ends all sessions of a person at once, and nobody else’s', async () => {
  const people = ['person-ends', 'person-ends-2', 'person-end'];
  for (const person of people) {
    for (const device of [1, 2]) await store.put(`${person}-${device}`, { ...session, person });
  }
  await store.deleteAll('person-ends');
  const live = await Promise.all(people.flatMap((person) => [1, 2].map((device) => store.get(`${person}-${device}`))));
  const [, , ...others] = ['person-ends', 'person-ends', 'person-ends-2', 'person-ends-2', 'person-end', 'person-end'];
  expect(live.map((one) => one?.person)).toEqual([undefined, undefined, ...others]);
  await store.deleteAll('person-ends');
  await store.put('person-ends-3', { ...session, person: 'person-ends' });
  expect(await store.get('person-ends-3')).toBeDefined();
});

it('lists a person’s sessions, the oldest first, without their hashes', async () => {
  const later = { ...session, person: 'person-lists', startedAt: '2026-03-02T00:00:00.000Z' };
  await store.put('lists-2', later);
  await store.put('lists-1', { ...session, person: 'person-lists' });
  await store.put('lists-3', { ...session, person: 'person-lists-2' });
  await store.delete('lists-none');
  expect(await store.ofPerson('person-lists')).toEqual([{ ...session, person: 'person-lists' }, later]);
});

it('ends the one that asks for it last', async () => {
  for (const hash of ['last-1', 'last-2', 'last-3']) await store.put(hash, { ...session, person: 'person-last' });
  const live = async () => (await store.ofPerson('person-last')).length;
  // Reading the notes, and two deletions for each of the two others: then the table is cut off.
  let left = 5;
  const { doc } = test.table;
  doc.middlewareStack.add(
    (next) => async (args) => {
      left -= 1;
      if (left < 0) throw new Error('cut off (injected)');
      return next(args);
    },
    { step: 'initialize', priority: 'low', name: 'cut' },
  );
  await expect(store.deleteAll('person-last', 'last-1')).rejects.toThrow('cut off');
  doc.middlewareStack.remove('cut');
  expect([await live(), await store.get('last-1')]).toEqual([1, { ...session, person: 'person-last' }]);
  await store.deleteAll('person-last', 'last-1');
  expect(await live()).toBe(0);
});
