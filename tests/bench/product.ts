// The product as a person starts it: `npm start` on a data folder of its own and a free port. Stopped as a group, npm and the shell between included.
import { spawn } from 'node:child_process';
import { root } from './dist.ts';

const START_MS = 60_000;

export interface Product {
  origin: string;
  stop(): Promise<void>;
}

/** Starts it and waits for the address that it prints. */
export async function startProduct(dataFolder: string): Promise<Product> {
  const child = spawn('npm', ['start', '--silent'], {
    cwd: root,
    detached: true,
    env: { ...process.env, DATA_DIR: dataFolder, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  const signal = () => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      process.kill(-child.pid, 'SIGTERM');
  };
  let said = '';
  const hear = (chunk: Buffer) => {
    said += chunk.toString();
    const [, origin] = /Running: (http:\S+?)\/?\s/.exec(said) ?? [];
    if (origin !== undefined) resolve(origin);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  child.once('error', reject);
  child.once('close', () => reject(new Error(`npm start ended: ${said.trim().slice(-500)}`)));
  const late = setTimeout(() => reject(new Error(`npm start printed no address in ${START_MS / 1000} s`)), START_MS);
  process.once('exit', signal);
  const stop = async () => {
    signal();
    await ended;
    process.off('exit', signal);
  };
  try {
    return { origin: await promise, stop };
  } catch (error) {
    if (child.pid !== undefined) await stop();
    throw error;
  } finally {
    clearTimeout(late);
  }
}
