import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../functions/store/person-writes.ts';
import { makeStore, type Store } from '../../../functions/store/store.ts';
import { at, NOON } from '../../support/builders.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';
import { entryOf, numberOf, OPENED, personOf, unitOf } from './builders.ts';

const ISSUER = 'https://id.example';
let test: TestTable;
let store: Store;

beforeAll(async () => {
  test = await openTestTable();
  store = makeStore(test.table);
  await store.units.put({ changed: [{ after: unitOf('unit-a', null) }] }, []);
});
afterAll(() => test.close());

async function made(id: string, change: Partial<Person> = {}): Promise<Person> {
  expect(await store.people.put({ after: personOf(id, change) }, [])).toBe('done');
  return (await store.people.get(id)) as Person;
}

function identityOf(id: string) {
  return { issuer: ISSUER, subject: `subject-${id}` };
}

function bare({ id, createdAt }: Person, change: Partial<Person> = {}) {
  return { ...personOf(id, { name: '已注销', createdAt }), ...change };
}

describe('closing an account', () => {
  const work = { unit: 'unit-a', post: 'grid-worker', established: false, from: OPENED } as const;

  async function closing(id: string) {
    const numbers = { phone: numberOf(`phone-${id}`), idNumber: numberOf(`id-${id}`) };
    const before = await made(id, { ...numbers, identity: identityOf(id), employments: [work] });
    const grant = { id: `grant-${id}`, person: id, unit: 'unit-a', role: 'worker', from: OPENED, by: 'clerk' } as const;
    await store.grants.put(grant, []);
    const after = bare(before, { deletedAt: NOON, employments: [work] });
    return { before, after, endings: [{ grant, day: '2026-03-01' }] };
  }

  it('frees what led to the person, ends the roles and keeps the head in the list', async () => {
    const change = await closing('p-close');
    expect(await store.accounts.close(change, [entryOf('unit-close')])).toBe('done');
    expect(await store.people.find(identityOf('p-close'))).toBeUndefined();
    expect(await store.people.findByPhoneHash('phone-p-close')).toBeUndefined();
    expect(await store.people.findByIdHash('id-p-close')).toBeUndefined();
    expect(await store.grants.ofPerson('p-close')).toMatchObject([{ to: '2026-03-01', endedBy: 'p-close' }]);
    const { unit: _, ...line } = work;
    const { found } = await store.workers.list('unit-a', { day: OPENED, limit: 10 });
    expect(found.filter(({ person }) => person === 'p-close')).toEqual([
      { person: 'p-close', name: '已注销', ...line },
    ]);
  });

  it('is none of it when a role has ended meanwhile, or the person has changed', async () => {
    const change = await closing('p-stale');
    await store.grants.end({ id: 'grant-p-stale', person: 'p-stale', unit: 'unit-a' }, { day: OPENED, by: 'x' }, []);
    expect(await store.accounts.close(change, [entryOf('unit-stale')])).toBe('conflict');
    await store.people.put({ before: change.before, after: { ...change.before, changedAt: NOON, name: '李某' } }, []);
    expect(await store.accounts.close({ ...change, endings: [] }, [entryOf('unit-stale')])).toBe('conflict');
    expect(await store.people.get('p-stale')).toMatchObject({ name: '李某', phone: { hash: 'phone-p-stale' } });
    expect((await store.audit.head('unit-stale')).seq).toBe(0);
  });
});

describe('a merge', () => {
  async function merging(id: string, { own = {}, claimed = {} }: { own?: Partial<Person>; claimed?: Partial<Person> }) {
    const self = await made(`${id}-own`, { identity: identityOf(id), ...own });
    const record = await made(`${id}-claimed`, claimed);
    const claim = { person: record.id, by: 'clerk', createdAt: NOON, expiresAt: at(60) };
    await store.claims.offer(`hash-${id}`, claim, []);
    const after = { ...record, identity: identityOf(id), ...(own.phone && !claimed.phone && { phone: own.phone }) };
    return {
      ...{ codeHash: `hash-${id}`, at: NOON },
      own: { before: self, after: bare(self, { mergedInto: record.id }) },
      claimed: { before: record, after },
    };
  }

  it('leads from the sign-in and from the number taken along to the other person', async () => {
    const merge = await merging('p-merge', { own: { phone: numberOf('phone-merge'), idNumber: numberOf('id-merge') } });
    expect(await store.accounts.merge(merge, [entryOf('unit-merge')])).toBe('done');
    expect(await store.people.find(identityOf('p-merge'))).toBe('p-merge-claimed');
    expect(await store.people.findByPhoneHash('phone-merge')).toBe('p-merge-claimed');
    expect(await store.people.findByIdHash('id-merge')).toBeUndefined();
    expect(await store.claims.get('hash-p-merge')).toMatchObject({ isNewest: false });
    expect(await store.people.get('p-merge-own')).toMatchObject({ mergedInto: 'p-merge-claimed', version: 2 });
    expect(await store.accounts.merge(merge, [])).toBe('spent');
  });

  it('keeps the record’s own number, and frees the other', async () => {
    const numbers = { own: { phone: numberOf('phone-free') }, claimed: { phone: numberOf('phone-kept') } };
    expect(await store.accounts.merge(await merging('p-numbers', numbers), [])).toBe('done');
    expect(await store.people.findByPhoneHash('phone-kept')).toBe('p-numbers-claimed');
    expect(await store.people.findByPhoneHash('phone-free')).toBeUndefined();
  });

  it('is refused when late, when a newer code was made, and when one of the two has changed', async () => {
    const merge = await merging('p-refused', {});
    expect(await store.accounts.merge({ ...merge, at: at(60) }, [entryOf('unit-refused')])).toBe('spent');
    const { own } = merge;
    const changed = { ...own, before: { ...own.before, version: 7 } };
    expect(await store.accounts.merge({ ...merge, own: changed }, [entryOf('unit-refused')])).toBe('conflict');
    const newer = { person: 'p-refused-claimed', by: 'clerk', createdAt: NOON, expiresAt: at(60) };
    await store.claims.offer('hash-newer', newer, []);
    expect(await store.accounts.merge(merge, [entryOf('unit-refused')])).toBe('spent');
    expect(await store.people.find(identityOf('p-refused'))).toBe('p-refused-own');
    expect((await store.audit.head('unit-refused')).seq).toBe(0);
  });
});
