import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moved } from '../../../functions/domain/subsidies/application.ts';
import { commits } from '../../../functions/store/audit.ts';
import { sha256 } from '../../../functions/store/digest.ts';
import { keys } from '../../../functions/store/keys.ts';
import { subsidies } from '../../../functions/store/subsidies.ts';
import { putAny, transact } from '../../../functions/store/transactions.ts';
import { applicationOf } from '../../support/subsidies.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';

const at = '2026-03-01T04:00:00.000Z';
let test: TestTable;
let store: ReturnType<typeof subsidies>;
let serial = 0;

beforeAll(async () => {
  test = await openTestTable();
  store = subsidies(test.table, commits(test.table, sha256));
});
afterAll(() => test.close());

const write = () => {
  serial += 1;
  return { request: { person: 'p', id: `request-${serial}`, bodyHash: '', outcome: '', at }, lines: [] };
};

async function put(item: object) {
  await transact(test.table, [{ write: putAny(test.table, item), refused: 'conflict' }]);
}

async function added(unit: string, id: string) {
  const application = applicationOf(unit, { id, desk: 'desk-1', steps: [{ move: 'apply', at: `${at}`, by: 'x' }] });
  await put({ ...keys.person(application.person), name: 'x' });
  const guard = await store.guard(application.person, application.rule);
  expect(await store.add(application, { ...write(), guard })).toBe('done');
  return application;
}

describe('applications', () => {
  it('of one rule follow each other: what was read before another came is refused', async () => {
    const first = await added('u1', 'subsidy-a1');
    const second = { ...first, id: 'subsidy-a2' };
    expect(await store.add(second, { ...write(), guard: 0 })).toBe('conflict');
    expect(await store.add(second, { ...write(), guard: await store.guard(first.person, first.rule) })).toBe('done');
    expect((await store.ofPerson(first.person)).map(({ id }) => id)).toEqual(['subsidy-a1', 'subsidy-a2']);
  });

  it('are put for nobody whose account is not there', async () => {
    const nobody = applicationOf('nowhere', { id: 'subsidy-b1' });
    expect(await store.add(nobody, { ...write(), guard: 0 })).toBe('conflict');
  });

  it('leave the queue for their year when they are over, and are moved on the version that was read', async () => {
    const one = await added('u2', 'subsidy-c1');
    const done = moved(one, { move: 'withdraw', at, by: one.person });
    if (!done.ok) throw new Error(done.reason);
    expect(await store.move([done.application], write())).toBe('done');
    expect(await store.move([done.application], write())).toBe('conflict');
    const units = new Set(['u2']);
    expect((await store.atDesk('desk-1', { units, limit: 9 })).found).toEqual([]);
    expect((await store.atDesk('desk-1', { units, year: '2026', limit: 9 })).found).toMatchObject([
      { application: 'subsidy-c1', state: 'withdrawn', version: 2 },
    ]);
  });

  it('are listed page by page, by unit and state', async () => {
    for (const n of [1, 2, 3]) await added(`page-${n}`, `subsidy-d${n}`);
    const units = new Set(['page-1', 'page-2', 'page-3']);
    const first = await store.atDesk('desk-1', { units, state: 'applied', limit: 2 });
    expect(first.found).toHaveLength(2);
    const rest = await store.atDesk('desk-1', { units, state: 'applied', limit: 2, cursor: first.next });
    expect([rest.found.length, rest.next]).toEqual([1, undefined]);
    expect((await store.atDesk('desk-1', { units, state: 'paid', limit: 2 })).found).toEqual([]);
  });

  it('that are broken are told by their keys', async () => {
    await put({ ...keys.subsidy('broken', 'subsidy-x1'), id: 'subsidy-x1' });
    await expect(store.get('broken', 'subsidy-x1')).rejects.toThrow('SUBSIDIES#broken');
    await put({ ...keys.subsidyBatch('desk-2', '20260301-broken-1') });
    await expect(store.batches('desk-2', '2026')).rejects.toThrow('DESK#desk-2');
    await put(keys.subsidyOpen('desk-2', { since: at, person: 'p', id: 'i' }));
    await expect(store.atDesk('desk-2', { limit: 1 })).rejects.toThrow('DESK#desk-2');
  });
});

describe('batches', () => {
  it('are found by the year they were begun in, the latest first', async () => {
    const batch = { desk: 'desk-3', rule: 'r', version: 1, at, by: 'x', from: '2026-03-01', last: '2026-03-09' };
    for (const id of ['20251231-aaaaaaaa', '20260105-bbbbbbbb', '20260301-cccccccc']) {
      expect(await store.putBatch({ ...batch, id, members: [], cents: 0 }, write())).toBe('done');
    }
    expect((await store.batches('desk-3', '2026')).map(({ id }) => id)).toEqual([
      ...['20260301-cccccccc', '20260105-bbbbbbbb'],
    ]);
    expect(await store.batch('desk-3', '20260105-bbbbbbbb')).toMatchObject({ version: 1 });
    expect(await store.batch('desk-3', '20260105-zzzzzzzz')).toBeUndefined();
  });
});
