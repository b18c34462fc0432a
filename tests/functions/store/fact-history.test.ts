// What was known at an instant: of most facts every version, of those that are written many times a day what each day ended with.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { KeptFact } from '../../../functions/store/fact-history.ts';
import { makeTallyStore } from '../../../functions/store/store.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';

let test: TestTable;
let history: ReturnType<typeof makeTallyStore>['factHistory'];

beforeAll(async () => {
  test = await openTestTable();
  history = makeTallyStore(test.table).factHistory;
});
afterAll(() => test.close());

const kept = (person: string, version: number, at: string, more: Partial<KeptFact> = {}): KeptFact => ({
  ...{ source: { PK: `FACT#${person}`, SK: '2026' }, kind: 'some', version, at },
  ...{ pieces: [{ unit: `v${version}`, day: '2026-03-01' }], ...more },
});

async function unitAsOf({ source }: KeptFact, cutOff: string): Promise<string | undefined> {
  for await (const { pieces } of history.asOf([source], cutOff)) return pieces[0]?.unit;
  return undefined;
}

it('gives the version that was written last up to an instant, and says when the next one was', async () => {
  const all = [kept('a', 1, '2026-03-01T02:00:00.000Z'), kept('a', 2, '2026-03-01T09:00:00.000Z')] as const;
  for (const one of all) await history.keep(one);
  await history.keep({ ...all[0], pieces: [] });
  expect(await unitAsOf(all[0], '2026-03-01T01:59:59.999Z')).toBeUndefined();
  expect(await unitAsOf(all[0], '2026-03-01T02:00:00.000Z')).toBe('v1');
  expect(await unitAsOf(all[0], '2026-03-01T09:00:00.000Z')).toBe('v2');
  expect(await history.firstAfter(all[0].source, '2026-03-01T02:00:00.000Z')).toBe('2026-03-01T09:00:00.000Z');
  expect(await history.firstAfter(all[0].source, '2026-03-01T09:00:00.000Z')).toBeUndefined();
});

it('gives of a daily fact what the day before the instant ended with, in whatever order its versions come', async () => {
  const daily = { daily: true } as const;
  // Midnight in China is 16:00 of the day before.
  const all = [
    kept('b', 3, '2026-03-01T15:00:00.000Z', daily),
    kept('b', 1, '2026-03-01T02:00:00.000Z', daily),
    kept('b', 4, '2026-03-01T16:30:00.000Z', daily),
    kept('b', 2, '2026-03-01T09:00:00.000Z', daily),
  ] as const;
  for (const one of all) await history.keep(one);
  expect(await unitAsOf(all[0], '2026-03-01T15:59:59.999Z')).toBeUndefined();
  expect(await unitAsOf(all[0], '2026-03-01T16:00:00.000Z')).toBe('v3');
  expect(await unitAsOf(all[0], '2026-03-02T15:59:59.999Z')).toBe('v3');
  expect(await unitAsOf(all[0], '2026-03-02T16:00:00.000Z')).toBe('v4');
  expect(await history.firstAfter(all[0].source, '2026-03-01T15:00:00.000Z')).toBe('2026-03-01T15:00:00.000Z');
  expect(await history.firstAfter(all[0].source, '2026-03-01T16:00:00.000Z')).toBe('2026-03-01T16:30:00.000Z');
  expect(await history.firstAfter(all[0].source, '2026-03-02T16:00:00.000Z')).toBeUndefined();
});

it('keeps a daily fact that a change of the tree has cut otherwise, from the day after the change', async () => {
  const fact = kept('c', 1, '2026-03-01T02:00:00.000Z', { daily: true });
  await history.keep(fact);
  const cut = { ...fact, at: '2026-03-05T02:00:00.000Z', pieces: [{ unit: 'cut', day: '2026-03-01' }] };
  await history.keep(cut, true);
  await history.keep(fact);
  expect(await history.newest(fact)).toMatchObject({ version: 1, pieces: cut.pieces, daily: true });
  expect(await unitAsOf(fact, '2026-03-05T12:00:00.000Z')).toBe('v1');
  expect(await unitAsOf(fact, '2026-03-06T12:00:00.000Z')).toBe('cut');
  expect(await history.newest({ ...fact, version: 2 })).toBeUndefined();
});
