// `npm run dev`: after every change under functions/ or site/, builds what is stale and starts the launcher again.
import { type ChildProcess, spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** Editors save in several steps; a change counts when it has been quiet for so long. */
const QUIET_MS = 200;

let launcher: ChildProcess | undefined;
let timer: NodeJS.Timeout | undefined;
let turning = Promise.resolve();

function run(file: string): ChildProcess {
  return spawn(process.execPath, [join(ROOT, 'functions/local', file)], { stdio: 'inherit' });
}

function ended(child: ChildProcess): Promise<unknown> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('close', resolve));
}

async function stopLauncher(): Promise<void> {
  launcher?.kill('SIGTERM');
  if (launcher !== undefined) await ended(launcher);
}

/** One turn: build, and only when that worked change the running launcher for a new one. */
async function turn(): Promise<void> {
  const build = run('build.ts');
  await ended(build);
  if (build.exitCode !== 0) return;
  await stopLauncher();
  launcher = run('main.ts');
}

function changed(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    turning = turning.then(turn);
  }, QUIET_MS);
}

const watchers = ['functions', 'site'].map((folder) => watch(join(ROOT, folder), { recursive: true }, changed));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
    turning = turning.then(stopLauncher);
  });
}
changed();
