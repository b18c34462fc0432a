// What a bundle needs to run as it does on Lambda: a table on an engine of its own, the environment that names it, somebody signed in.
import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { engineBinary, startEngine } from '../../functions/local/engine.ts';
import { makeStore } from '../../functions/store/store.ts';
import { fakeCredentials, guard, makeTable } from '../support/engine.ts';

const ORIGIN = 'https://zhuren.example';
const PERSON = 'person-of-the-bench';
const TOKEN = 'token-of-the-bench';
/** The bundles have the real clock: a session that outlasts every run. */
const NEVER = '9999-01-01T00:00:00.000Z';
/** What Linux tells user space, whatever its own clock does (USER_HZ). */
const TICK_MS = 10;

export interface BundleWorld {
  /** The functions' environment. */
  env: Record<string, string>;
  person: string;
  cookie: string;
  /** Processor time that the engine has used since it started, in milliseconds; the kernel counts it in ticks of 10. */
  engineMs(): Promise<number>;
  close(): Promise<void>;
}

/** The environment alone, naming a table that is nowhere: enough for a guest. */
export function guestEnv(endpoint = 'http://127.0.0.1:9', table = 'nowhere'): Record<string, string> {
  return {
    TABLE_NAME: table,
    DYNAMODB_ENDPOINT: endpoint,
    ORIGIN,
    ISSUER: 'https://id.example',
    CLIENT_ID: 'zhuren',
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: fakeCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: fakeCredentials.secretAccessKey,
  };
}

export async function openBundleWorld(): Promise<BundleWorld> {
  const guards: ChildProcess[] = [];
  const engine = await startEngine({ binary: engineBinary(process.env), onSpawn: (pid) => guards.push(guard(pid)) });
  const { endpoint } = engine;
  const table = await makeTable(endpoint);
  const hash = createHash('sha256').update(TOKEN).digest('base64url');
  await makeStore(table).sessions.put(hash, { person: PERSON, startedAt: NEVER, expiresAt: NEVER });
  return {
    env: guestEnv(endpoint, table.name),
    person: PERSON,
    cookie: `__Host-session=${TOKEN}`,
    engineMs: async () => processorMs(await engine.pid()),
    close: async () => {
      table.doc.destroy();
      for (const one of guards) one.kill('SIGKILL');
      await engine.stop();
    },
  };
}

/** Fields 14 and 15 of /proc/PID/stat (see proc(5)): ticks in user and in system mode, of all threads. The command in parentheses may hold anything. */
export function processorMs(pid: number | undefined): number {
  if (process.platform !== 'linux')
    throw new Error("the engine's processor time is read from /proc, which only Linux has");
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[14 - 3]) + Number(fields[15 - 3])) * TICK_MS;
}
