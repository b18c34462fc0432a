import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { engineBinary, startEngine } from '../../../functions/local/engine.ts';
import { tendEngineFile } from '../../../functions/local/engine-file.ts';
import { makeTable } from '../../../functions/local/table.ts';
import { clientConfig, guard } from '../../support/engine.ts';
import { scratchFolder } from './scratch.ts';

const folder = scratchFolder();
const DAY = 86_400;

/** Runs the engine on a file, writes items under the given keys and stops it. */
async function writeWithEngine(file: string, table: string, keys: string[]): Promise<void> {
  const engine = await startEngine({ binary: engineBinary(process.env), file, onSpawn: guard });
  await makeTable(table, clientConfig(engine.endpoint));
  const client = new DynamoDBClient(clientConfig(engine.endpoint));
  for (const key of keys) {
    await client.send(new PutItemCommand({ TableName: table, Item: { PK: { S: key }, SK: { S: 'x' } } }));
  }
  await engine.stop();
}

function query(file: string, sql: string): Record<string, unknown>[] {
  const database = new DatabaseSync(file);
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}

function newestSecond(file: string): number {
  return Number(query(file, 'SELECT MAX(created_at) AS at FROM _stream_records')[0]?.at);
}

const sequences = (file: string) =>
  query(file, 'SELECT table_name || sequence_number AS s FROM _stream_records ORDER BY id').map(({ s }) => s);

test('a missing and an empty file are empty', () => {
  const file = join(folder, 'empty.db');
  expect(tendEngineFile(file, 0)).toBe('empty');
  writeFileSync(file, '');
  expect(tendEngineFile(file, 0)).toBe('empty');
});

test('the stream of a file gets the index that the engine looks its next number up by', async () => {
  const file = join(folder, 'index.db');
  await writeWithEngine(file, 'one', ['a', 'b']);
  expect(tendEngineFile(file, newestSecond(file))).toBe('done');
  expect(tendEngineFile(file, newestSecond(file))).toBe('done');
  const plan = query(
    file,
    "EXPLAIN QUERY PLAN SELECT MAX(CAST(sequence_number AS INTEGER)) FROM _stream_records WHERE table_name = 'one'",
  );
  expect(String(plan[0]?.detail)).toContain('zhuren_stream_sequence');
});

test("changes older than a day go, each table's newest stays, and the numbers go on", async () => {
  const file = join(folder, 'trim.db');
  await writeWithEngine(file, 'one', ['a', 'b', 'c']);
  await writeWithEngine(file, 'two', ['a', 'b']);
  const now = newestSecond(file);
  tendEngineFile(file, now + DAY - 10);
  expect(sequences(file)).toEqual(['one1', 'one2', 'one3', 'two1', 'two2']);
  tendEngineFile(file, now + DAY + 1);
  expect(sequences(file)).toEqual(['one3', 'two2']);
  await writeWithEngine(file, 'one', ['d']);
  expect(sequences(file)).toEqual(['one3', 'two2', 'one4']);
});

test('a file of another schema version is left exactly as it is', async () => {
  const file = join(folder, 'later.db');
  await writeWithEngine(file, 'one', ['a', 'b']);
  query(file, "UPDATE _config SET value = '10' WHERE key = 'schema_version'");
  const before = readFileSync(file);
  expect(tendEngineFile(file, newestSecond(file) + 2 * DAY)).toBe('unknown version');
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a file that is no database, or a torn one, is named as damaged', async () => {
  const noise = join(folder, 'noise.db');
  writeFileSync(noise, 'not a database at all\n'.repeat(500));
  expect(() => tendEngineFile(noise, 0)).toThrow(`数据库文件 ${noise} 已损坏`);
  const torn = join(folder, 'torn.db');
  await writeWithEngine(torn, 'one', ['a', 'b']);
  const bytes = readFileSync(torn);
  bytes.fill(0xff, 4096, 3 * 4096);
  writeFileSync(torn, bytes);
  expect(() => tendEngineFile(torn, 0)).toThrow('restore it from a backup, or move it away');
});

test("another program's database is not touched", () => {
  const file = join(folder, 'other.db');
  query(file, 'CREATE TABLE contacts (name TEXT)');
  expect(() => tendEngineFile(file, 0)).toThrow('不是助人学堂的数据库');
});

test('records that nobody has read yet outlive a day', async () => {
  const file = join(folder, 'unread.db');
  await writeWithEngine(file, 'one', ['a', 'b', 'c', 'd']);
  const later = newestSecond(file) + 3 * DAY;
  expect(tendEngineFile(file, later, 1)).toBe('done');
  expect(sequences(file)).toEqual(['one2', 'one3', 'one4']);
  expect(tendEngineFile(file, later)).toBe('done');
  expect(sequences(file)).toEqual(['one4']);
});
