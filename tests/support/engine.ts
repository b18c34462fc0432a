// The real engine for a test file, and fresh tables in it. It dies with the test process, however that ends.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../functions/local/database.ts';
import { engineBinary, startEngine as start } from '../../functions/local/engine.ts';
import { makeTable as make } from '../../functions/local/table.ts';
import { openTable, type Table } from '../../functions/store/table.ts';

export const fakeCredentials = { accessKeyId: 'test', secretAccessKey: 'test' };

/** Looked for when one is started: tests that need none run without. */
const binary = () => engineBinary(process.env);

export interface TestEngine {
  endpoint: string;
  stop(): Promise<void>;
}

export type Where = 'memory' | 'file';

const usually = (): Where => (process.env.SOAK === '1' ? 'file' : 'memory');

/** Sockets of a client: tests ask far more at once than one function ever does, and the client warns of a queue. */
const SOCKETS_MOST = 256;

/** A client's configuration for an engine. */
export function clientConfig(endpoint: string) {
  const requestHandler = { httpAgent: { maxSockets: SOCKETS_MOST } };
  return { endpoint, region: 'us-east-1', credentials: fakeCredentials, requestHandler };
}

/**
 * A fresh engine; one for each test file. In memory its writes slow down with every record of its stream that it keeps: whoever writes much (the long
 * forms of tests, `npm run soak`, and whatever has thousands of people or requests) has one on a file, with the launcher's index.
 */
export async function startEngine(where = usually()): Promise<TestEngine> {
  const guards: ChildProcess[] = [];
  const onSpawn = (pid: number) => void guards.push(guard(pid));
  const engine = await (where === 'file' ? startOnFile(onSpawn) : start({ binary: binary(), onSpawn }));
  return {
    endpoint: engine.endpoint,
    async stop() {
      for (const one of guards) one.kill('SIGKILL');
      await engine.stop();
    },
  };
}

async function startOnFile(onSpawn: (pid: number) => void): Promise<TestEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'engine-'));
  const env = { DYNOXIDE_BIN: binary() };
  const { endpoint, stop } = await openDatabase({ env, file: join(folder, 'table.db'), nowSeconds: 0, onSpawn });
  return { endpoint, stop: () => stop().then(() => rmSync(folder, { recursive: true, force: true })) };
}

let made = 0;

/** A fresh, empty table of the product's schema. */
export async function makeTable(endpoint: string): Promise<Table> {
  made += 1;
  const name = `test-${made}`;
  await make(name, clientConfig(endpoint));
  return openTable(name, clientConfig(endpoint));
}

/** Waits for the end of its input, which comes when this process is gone, even by SIGKILL; then ends the engine. */
export function guard(pid: number): ChildProcess {
  const child = spawn('sh', ['-c', 'read -r _; kill -9 "$1"', 'sh', String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.unref();
  return child;
}
