// Practice of a year and what was counted of each batch, as items: all or nothing, on the versions that were read, and for a person as they were read.
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PractisedYear } from '../../../functions/domain/practice/practised.ts';
import { keys } from '../../../functions/store/keys.ts';
import type { Person } from '../../../functions/store/person-writes.ts';
import type { PracticeReceipt } from '../../../functions/store/practised.ts';
import { practisedReader } from '../../../functions/store/practised.ts';
import { SOURCE_READERS, sourceIn } from '../../../functions/store/source-readers.ts';
import { staffReader } from '../../../functions/store/staff-facts.ts';
import { makeStore, makeTallyStore } from '../../../functions/store/store.ts';
import { CorruptItem } from '../../../functions/store/table.ts';
import { NOON } from '../../support/builders.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';
import { personOf } from './builders.ts';

let test: TestTable;
let store: ReturnType<typeof makeTallyStore>['practised'];

beforeAll(async () => {
  test = await openTestTable();
  store = makeTallyStore(test.table).practised;
});
afterAll(() => test.close());

const days = [{ day: '2026-03-01', units: ['a', 'b'], q: 3, k: 1, x: 4, p: 10 }];
const year = (person: string, version = 1): PractisedYear => ({ person, year: '2026', days, version, at: NOON });
const receipt = (person: string, version = 1): PracticeReceipt => ({
  source: keys.batch(person, 'device-a', 1),
  version,
  done: { '2026-03-01': { q: 3, k: 0, x: 0, p: 0 } },
});

async function made(id: string): Promise<Person | undefined> {
  await makeStore(test.table).people.put({ after: personOf(id) }, []);
  return store.owner(id);
}

async function itemAt(key: { PK: string; SK: string }) {
  const { Item: item } = await test.table.doc.send(new GetCommand({ TableName: test.table.name, Key: key }));
  return item as Parameters<typeof practisedReader.read>[0];
}

it('comes back as it was written, with its receipts', async () => {
  const owner = await made('p1');
  const receipts = [{ before: undefined, after: receipt('p1') }];
  expect(await store.put({ person: 'p1', owner, receipts, years: [year('p1')] })).toBe(true);
  expect(await store.years(['p1'], ['2025', '2026'])).toEqual([year('p1')]);
  const held = await store.receipts([receipt('p1').source, keys.batch('p1', 'device-a', 51)]);
  expect([...held.values()]).toEqual([receipt('p1')]);
  const item = await itemAt(keys.practised('p1', '2026'));
  expect(sourceIn(SOURCE_READERS, item)).toMatchObject({ kind: 'practised', fact: year('p1') });
  expect(() => practisedReader.read({ ...item, packed: 'x' })).toThrow(CorruptItem);
});

it('is written whole or not at all when a receipt, a year or the person is another one', async () => {
  const owner = await made('p2');
  const first = { person: 'p2', owner, receipts: [{ before: undefined, after: receipt('p2') }], years: [year('p2')] };
  expect(await store.put(first)).toBe(true);
  expect(await store.put({ ...first, years: [year('p2', 2)] })).toBe(false);
  expect(await store.put({ ...first, receipts: [] })).toBe(false);
  await makeStore(test.table).people.put({ before: owner, after: personOf('p2', { name: '李某' }) }, []);
  const next = { ...first, receipts: [{ before: receipt('p2'), after: receipt('p2', 2) }], years: [year('p2', 2)] };
  expect(await store.put(next)).toBe(false);
  expect(await store.years(['p2'], ['2026'])).toEqual([year('p2')]);
  expect(await store.put({ ...next, owner: await store.owner('p2') })).toBe(true);
  expect(await store.years(['p2'], ['2026'])).toEqual([year('p2', 2)]);
});

it('is written for nobody, and for a person from before there were versions', async () => {
  const write = (person: string, owner: Person | undefined) =>
    store.put({ person, owner, receipts: [], years: [year(person)] });
  expect(await write('nobody', undefined)).toBe(true);
  const old = { ...keys.person('p3'), name: '王某', createdAt: NOON };
  await test.table.doc.send(new PutCommand({ TableName: test.table.name, Item: old }));
  expect(await write('p3', undefined)).toBe(false);
  expect(await write('p3', await store.owner('p3'))).toBe(true);
});

it('a person is a fact since they were made, or since they were written last when that is known', async () => {
  const old = { ...keys.person('p4'), name: '王某', createdAt: NOON };
  expect(sourceIn(SOURCE_READERS, old)?.fact).toEqual({ employments: [], certificates: [], version: 0, at: NOON });
  await made('p4');
  const { people } = makeStore(test.table);
  const at = '2026-05-24T04:00:00.000Z';
  expect(await people.link({ issuer: 'https://id.example', subject: 'p4' }, { id: 'p4', at }, [])).toBe('done');
  expect(staffReader.read(await itemAt(keys.person('p4')))).toMatchObject({ version: 2, at });
  expect(SOURCE_READERS.some(({ is }) => is({ PK: 'PERSON#p4', SK: 'HOURS#1' }))).toBe(false);
});
