// Exactly-once counting, step by step: what a step refuses, and what it costs.

import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mockKeys } from '../../../functions/store/mock-keys.ts';
import { type Fact, figuresIn, keyText, tally } from '../../../functions/store/tally.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';

let test: TestTable;
let n = 0;
let counter: { PK: string; SK: string };
let fact: Fact;

beforeAll(async () => {
  test = await openTestTable();
});
afterAll(() => test.close());
beforeEach(() => {
  n += 1;
  counter = { PK: `COUNTER#${n}`, SK: 'COUNTER' };
  fact = { kind: 'result', key: { PK: `FACT#${n}`, SK: 'FACT' }, version: 1, text: '一 fact', more: { person: 'p' } };
});

const store = () => tally(test.table);
const delta = (x: number) => ({ key: counter, sums: { x, 'y:2': 1 } });

async function figures(): Promise<Record<string, number>> {
  const { Item: item } = await test.table.doc.send(new GetCommand({ TableName: test.table.name, Key: counter }));
  return item === undefined ? {} : figuresIn(item as never);
}

describe('what is taken in', () => {
  it('waits in its lane with its facts marked, and is added once, however often the lane is finished', async () => {
    const { take, lane, finish, receipts } = store();
    const before = await lane(0);
    expect(await take(before, { facts: [{ fact, was: undefined }], deltas: [delta(3)] })).toBe(true);
    const taken = await lane(0);
    expect(taken).toEqual({ lane: 0, number: before.number + 1, pending: [delta(3)] });
    expect((await receipts([fact.key])).get(keyText(fact.key))).toEqual({
      ...{ version: 1, text: '一 fact', lane: 0, number: taken.number },
    });
    expect(await figures()).toEqual({});
    for (let times = 0; times < 3; times += 1) await finish(taken);
    expect(await figures()).toEqual({ x: 3, 'y:2': 1 });
    expect(await lane(0)).toEqual({ lane: 0, number: taken.number });
  });

  it('is refused while something waits in the lane, and on a lane that has moved on', async () => {
    const { take, lane, finish } = store();
    const before = await lane(1);
    await take(before, { facts: [], deltas: [delta(1)] });
    expect(await take(before, { facts: [], deltas: [delta(1)] })).toBe(false);
    const taken = await lane(1);
    expect(await take(taken, { facts: [], deltas: [delta(1)] })).toBe(false);
    await finish(taken);
    expect(await take(taken, { facts: [], deltas: [delta(1)] })).toBe(true);
    await finish(await lane(1));
    expect(await figures()).toEqual({ x: 2, 'y:2': 2 });
  });

  it('of one fact in two lanes at once is one alone', async () => {
    const { take, lane, receipts } = store();
    const one = { facts: [{ fact, was: undefined }], deltas: [] };
    expect(await take(await lane(2), one)).toBe(true);
    expect(await take(await lane(3), one)).toBe(false);
    const was = (await receipts([fact.key])).get(keyText(fact.key));
    const next = { facts: [{ fact: { ...fact, version: 2 }, was }], deltas: [] };
    expect(await take(await lane(2), next)).toBe(true);
    expect(await take(await lane(3), next)).toBe(false);
  });

  it('says so when it is too much for one item', async () => {
    const noise = (i: number) => String((i * 2_654_435_761) % 4_294_967_296);
    const deltas = Array.from({ length: 60_000 }, (_, i) => ({
      key: { PK: noise(i), SK: noise(i + 7) },
      sums: { x: i },
    }));
    await expect(store().take(await store().lane(0), { facts: [], deltas })).rejects.toThrow('too many to be taken in');
  });
});

it('a figure that went back to nothing is as if it had never been', async () => {
  const { take, lane, finish } = store();
  for (const x of [3, -3]) {
    await take(await lane(0), { facts: [], deltas: [{ key: counter, sums: { x, z: x === 3 ? 1 : 2 } }] });
    await finish(await lane(0));
  }
  expect(await figures()).toEqual({ z: 3 });
});

it.each([
  ['lane', mockKeys.tallyLane(0), { number: 'one' }, () => store().lane(0)],
  ['receipt', { PK: 'FACT#x', SK: 'FACT' }, { version: 1 }, () => store().receipts([{ PK: 'FACT#x', SK: 'FACT' }])],
] as const)('a corrupt %s is an error with its key', async (_, key, attributes, read) => {
  await test.plant({ ...key, ...attributes });
  await expect(read()).rejects.toThrow(`corrupt item ${key.PK} / ${key.SK}`);
});
