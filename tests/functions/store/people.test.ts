import { afterAll, beforeAll, expect, it } from 'vitest';
import { people } from '../../../functions/store/people.ts';
import { CorruptItem, TableBusy } from '../../../functions/store/table.ts';
import { NOON } from '../../support/builders.ts';
import { awsError, openTestTable, type TestTable } from '../../support/table.ts';

const issuer = 'https://id.example.cn';
let test: TestTable;
let store: ReturnType<typeof people>;

beforeAll(async () => {
  test = await openTestTable();
  store = people(test.table);
});
afterAll(() => test.close());

function somebody(id: string) {
  return { id, name: '考生', createdAt: NOON };
}

function conflict() {
  return awsError('TransactionCanceledException', {
    CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }],
  });
}

it('makes a person for an identity, and finds them again', async () => {
  expect(await store.find({ issuer, subject: 'one' })).toBeUndefined();
  expect(await store.add({ issuer, subject: 'one' }, somebody('person-one'))).toBe(true);
  expect(await store.find({ issuer, subject: 'one' })).toBe('person-one');
  expect(await store.get('person-one')).toEqual(somebody('person-one'));
});

it('knows nobody under an id that was never given', async () => {
  expect(await store.get('person-none')).toBeUndefined();
});

it('refuses a second person for an identity, and writes nothing of them', async () => {
  await store.add({ issuer, subject: 'two' }, somebody('person-two'));
  expect(await store.add({ issuer, subject: 'two' }, somebody('person-two-b'))).toBe(false);
  expect(await store.find({ issuer, subject: 'two' })).toBe('person-two');
  expect(await store.get('person-two-b')).toBeUndefined();
});

it('refuses an id that is taken, and leaves the identity free', async () => {
  await store.add({ issuer, subject: 'three' }, somebody('person-three'));
  expect(await store.add({ issuer, subject: 'three-b' }, somebody('person-three'))).toBe(false);
  expect(await store.find({ issuer, subject: 'three-b' })).toBeUndefined();
});

it('makes one person of many first sign-ins at once', async () => {
  const identity = { issuer, subject: 'crowd' };
  const ids = Array.from({ length: 10 }, (_, i) => `person-crowd-${i}`);
  const added = await Promise.all(ids.map((id) => store.add(identity, somebody(id))));
  expect(added.filter(Boolean)).toHaveLength(1);
  const winner = ids[added.indexOf(true)];
  expect(await store.find(identity)).toBe(winner);
  const held = await Promise.all(ids.map((id) => store.get(id)));
  expect(held.filter((person) => person !== undefined).map((person) => person?.id)).toEqual([winner]);
});

it('keeps the same subject of two issuers apart', async () => {
  await store.add({ issuer, subject: 'same' }, somebody('person-same-1'));
  await store.add({ issuer: 'https://other.example.cn', subject: 'same' }, somebody('person-same-2'));
  expect(await store.find({ issuer, subject: 'same' })).toBe('person-same-1');
  expect(await store.find({ issuer: 'https://other.example.cn', subject: 'same' })).toBe('person-same-2');
});

it('tries again while another transaction stands in the way', async () => {
  test.waits.length = 0;
  test.fail(conflict(), 3);
  expect(await store.add({ issuer, subject: 'conflict' }, somebody('person-conflict'))).toBe(true);
  expect(test.waits).toEqual([25, 75, 225]);
});

it('says that the table is busy when the way stays blocked', async () => {
  test.waits.length = 0;
  test.fail(conflict(), 4);
  await expect(store.add({ issuer, subject: 'blocked' }, somebody('person-blocked'))).rejects.toBeInstanceOf(TableBusy);
  expect(test.waits).toHaveLength(3);
  expect(await store.find({ issuer, subject: 'blocked' })).toBeUndefined();
});

it('does not try again what a condition refused beside a conflict', async () => {
  test.waits.length = 0;
  const reasons = [{ Code: 'ConditionalCheckFailed' }, { Code: 'TransactionConflict' }];
  test.fail(awsError('TransactionCanceledException', { CancellationReasons: reasons }));
  expect(await store.add({ issuer, subject: 'both' }, somebody('person-both'))).toBe(false);
  expect(test.waits).toEqual([]);
});

it('passes on a fault as it is', async () => {
  test.fail(awsError('AccessDeniedException'));
  await expect(store.add({ issuer, subject: 'denied' }, somebody('person-denied'))).rejects.toThrow('AccessDenied');
});

it('names the key of a corrupt person or identity', async () => {
  await test.plant({ PK: 'PERSON#person-bad', SK: 'PERSON', name: 7 });
  await expect(store.get('person-bad')).rejects.toThrow(new CorruptItem({ PK: 'PERSON#person-bad', SK: 'PERSON' }));
  await test.plant({ PK: `IDENTITY#${issuer}#bad`, SK: 'IDENTITY' });
  await expect(store.find({ issuer, subject: 'bad' })).rejects.toBeInstanceOf(CorruptItem);
});
