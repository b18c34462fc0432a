import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand, ListTablesCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Engine, engineBinary, startEngine } from '../../../functions/local/engine.ts';
import { isRunning, known } from '../../../functions/local/processes.ts';
import { makeTable } from '../../../functions/local/table.ts';
import { clientConfig, guard } from '../../support/engine.ts';
import { scratchFolder, until } from './scratch.ts';

// Each of these starts real processes, some of them several.
vi.setConfig({ testTimeout: 30_000 });

const binary = engineBinary(process.env);
const folder = scratchFolder();
const guards: ChildProcess[] = [];
const engines: Engine[] = [];

async function start(file?: string): Promise<Engine> {
  const engine = await startEngine({
    binary,
    ...(file !== undefined && { file }),
    onSpawn: (pid) => guards.push(guard(pid)),
  });
  engines.push(engine);
  return engine;
}

afterEach(async () => {
  for (const one of guards.splice(0)) one.kill('SIGKILL');
  for (const engine of engines.splice(0)) await engine.stop();
});

function listTables(engine: Engine) {
  return new DynamoDBClient(clientConfig(engine.endpoint)).send(new ListTablesCommand());
}

async function pidOf(engine: Engine): Promise<number> {
  const pid = await engine.pid();
  if (pid === undefined) throw new Error('the engine has no process');
  return pid;
}

describe('the embedded engine', () => {
  test('answers on loopback as soon as it has started', async () => {
    const engine = await start();
    expect(engine.endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await listTables(engine)).TableNames).toEqual([]);
  });

  test('leaves no process when it is stopped', async () => {
    const engine = await start();
    const running = known(await pidOf(engine));
    expect(isRunning(running)).toBe(true);
    await engine.stop();
    expect(isRunning(running)).toBe(false);
  });

  test('is back at the same address after its process was killed', async () => {
    const engine = await start();
    const first = await pidOf(engine);
    process.kill(first, 'SIGKILL');
    await until(async () => expect(await pidOf(engine)).not.toBe(first));
    expect((await listTables(engine)).TableNames).toEqual([]);
  });

  test('gives up with a sentence when it dies again and again', async () => {
    const engine = await start();
    const seen = new Set<number>();
    while (seen.size < 6) {
      const pid = await until(async () => {
        const current = await pidOf(engine);
        expect(seen.has(current)).toBe(false);
        return current;
      });
      seen.add(pid);
      process.kill(pid, 'SIGKILL');
    }
    expect((await engine.failed).message).toContain('embedded database engine does not run');
  });

  test('loses nothing acknowledged when it is killed while it writes', async () => {
    const file = join(folder, 'killed.db');
    const engine = await start(file);
    await makeTable('journal', clientConfig(engine.endpoint));
    const client = new DynamoDBClient({ ...clientConfig(engine.endpoint), maxAttempts: 10 });
    const acknowledged: number[] = [];
    const write = async (from: number) => {
      for (let n = from; n < from + 100; n += 1) {
        const Item = { PK: { S: `P${n}` }, SK: { S: 'x' }, text: { S: '第一章'.repeat(20) } };
        await client.send(new PutItemCommand({ TableName: 'journal', Item }));
        acknowledged.push(n);
      }
    };
    const writing = Promise.all([0, 100, 200, 300].map(write));
    for (const mark of [60, 180]) {
      await until(() => expect(acknowledged.length).toBeGreaterThan(mark));
      process.kill(await pidOf(engine), 'SIGKILL');
    }
    await writing;
    process.kill(await pidOf(engine), 'SIGKILL');
    const later = await start(file);
    const reader = new DynamoDBClient(clientConfig(later.endpoint));
    const found = await Promise.all(
      acknowledged.map(async (n) => {
        const Key = { PK: { S: `P${n}` }, SK: { S: 'x' } };
        return (await reader.send(new GetItemCommand({ TableName: 'journal', Key }))).Item;
      }),
    );
    expect(found.filter((item) => item === undefined)).toHaveLength(0);
    expect(found).toHaveLength(400);
  });

  test('says that it does not run when the program is no engine', async () => {
    await expect(startEngine({ binary: '/bin/false' })).rejects.toThrow('embedded database engine does not run');
    await expect(startEngine({ binary: join(folder, 'nothing') })).rejects.toThrow('内置数据库引擎无法运行');
  });
});

describe("the engine's program", () => {
  test('comes from npm for this platform', () => {
    expect(engineBinary({})).toMatch(/@dynoxide/);
  });

  test('is the one that DYNOXIDE_BIN names', () => {
    expect(engineBinary({ DYNOXIDE_BIN: '/bin/true' })).toBe('/bin/true');
    expect(() => engineBinary({ DYNOXIDE_BIN: '/no/such/program' })).toThrow('DYNOXIDE_BIN');
  });

  test('is missing elsewhere, and the sentence names both ways out', () => {
    const missing = () => engineBinary({}, 'aix', 'ppc64');
    expect(missing).toThrow('aix-ppc64');
    expect(missing).toThrow('DYNOXIDE_BIN');
    expect(missing).toThrow('DYNAMODB_ENDPOINT');
  });
});
