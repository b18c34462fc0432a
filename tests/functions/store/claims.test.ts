import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeStore, type Store } from '../../../functions/store/store.ts';
import { CorruptItem } from '../../../functions/store/table.ts';
import { at, NOON } from '../../support/builders.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';
import { entryOf, personOf } from './builders.ts';

const expiresAt = at(3600);
let test: TestTable;
let store: Store;

beforeAll(async () => {
  test = await openTestTable();
  store = makeStore(test.table);
});
afterAll(() => test.close());

function offer(code: string, person: string) {
  return store.claims.offer(code, { person, by: 'person-clerk', createdAt: NOON, expiresAt }, [entryOf('unit-claim')]);
}

it('keeps a claim under the hash of its code, and knows which is the newest', async () => {
  await store.people.put({ after: personOf('p-one') }, []);
  expect(await offer('hash-one', 'p-one')).toBe('done');
  const claim = { person: 'p-one', by: 'person-clerk', createdAt: NOON, expiresAt };
  expect(await store.claims.get('hash-one')).toEqual({ ...claim, isNewest: true });
  expect(await offer('hash-two', 'p-one')).toBe('done');
  expect(await store.claims.get('hash-one')).toEqual({ ...claim, isNewest: false });
  expect(await store.claims.get('hash-two')).toEqual({ ...claim, isNewest: true });
  expect(await store.claims.get('hash')).toBeUndefined();
});

it.each([
  ['signs in already', { identity: { issuer: 'https://id.example', subject: 'subject-signs-in' } }],
  ['has gone', { deletedAt: NOON }],
])('makes none, and no line, for a person who %s', async (_what, change) => {
  const id = `p-${Object.keys(change)}`;
  await store.people.put({ after: personOf(id, change) }, []);
  const { seq } = await store.audit.head('unit-claim');
  expect(await offer(`hash-${id}`, id)).toBe('not-open');
  expect(await store.claims.get(`hash-${id}`)).toBeUndefined();
  expect((await store.audit.head('unit-claim')).seq).toBe(seq);
});

it('makes none for nobody', async () => {
  expect(await offer('hash-nobody', 'p-nobody')).toBe('not-open');
});

it('names the key of a corrupt claim', async () => {
  await test.plant({ PK: 'CLAIM#bad', SK: 'CLAIM', person: 5 });
  await expect(store.claims.get('bad')).rejects.toThrow(new CorruptItem({ PK: 'CLAIM#bad', SK: 'CLAIM' }));
});
