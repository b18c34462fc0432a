// The product as its launcher starts it, as a process of its own: on a data folder, on a free port or a given one. It can be killed like a power cut.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { guard } from './engine.ts';

const MAIN = fileURLToPath(new URL('../../functions/local/main.ts', import.meta.url));
/** Its first start makes the demo world through the app: on slow shared cores that alone takes more than a minute. */
const START_MS = 300_000;

export interface Product {
  /** `http://127.0.0.1:PORT`, no slash at the end. */
  origin: string;
  /** Ends it at once, as a power cut does: nothing is finished, nothing is said. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export interface ProductOptions {
  dataFolder: string;
  /** Any free one when missing. */
  port?: number;
  /** A table elsewhere, in place of the launcher's own engine. */
  endpoint?: string;
  /** A file that takes everything it says on both its outputs. */
  log?: string;
}

/** Starts it and waits for the address that it prints. Rejects with what it said when it ends first. */
export async function startProduct({ dataFolder, port = 0, endpoint, log }: ProductOptions): Promise<Product> {
  const env = { PATH: process.env.PATH, DATA_DIR: dataFolder, PORT: String(port) };
  const child = spawn(process.execPath, ['--no-warnings', MAIN], {
    env: endpoint === undefined ? env : { ...env, DYNAMODB_ENDPOINT: endpoint },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (log !== undefined) {
    for (const output of [child.stdout, child.stderr])
      output?.on('data', (chunk: Buffer) => appendFileSync(log, chunk));
  }
  const watcher = child.pid === undefined ? undefined : guard(child.pid);
  const closed = once(child, 'close');
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await closed;
    watcher?.kill('SIGKILL');
  };
  try {
    return { origin: await address(child), kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
  } catch (error) {
    await end('SIGKILL');
    throw error;
  }
}

function address(child: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let said = '';
  const late = setTimeout(() => reject(new Error(`the launcher printed no address: ${said}`)), START_MS);
  const hear = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000);
    // The last line: by then the world is seeded.
    if (!said.includes('Ctrl-C')) return;
    const [, origin] = /Running: (http:\S+?)\/?\s/.exec(said) ?? [];
    if (origin !== undefined) resolve(origin);
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  child.once('error', reject);
  child.once('close', () => reject(new Error(`the launcher ended: ${said.trim()}`)));
  return promise.finally(() => clearTimeout(late));
}
