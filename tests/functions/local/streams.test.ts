// The poller on the engine's own stream, with small functions in place of the bundles.

import { join } from 'node:path';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { EngineRecord } from '../../../functions/local/stream-client.ts';
import { progressFile, readProgress, readUpTo } from '../../../functions/local/stream-progress.ts';
import { type Streamed, startStreams } from '../../../functions/local/streams.ts';
import type { Table } from '../../../functions/store/table.ts';
import { makeTable, startEngine, type TestEngine } from '../../support/engine.ts';
import { scratchFolder, until } from './scratch.ts';

let engine: TestEngine;
let table: Table;
let file: string;
let n = 0;
const folder = scratchFolder();

beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  table = await makeTable(engine.endpoint);
  n += 1;
  file = join(folder, `streams-${n}.json`);
});

const stream: Streamed['stream'] = {
  ...{ rights: [], batch: 3, gatherSeconds: 0, retries: 0 },
  filters: [
    { partition: { prefix: 'SEEN#' }, sort: { suffix: '#END' } },
    { partition: { prefix: 'FIRST#' }, sort: { prefix: 'BEGIN#' } },
  ],
};

const nameOf = ({ eventName, dynamodb }: EngineRecord) => `${eventName} ${dynamodb.Keys.PK.S} ${dynamodb.Keys.SK.S}`;

async function put(...names: string[]): Promise<void> {
  for (const name of names) {
    const [PK, SK] = name.split(' ');
    await table.doc.send(new PutCommand({ TableName: table.name, Item: { PK, SK } }));
  }
}

type Run = (records: string[], again: string[]) => unknown;

function start(run: Run, warn: (line: string) => void = () => undefined): () => Promise<void> {
  const one: Streamed = {
    ...{ name: 'counter', stream },
    async run(event) {
      if ('again' in event)
        return run(
          [],
          event.again.map(({ PK, SK }) => `${PK} ${SK}`),
        );
      const failed = run(event.Records.map(nameOf), []) as string[] | undefined;
      const bad = event.Records.filter((record) => failed?.includes(nameOf(record)));
      return { batchItemFailures: bad.map(({ dynamodb }) => ({ itemIdentifier: dynamodb.SequenceNumber })) };
    },
  };
  return startStreams({ endpoint: engine.endpoint, table: table.name, file, streamed: [one], warn, everyMs: 5 });
}

test('changes are handed over in order, in batches, by the filter; what went before the start, too', async () => {
  await put('SEEN#a 1#END', 'SEEN#a 1#HEAD', 'OTHER#a 1#END', 'FIRST#a BEGIN#1', 'FIRST#a 1#BEGIN#', 'SEEN#a 2#END');
  const batches: string[][] = [];
  const stop = start((records) => void batches.push(records));
  await until(() => expect(batches.flat()).toHaveLength(3));
  await put('SEEN#b 3#END');
  await table.doc.send(new DeleteCommand({ TableName: table.name, Key: { PK: 'SEEN#b', SK: '3#END' } }));
  await until(() => expect(batches.flat()).toHaveLength(5));
  await stop();
  expect(batches[0]).toEqual(['INSERT SEEN#a 1#END', 'INSERT FIRST#a BEGIN#1', 'INSERT SEEN#a 2#END']);
  expect(batches.flat().slice(3)).toEqual(['INSERT SEEN#b 3#END', 'REMOVE SEEN#b 3#END']);
});

test('after a restart one reads on, and what came meanwhile is not lost', async () => {
  const seen: string[] = [];
  const stop = start((records) => void seen.push(...records));
  await put('SEEN#a 1#END');
  await until(() => expect(seen).toHaveLength(1));
  await stop();
  await put('SEEN#a 2#END', 'OTHER#a 3#END');
  const stopAgain = start((records) => void seen.push(...records));
  await until(() => expect(seen).toHaveLength(2));
  await until(() => expect(Object.values(readProgress(file)?.functions.counter?.shards ?? {})).toEqual(['3']));
  await stopAgain();
  expect(seen).toEqual(['INSERT SEEN#a 1#END', 'INSERT SEEN#a 2#END']);
});

