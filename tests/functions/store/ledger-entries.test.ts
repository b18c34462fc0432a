import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StoredEntry } from '../../../functions/store/hours.ts';
import { keys } from '../../../functions/store/keys.ts';
import { type LedgerStore, makeLedgerStore } from '../../../functions/store/store.ts';
import { CorruptItem } from '../../../functions/store/table.ts';
import { NOON } from '../../support/builders.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';

let test: TestTable;
let store: LedgerStore;

beforeAll(async () => {
  test = await openTestTable();
  store = makeLedgerStore(test.table);
  await person('person-1');
});
afterAll(() => test.close());

const person = (id: string, more = {}) =>
  test.plant({
    ...keys.person(id),
    ...{ id, name: '甲', createdAt: NOON, version: 1, employments: [], certificates: [], pools: [], ...more },
  });

const entryOf = (id: string, owner = 'person-1'): StoredEntry => ({
  ...{ id, person: owner, kind: 'degree', day: '2025-07-01', title: '学士', evidence: [] },
  facts: [{ state: 'proposed', at: NOON, by: owner }],
});

const requestOf = (id: string) => ({ person: 'person-1', id, bodyHash: 'hash', outcome: '{}', at: NOON });

const withFact = (entry: StoredEntry, state: 'approved' | 'refused'): StoredEntry => ({
  ...entry,
  facts: [...entry.facts, { state, at: NOON, by: 'manager-1', why: '核对' }],
});

it('keeps an entry with its request, once', async () => {
  const entry = entryOf('entry-00001');
  expect(await store.ledgerEntries.add({ entry, request: requestOf('request-1') }, [])).toBe('done');
  expect(await store.ledgerEntries.get('person-1', entry.id)).toEqual(entry);
  expect(await store.requests.find('person-1', 'request-1')).toEqual({ bodyHash: 'hash', outcome: '{}' });
  const other = entryOf('entry-00002');
  expect(await store.ledgerEntries.add({ entry: other, request: requestOf('request-1') }, [])).toBe('request-used');
  expect(await store.ledgerEntries.get('person-1', other.id)).toBeUndefined();
  expect(await store.ledgerEntries.add({ entry, request: requestOf('request-2') }, [])).toBe('conflict');
});

it('adds a state to what is stored, and nothing to what has moved on', async () => {
  const entry = entryOf('entry-00003');
  await store.ledgerEntries.add({ entry, request: requestOf('request-3') }, []);
  const [approved, refused] = [withFact(entry, 'approved'), withFact(entry, 'refused')];
  expect(await store.ledgerEntries.move({ entry: approved, request: requestOf('request-4') }, [])).toBe('done');
  expect(await store.ledgerEntries.move({ entry: refused, request: requestOf('request-5') }, [])).toBe('conflict');
  expect(await store.ledgerEntries.get('person-1', entry.id)).toEqual(approved);
  expect(await store.requests.find('person-1', 'request-5')).toBeUndefined();
});

it('keeps nothing for nobody, nor for an account that was deleted', async () => {
  await person('person-2', { deletedAt: NOON });
  for (const owner of ['person-2', 'nobody-01']) {
    const entry = entryOf(`entry-of-${owner}`, owner);
    expect(await store.ledgerEntries.add({ entry, request: requestOf(`request-${owner}`) }, [])).toBe('conflict');
    expect(await store.hours.ofPerson(owner)).toEqual([]);
  }
});

it('names the key of an entry that is none', async () => {
  await test.plant({ ...keys.hours('person-3', 'entry-00004'), person: 'person-3' });
  await expect(store.ledgerEntries.get('person-3', 'entry-00004')).rejects.toThrow(CorruptItem);
});
