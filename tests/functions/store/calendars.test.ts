import { afterAll, beforeAll, expect, it } from 'vitest';
import { keys } from '../../../functions/store/keys.ts';
import { makeStore, type Store } from '../../../functions/store/store.ts';
import { CorruptItem } from '../../../functions/store/table.ts';
import { NOON } from '../../support/builders.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';

let test: TestTable;
let store: Store;

beforeAll(async () => {
  test = await openTestTable();
  store = makeStore(test.table);
});
afterAll(() => test.close());

const address = (tokenHash: string) => ({ tokenHash, madeAt: NOON });

it('keeps one address a person, found from the secret and from the person', async () => {
  expect(await store.calendars.ofPerson('ada')).toBeUndefined();
  expect(await store.calendars.replace('ada', { after: address('hash-1') })).toBe('done');
  expect(await store.calendars.personOf('hash-1')).toBe('ada');
  expect(await store.calendars.ofPerson('ada')).toEqual(address('hash-1'));
});

it('puts the next in its place, and takes it away, with nothing left of the one before', async () => {
  await store.calendars.replace('bo', { after: address('hash-b1') });
  await store.calendars.replace('bo', { before: address('hash-b1'), after: address('hash-b2') });
  expect(await store.calendars.personOf('hash-b1')).toBeUndefined();
  expect(await store.calendars.personOf('hash-b2')).toBe('bo');
  expect(await store.calendars.replace('bo', { before: address('hash-b2') })).toBe('done');
  expect(await store.calendars.personOf('hash-b2')).toBeUndefined();
  expect(await store.calendars.ofPerson('bo')).toBeUndefined();
  expect(await store.calendars.replace('bo', {}), 'of none').toBe('done');
});

it('writes nothing over an address that it has not seen', async () => {
  await store.calendars.replace('cy', { after: address('hash-c1') });
  expect(await store.calendars.replace('cy', { after: address('hash-c2') })).toBe('conflict');
  expect(await store.calendars.replace('cy', { before: address('hash-c0'), after: address('hash-c2') })).toBe(
    'conflict',
  );
  expect(await store.calendars.personOf('hash-c2')).toBeUndefined();
  expect(await store.calendars.personOf('hash-c1')).toBe('cy');
});

it('names an item that is not what it must be', async () => {
  await test.plant({ ...keys.calendar('hash-bad'), person: 7 });
  await test.plant({ ...keys.calendarOfPerson('dot'), tokenHash: 'x' });
  await expect(store.calendars.personOf('hash-bad')).rejects.toThrow(CorruptItem);
  await expect(store.calendars.ofPerson('dot')).rejects.toThrow('corrupt item PERSON#dot / CALENDAR');
});
