import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Job, JobLine } from '../../../functions/store/jobs.ts';
import { makeStore, type Store } from '../../../functions/store/store.ts';
import { CorruptItem } from '../../../functions/store/table.ts';
import { TooManyWrites } from '../../../functions/store/transactions.ts';
import { at, NOON } from '../../support/builders.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';
import { entryOf } from './builders.ts';

let test: TestTable;
let store: Store;
let made = 0;

beforeAll(async () => {
  test = await openTestTable();
  store = makeStore(test.table);
});
afterAll(() => test.close());

/** A queued job that no other test touches. */
async function queued(): Promise<string> {
  made += 1;
  const id = `job-${made}`;
  const job = { id, kind: 'import', unit: 'unit-a', by: 'person-clerk', createdAt: NOON, total: 500 };
  expect(await store.jobs.add(job, [])).toBe('done');
  return id;
}

async function claimed(id: string, holder = 'worker-a', second = 0): Promise<Job> {
  const job = await store.jobs.claim(id, { holder, now: at(second), until: at(second + 60) });
  if (job === undefined) throw new Error(`no lease of ${id}`);
  return job;
}

function linesFrom(first: number, count: number): JobLine[] {
  return Array.from({ length: count }, (_, i) => ({ line: first + i, outcome: 'added', thing: `person-${first + i}` }));
}

function slice(done: number, lines: JobLine[] = []) {
  return { done, counts: { added: done }, lines, leaseUntil: at(120) };
}

describe('a job', () => {
  it('is queued once, with its line', async () => {
    const id = await queued();
    const job = { id, kind: 'import', unit: 'unit-a', by: 'person-clerk', createdAt: NOON, total: 500 };
    expect(await store.jobs.get(id)).toEqual({ ...job, state: 'queued', done: 0, counts: {}, version: 1 });
    expect(await store.jobs.add(job, [entryOf('unit-job')])).toBe('same');
    expect((await store.audit.head('unit-job')).seq).toBe(0);
    expect(await store.jobs.get('job-none')).toBeUndefined();
  });

  it('names its key when it is corrupt', async () => {
    await test.plant({ PK: 'JOB#bad', SK: 'JOB', id: 'bad', kind: 'SECRET' });
    await expect(store.jobs.get('bad')).rejects.toThrow(new CorruptItem({ PK: 'JOB#bad', SK: 'JOB' }));
    await test.plant({ PK: 'JOB#bad', SK: 'LINE#0000001', outcome: 'SECRET' });
    await expect(store.jobs.lines('bad', { limit: 5 })).rejects.toBeInstanceOf(CorruptItem);
  });
});

describe('a lease', () => {
  it('is taken by one of many who want it at once', async () => {
    const id = await queued();
    const wanting = Array.from({ length: 8 }, (_, i) =>
      store.jobs.claim(id, { holder: `worker-${i}`, now: at(0), until: at(60) }),
    );
    const got = (await Promise.all(wanting)).filter((job) => job !== undefined);
    expect(got).toHaveLength(1);
    expect(await store.jobs.get(id)).toEqual(got[0]);
    expect(got[0]).toMatchObject({ state: 'running', leaseUntil: at(60), version: 2 });
  });

  it('is free again when its time is over, and not before', async () => {
    const id = await queued();
    await claimed(id);
    expect(await store.jobs.claim(id, { holder: 'b', now: at(59), until: at(119) })).toBeUndefined();
    expect((await claimed(id, 'worker-b', 60)).holder).toBe('worker-b');
  });

  it('of an unknown job is nobody’s', async () => {
    expect(await store.jobs.claim('job-none', { holder: 'a', now: at(0), until: at(60) })).toBeUndefined();
    expect(await store.jobs.get('job-none')).toBeUndefined();
  });
});

describe('a slice', () => {
  it('moves the job on together with its lines, until it is done', async () => {
    const id = await queued();
    const first = await store.jobs.advance(await claimed(id), slice(99, linesFrom(1, 99)));
    expect(first).toMatchObject({ state: 'running', done: 99, counts: { added: 99 }, leaseUntil: at(120) });
    expect(await store.jobs.get(id)).toEqual(first);
    const last = first && (await store.jobs.advance(first, { ...slice(100, linesFrom(100, 1)), state: 'done' }));
    expect(last).toMatchObject({ state: 'done', done: 100 });
    expect((await store.jobs.lines(id, { limit: 200 })).found).toEqual(linesFrom(1, 100));
    expect(
      await store.jobs.claim(id, { holder: 'b', now: at(999), until: at(9999) }),
      'a job that is over',
    ).toBeUndefined();
    expect(last && (await store.jobs.advance(last, slice(101)))).toBeUndefined();
  });

  it('of a worker whose lease another has taken changes nothing', async () => {
    const id = await queued();
    const slow = await claimed(id);
    const quick = await claimed(id, 'worker-b', 60);
    expect(await store.jobs.advance(slow, slice(5, linesFrom(1, 5)))).toBeUndefined();
    expect(await store.jobs.get(id)).toEqual(quick);
    expect((await store.jobs.lines(id, { limit: 9 })).found).toEqual([]);
  });

  it('is written once when it is sent twice', async () => {
    const job = await claimed(await queued());
    const both = await Promise.all([1, 2].map(() => store.jobs.advance(job, slice(5, linesFrom(1, 5)))));
    expect(both.filter((next) => next !== undefined)).toHaveLength(1);
  });

  it('of more lines than a transaction holds is refused by name', async () => {
    const job = await claimed(await queued());
    await expect(store.jobs.advance(job, slice(100, linesFrom(1, 100)))).rejects.toThrow(TooManyWrites);
  });
});

it('lists lines by their number, page by page, of one job alone', async () => {
  const id = await queued();
  const job = await claimed(id);
  const numbers = [2, 10, 1, 100, 9_999, 10_000];
  await store.jobs.advance(
    job,
    slice(
      6,
      numbers.map((line) => ({ line, outcome: 'refused', field: 'phone' })),
    ),
  );
  await test.plant({ PK: `JOB#${id}0`, SK: 'LINE#0000001', line: 1, outcome: 'other' });
  const found: number[] = [];
  for (let asked: { cursor?: string; limit: number } | undefined = { limit: 4 }; asked !== undefined; ) {
    const page = await store.jobs.lines(id, asked);
    found.push(...page.found.map(({ line }) => line));
    asked = page.next === undefined ? undefined : { limit: 4, cursor: page.next };
  }
  expect(found).toEqual([1, 2, 10, 100, 9_999, 10_000]);
});