test('a batch under way is waited for, and a batch whose end nobody saw comes again', async () => {
  const gate = Promise.withResolvers<void>();
  let begun = false;
  const waiting: Streamed = {
    ...{ name: 'counter', stream },
    async run() {
      begun = true;
      await gate.promise;
    },
  };
  const options = { endpoint: engine.endpoint, table: table.name, file, warn: () => undefined, everyMs: 5 };
  const stop = startStreams({ ...options, streamed: [waiting] });
  await put('SEEN#a 1#END');
  await until(() => expect(begun).toBe(true));
  expect(readProgress(file)).toBeUndefined();
  const stopped = stop();
  gate.resolve();
  await stopped;
  expect(Object.values(readProgress(file)?.functions.counter?.shards ?? {})).toEqual(['1']);
});

test('a record that fails alone is given up after some tries, stops no other, and is tried again at the next start', async () => {
  const done: string[] = [];
  const warned: string[] = [];
  const bad = 'INSERT SEEN#a 2#END';
  let tries = 0;
  const stop = start(
    (records) => {
      if (records.includes(bad)) tries += 1;
      done.push(...records.filter((name) => name !== bad));
      return records.includes(bad) ? [bad] : [];
    },
    (line) => void warned.push(line),
  );
  await put('SEEN#a 1#END', 'SEEN#a 2#END', 'SEEN#a 3#END', 'SEEN#a 4#END');
  await until(() => expect(done).toContain('INSERT SEEN#a 4#END'));
  await until(() => expect(Object.values(readProgress(file)?.functions.counter?.shards ?? {})).toEqual(['4']));
  await stop();
  expect(new Set(done).size).toBe(3);
  expect(tries).toBeGreaterThan(2);
  expect(warned).toEqual(['counter gave up a record; see streams.json in the data folder']);
  const dead = [{ PK: 'SEEN#a', SK: '2#END' }];
  expect(readProgress(file)?.functions.counter?.dead).toEqual(dead);
  const again: string[] = [];
  const stopAgain = start((_, keys) => void again.push(...keys));
  await until(() => expect(readProgress(file)?.functions.counter?.dead).toEqual([]));
  await stopAgain();
  expect(again).toEqual(['SEEN#a 2#END']);
});

test('what fails because the table is busy is never given up', async () => {
  let calls = 0;
  const warned: string[] = [];
  const stop = start(
    () => {
      calls += 1;
      if (calls < 10) throw Object.assign(new Error('busy'), { name: 'TableBusy' });
    },
    (line) => void warned.push(line),
  );
  await put('SEEN#a 1#END');
  await until(() => expect(Object.values(readProgress(file)?.functions.counter?.shards ?? {})).toEqual(['1']));
  await stop();
  expect(calls).toBe(10);
  expect(warned).toEqual([]);
});

test('of a database that has no stream one is told, once', async () => {
  const warned: string[] = [];
  const stop = startStreams({
    ...{ endpoint: engine.endpoint, table: 'nowhere', file, everyMs: 1 },
    streamed: [{ name: 'counter', stream, run: async () => undefined }],
    warn: (line) => void warned.push(line),
  });
  await until(() => expect(warned).toHaveLength(1));
  await stop();
  expect(warned).toEqual(['nobody reads the stream of nowhere: Error']);
});

test('the place of another stream, and one that is unreadable, count for nothing', async () => {
  const seen: string[] = [];
  const stop = start((records) => void seen.push(...records));
  await put('SEEN#a 1#END');
  await until(() => expect(seen).toHaveLength(1));
  await stop();
  table = await makeTable(engine.endpoint);
  await put('SEEN#b 1#END');
  const stopAgain = start((records) => void seen.push(...records));
  await until(() => expect(seen).toEqual(['INSERT SEEN#a 1#END', 'INSERT SEEN#b 1#END']));
  await stopAgain();
  expect(readUpTo(progressFile(join(folder, 'no', 'table.db')))).toBeUndefined();
});
