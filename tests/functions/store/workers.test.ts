import { afterAll, beforeAll, expect, it } from 'vitest';
import { CorruptItem } from '../../../functions/store/table.ts';
import { workers } from '../../../functions/store/workers.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';
import { OPENED } from './builders.ts';

let test: TestTable;
let store: ReturnType<typeof workers>;

beforeAll(async () => {
  test = await openTestTable();
  store = workers(test.table);
});
afterAll(() => test.close());

async function planted(unit: string, person: string, more: object = {}): Promise<void> {
  const line = { person, name: '王某', post: 'social-worker', established: false, from: OPENED };
  await test.plant({ PK: `UNIT#${unit}`, SK: `WORKER#${person}#${OPENED}`, ...line, ...more });
}

/** Reads a unit's list to its end, `limit` at a time. */
async function allOf(unit: string, day: string, limit: number): Promise<string[]> {
  const people: string[] = [];
  for (let cursor: { cursor?: string } | undefined = {}; cursor !== undefined; ) {
    const { found, next }: { found: { person: string }[]; next?: string } = await store.list(unit, {
      day,
      limit,
      ...cursor,
    });
    expect(found.length).toBeLessThanOrEqual(limit);
    people.push(...found.map(({ person }) => person));
    cursor = next === undefined ? undefined : { cursor: next };
  }
  return people;
}

it.each([1, 2, 3, 5, 6, 50])('pages by %i through those of the day, each once, in their order', async (limit) => {
  const unit = `paged-${limit}`;
  const people = ['p', 'p-', 'p0', 'p1', 'p10', 'p2'];
  for (const person of people) await planted(unit, person);
  for (const person of ['a', 'p11', 'z']) await planted(unit, person, { to: '2026-03-01' });
  expect(await allOf(unit, '2026-03-01', limit)).toEqual([...people].sort());
  expect(await allOf(unit, '2026-02-28', limit)).toHaveLength(9);
  expect(await allOf(unit, '2025-12-31', limit)).toEqual([]);
});

it('keeps apart units of which one’s id begins like the other’s, and other items of a unit', async () => {
  await planted('11', 'of-11');
  await planted('110', 'of-110');
  await test.plant({ PK: 'UNIT#11', SK: 'UNIT' });
  await test.plant({ PK: 'UNIT#11', SK: 'WORKERS' });
  expect(await allOf('11', OPENED, 5)).toEqual(['of-11']);
  expect(await allOf('110', OPENED, 5)).toEqual(['of-110']);
  expect(await allOf('1', OPENED, 5)).toEqual([]);
});

it('gives everybody where the engine’s own page ends first', async () => {
  const people = Array.from({ length: 10 }, (_, i) => `heavy-${i}`);
  for (const person of people) await planted('heavy', person, { pad: 'x'.repeat(200_000) });
  expect(await allOf('heavy', OPENED, 100)).toEqual(people);
  expect(await allOf('heavy', OPENED, 3)).toEqual(people);
});

it.each(['', 'WORKER#', '~', 'UNIT', '不是', 'WORKER#zzz#', 'CHILD#'])(
  'does no harm with the cursor “%s”',
  async (cursor) => {
    await planted('cursor', 'one');
    const { found } = await store.list('cursor', { day: OPENED, limit: 5, cursor });
    expect(found.every(({ person }) => person === 'one')).toBe(true);
  },
);

it('knows whether anybody is there from a day on', async () => {
  await planted('from', 'past', { to: '2026-03-01' });
  expect(await store.anyFrom('from', '2026-02-28')).toBe(true);
  expect(await store.anyFrom('from', '2026-03-01')).toBe(false);
  await planted('from', 'future', { from: '2027-01-01', to: '2027-02-01' });
  expect(await store.anyFrom('from', '2026-03-01')).toBe(true);
  expect(await store.anyFrom('fro', OPENED)).toBe(false);
});

it('lists a page of 50 with one small query', async () => {
  for (let i = 0; i < 120; i += 1) await planted('cost', `person-${String(i).padStart(16, '0')}`);
  test.spent();
  const { found } = await store.list('cost', { day: OPENED, limit: 50 });
  expect(found).toHaveLength(50);
  const { units, requests } = test.spent();
  expect(requests).toBe(1);
  expect(units).toBeLessThanOrEqual(1.5);
});

it('names the key of a corrupt line', async () => {
  await planted('bad', 'SECRET', { established: 'SECRET' });
  const key = { PK: 'UNIT#bad', SK: `WORKER#SECRET#${OPENED}` };
  await expect(store.list('bad', { day: OPENED, limit: 5 })).rejects.toThrow(new CorruptItem(key));
});
