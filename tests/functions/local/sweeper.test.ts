import { GetCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSweeper, sweep } from '../../../functions/local/sweeper.ts';
import type { Table } from '../../../functions/store/table.ts';
import { makeTable, startEngine, type TestEngine } from '../../support/engine.ts';
import { until } from './scratch.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

async function put(table: Table, PK: string, ttl?: number): Promise<void> {
  await table.doc.send(new PutCommand({ TableName: table.name, Item: { PK, SK: 'x', ttl } }));
}

async function left(table: Table): Promise<string[]> {
  const { Items = [] } = await table.doc.send(new ScanCommand({ TableName: table.name }));
  return Items.map(({ PK }) => String(PK)).sort();
}

test('only items whose time has passed are deleted', async () => {
  const table = await makeTable(engine.endpoint);
  await put(table, 'past', 999);
  await put(table, 'now', 1000);
  await put(table, 'future', 1001);
  await put(table, 'forever');
  expect(await sweep(table, 1000)).toBe(1);
  expect(await left(table)).toEqual(['forever', 'future', 'now']);
});

test('more than a page is swept', async () => {
  const table = await makeTable(engine.endpoint);
  const numbers = [...Array(450).keys()];
  for (let from = 0; from < 450; from += 50) {
    await Promise.all(numbers.slice(from, from + 50).map((n) => put(table, `P${n}`, n % 2 === 0 ? 1 : 5000)));
  }
  expect(await sweep(table, 1000)).toBe(225);
  expect(await left(table)).toHaveLength(225);
});

test('an item renewed between being seen and being deleted stays', async () => {
  const table = await makeTable(engine.endpoint);
  await put(table, 'session', 1);
  const { doc } = table;
  const renewing = Object.create(doc, {
    send: {
      async value(command: Parameters<typeof doc.send>[0]) {
        const answer = await doc.send(command);
        if (command instanceof ScanCommand) await put(table, 'session', 9000);
        return answer;
      },
    },
  });
  expect(await sweep({ ...table, doc: renewing }, 1000)).toBe(0);
  expect(await left(table)).toEqual(['session']);
});

test('the sweeper sweeps as soon as it starts', async () => {
  const table = await makeTable(engine.endpoint);
  await put(table, 'past', 1);
  const stop = startSweeper(table, () => 5_000_000);
  const key = { TableName: table.name, Key: { PK: 'past', SK: 'x' } };
  await until(async () => expect((await table.doc.send(new GetCommand(key))).Item).toBeUndefined());
  stop();
});
