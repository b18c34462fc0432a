// The embedded DynamoDB-compatible engine as a child process: found, started on a free loopback port, restarted when it dies, stopped.
// It has no authentication, so the port is random, new at every start, and bound to 127.0.0.1 alone.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { StartError } from './start-error.ts';

const START_MS = 10_000;
const STOP_MS = 3000;
/** More deaths than this without a calm minute between them: it will not get better by itself. */
const MOST_RESTARTS = 5;
const CALM_MS = 60_000;

export interface EngineOptions {
  binary: string;
  /** The database file; in memory without one. */
  file?: string;
  /** Called with the id of every process started, before anything else happens. */
  onSpawn?: (pid: number) => void;
}

export interface Engine {
  /** `http://127.0.0.1:PORT`, the same after a restart. */
  endpoint: string;
  pid(): Promise<number | undefined>;
  /** Resolves with the reason when the engine died and could not be restarted; never after `stop`. */
  failed: Promise<StartError>;
  stop(): Promise<void>;
}

/**
 * The engine's executable: `DYNOXIDE_BIN`, else the npm package for this platform.
 * Throws StartError when there is none, naming both ways out.
 */
export function engineBinary(env: NodeJS.ProcessEnv, platform = process.platform, arch = process.arch): string {
  const given = env.DYNOXIDE_BIN;
  if (given) {
    if (existsSync(given)) return given;
    throw new StartError(`DYNOXIDE_BIN 指向的文件 ${given} 不存在。`, 'DYNOXIDE_BIN names a file that does not exist.');
  }
  try {
    const manifest = createRequire(import.meta.url).resolve(`@dynoxide/${platform}-${arch}/package.json`);
    return join(dirname(manifest), platform === 'win32' ? 'dynoxide.exe' : 'dynoxide');
  } catch (cause) {
    throw new StartError(
      `没有适用于 ${platform}-${arch} 的内置数据库引擎：请用 DYNOXIDE_BIN 指定 dynoxide 程序，或用 DYNAMODB_ENDPOINT 指定任何兼容 DynamoDB 的地址。`,
      `No embedded database engine for ${platform}-${arch}: set DYNOXIDE_BIN to a dynoxide binary, or DYNAMODB_ENDPOINT to any DynamoDB-compatible endpoint.`,
      { cause },
    );
  }
}

/** Starts the engine and waits until it answers. Throws StartError when it does not. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { port, running } = await runSomewhere(options);
  let stopping = false;
  let deaths = 0;
  let current = Promise.resolve(running);
  const failed = Promise.withResolvers<StartError>();

  /** Follows the current process to its end, and puts another in its place. */
  async function supervise(): Promise<void> {
    const { exited } = await current;
    const calm = setTimeout(() => {
      deaths = 0;
    }, CALM_MS).unref();
    await exited;
    clearTimeout(calm);
    if (stopping) return;
    deaths += 1;
    if (deaths > MOST_RESTARTS) throw lost(`${deaths} exits`);
    current = run(options, port);
    await supervise();
  }

  supervise().catch((error: unknown) => {
    if (!stopping) failed.resolve(error as StartError);
  });
  return {
    endpoint: `http://127.0.0.1:${port}`,
    async pid() {
      return (await current).child.pid;
    },
    failed: failed.promise,
    async stop() {
      stopping = true;
      const running = await current.catch(() => undefined);
      if (running !== undefined) await stopProcess(running);
    },
  };
}

interface Running {
  child: ChildProcess;
  exited: Promise<void>;
}

/** A first process on a free port. Between being found and being used a port may be taken: then another is tried. */
async function runSomewhere(options: EngineOptions, attempts = 3): Promise<{ port: number; running: Running }> {
  const port = await freePort();
  try {
    return { port, running: await run(options, port) };
  } catch (error) {
    if (attempts === 1 || !/already in use/i.test((error as Error).message)) throw error;
    return runSomewhere(options, attempts - 1);
  }
}

/** One process, from spawn to its first answer. It never outlives this one's orderly or disorderly exit, only its SIGKILL. */
async function run({ binary, file, onSpawn }: EngineOptions, port: number): Promise<Running> {
  const place = file === undefined ? [] : ['--db-path', file];
  // A group of its own: Ctrl-C in the terminal reaches the launcher, which then stops the engine in order.
  const child = spawn(binary, ['serve', '--host', '127.0.0.1', '--port', String(port), ...place], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (child.pid !== undefined) onSpawn?.(child.pid);
  const { promise: exited, resolve } = Promise.withResolvers<void>();
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('close', () => {
    process.off('exit', kill);
    resolve();
  });
  try {
    await announced(child);
    await healthy(port);
    return { child, exited };
  } catch (error) {
    await stopProcess({ child, exited });
    throw error instanceof StartError ? error : lost((error as Error).message, error);
  }
}

/** Waits for the line in which our own child says that it listens: an answer on the port alone could be anybody's. */
function announced(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(lost('timeout')), START_MS);
    const settle = (act: () => void) => {
      clearTimeout(late);
      act();
    };
    const hear = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2000);
      if (/listening on/i.test(said)) settle(resolve);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', (error) => settle(() => reject(lost(error.message, error))));
    child.once('close', () => settle(() => reject(lost(said.trim().split('\n').at(-1) || 'exit'))));
  });
}

async function healthy(port: number): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(START_MS) });
  if (!answer.ok) throw lost(`HTTP ${answer.status}`);
  await answer.text();
}

async function stopProcess({ child, exited }: Running): Promise<void> {
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await exited;
  clearTimeout(force);
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const probe = createServer();
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  probe.once('error', reject);
  probe.listen(0, '127.0.0.1', () => {
    const { port } = probe.address() as { port: number };
    probe.close(() => resolve(port));
  });
  return promise;
}

function lost(detail: string, cause?: unknown): StartError {
  return new StartError(
    `内置数据库引擎无法运行（${detail}）：请重新启动；若仍不行，请检查数据目录和磁盘空间。`,
    `The embedded database engine does not run (${detail}): start again; if it persists, check the data folder and the disk.`,
    { cause },
  );
}
