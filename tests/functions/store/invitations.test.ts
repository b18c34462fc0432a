import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Invitation } from '../../../functions/store/invitations.ts';
import { makeStore, type Store } from '../../../functions/store/store.ts';
import { CorruptItem } from '../../../functions/store/table.ts';
import { at, NOON } from '../../support/builders.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';
import { entryOf, OPENED, personOf } from './builders.ts';

const until = at(3600);
let test: TestTable;
let store: Store;

beforeAll(async () => {
  test = await openTestTable();
  store = makeStore(test.table);
});
afterAll(() => test.close());

async function invited(code: string, change: Partial<Invitation> = {}): Promise<void> {
  const invitation = { unit: 'unit-a', role: 'worker' as const, by: 'person-clerk', createdAt: NOON, until, uses: 1 };
  expect(await store.invitations.add(code, { ...invitation, ...change }, [entryOf('unit-a')])).toBe('done');
}

async function accepted(code: string, person: string, when = NOON) {
  await store.people.put({ after: personOf(person) }, []);
  const base = { unit: 'unit-a', role: 'worker' as const, from: OPENED, by: 'person-clerk' };
  const grant = { ...base, id: `${code}-${person}`, person };
  return store.invitations.accept(code, { grant, at: when }, [entryOf('unit-acc')]);
}

it('keeps an invitation under the hash of its code, once', async () => {
  await invited('hash-one', { to: '2027-01-01', uses: 3 });
  const held = await store.invitations.get('hash-one');
  expect(held).toMatchObject({ unit: 'unit-a', role: 'worker', until, uses: 3, used: 0, to: '2027-01-01' });
  const again = { ...(held as Invitation), uses: 500 };
  expect(await store.invitations.add('hash-one', again, [])).toBe('same');
  expect(await store.invitations.get('hash')).toBeUndefined();
});

it('makes the grant with the acceptance, its line and its use', async () => {
  await invited('hash-two');
  expect(await accepted('hash-two', 'p-two')).toBe('done');
  expect(await store.grants.ofPerson('p-two')).toHaveLength(1);
  expect((await store.invitations.get('hash-two'))?.used).toBe(1);
});

it('lets as many in as it has uses, of any number at once', async () => {
  await invited('hash-crowd', { uses: 3 });
  const done = await Promise.all(Array.from({ length: 8 }, (_, i) => accepted('hash-crowd', `p-crowd-${i}`)));
  expect(done.filter((one) => one === 'done')).toHaveLength(3);
  expect(done.filter((one) => one === 'spent')).toHaveLength(5);
  const grants = await Promise.all(done.map((_, i) => store.grants.ofPerson(`p-crowd-${i}`)));
  expect(grants.flat()).toHaveLength(3);
});

it('counts nobody twice', async () => {
  await invited('hash-again', { uses: 2 });
  expect(await accepted('hash-again', 'p-again')).toBe('done');
  expect(await accepted('hash-again', 'p-again')).toBe('accepted-already');
  expect((await store.invitations.get('hash-again'))?.used).toBe(1);
});

it('is spent from its last instant on, leaving no line', async () => {
  await invited('hash-late');
  const { seq } = await store.audit.head('unit-acc');
  expect(await accepted('hash-late', 'p-late', until)).toBe('spent');
  expect(await accepted('hash-none', 'p-late')).toBe('spent');
  expect((await store.audit.head('unit-acc')).seq).toBe(seq);
  expect(await accepted('hash-late', 'p-late', at(3599))).toBe('done');
});

it('names the key of a corrupt invitation', async () => {
  await test.plant({ PK: 'INVITATION#bad', SK: 'INVITATION', unit: 'SECRET' });
  const key = { PK: 'INVITATION#bad', SK: 'INVITATION' };
  await expect(store.invitations.get('bad')).rejects.toThrow(new CorruptItem(key));
});
