// Item statistics and the list of results as they are stored: what one read brings, in which order, and what a corrupt item says.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { count } from '../../../functions/jobs/tally/count.ts';
import { mockKeys } from '../../../functions/store/mock-keys.ts';
import { resultFact } from '../../../functions/store/results-index.ts';
import { makeTallyStore, type TallyStore } from '../../../functions/store/store.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';
import { line, result } from '../domain/statistics/results.ts';

let test: TestTable;
let store: TallyStore;

beforeAll(async () => {
  test = await openTestTable();
  store = makeTallyStore(test.table);
});
afterAll(() => test.close());

const counted = (...results: Parameters<typeof resultFact>[0][]) =>
  count({ store, sink: () => undefined, now: () => '2026-03-20T03:00:00.000Z', sources: [] }, results.map(resultFact));

it('all items of a scope are one request, versions and forms apart', async () => {
  const [first, second] = [line({ id: 'jc01-501' }), line({ n: 2, id: 'jc02-501', picked: [] })];
  await counted(
    result({ subject: 'one', attempt: 'a1', lines: [first, second] }),
    result({ subject: 'one', attempt: 'a2', lines: [{ ...first, version: 2 }, second], form: 'short' }),
  );
  test.spent();
  const found = await store.statistics.ofScope('one');
  expect(test.spent().requests).toBe(1);
  expect(found.map(({ question, version, form }) => [question, version, form])).toEqual([
    ['jc01-501', 1, 'official'],
    ['jc01-501', 2, 'short'],
    ['jc02-501', 1, 'official'],
    ['jc02-501', 1, 'short'],
  ]);
  expect(found[0]?.sums).toEqual({
    ...{ n: 1, x: 2, xx: 4, y: 2, yy: 4, xy: 4, m: 2, r: 2 },
    ...{ 'x:2': 1, 'y:2': 1, 'o:A': 1, 'p:A': 2 },
  });
  expect(await store.statistics.ofScope('other')).toEqual([]);
});

it('an item that nobody counts any more is not in its scope', async () => {
  const before = result({ subject: 'two' });
  await counted(before);
  await counted({ ...before, state: 'voided', version: 2 });
  expect(await store.statistics.ofScope('two')).toEqual([]);
});

it('results are listed a page at a time', async () => {
  const minutes = ['00', '01', '02'];
  await counted(...minutes.map((m) => result({ subject: 'three', attempt: m, endedAt: `2026-03-01T03:${m}:00.000Z` })));
  const first = await store.resultsIndex.list('three', '2026-03', { limit: 2 });
  expect(first.found.map(({ attempt }) => attempt)).toEqual(['00', '01']);
  const { found, ...rest } = await store.resultsIndex.list('three', '2026-03', { limit: 2, after: first.next ?? '' });
  expect(found.map(({ attempt }) => attempt)).toEqual(['02']);
  expect(rest).toEqual({});
});

it.each([
  ['form', mockKeys.statistics('bad', { question: 'q', version: 1, form: 'long' }), { n: 1 }],
  ['figure', mockKeys.statistics('bad', { question: 'q', version: 1, form: 'short' }), { n: 'one' }],
])('a counter with a corrupt %s is an error with its key', async (what, { PK, SK }, attributes) => {
  const key = { PK: `${PK}-${what}`, SK };
  await test.plant({ ...key, ...attributes });
  await expect(store.statistics.ofScope(`bad-${what}`)).rejects.toThrow(`corrupt item ${key.PK} / ${SK}`);
});

it('a corrupt line of the list is an error with its key', async () => {
  const key = mockKeys.resultOfSubject('four', '2026-03', { endedAt: '2026-03-01', person: 'p', attempt: 'a' });
  await test.plant({ ...key, version: 1 });
  await expect(store.resultsIndex.list('four', '2026-03', { limit: 9 })).rejects.toThrow('corrupt item RESULTS#four');
});
