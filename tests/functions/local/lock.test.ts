import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { takeLock } from '../../../functions/local/lock.ts';
import { isRunning, known } from '../../../functions/local/processes.ts';
import { scratchFolder, until } from './scratch.ts';

const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** A harmless process that waits for its input to end, with `words` on its command line. */
async function bystander(...words: string[]) {
  const child = spawn('sh', ['-c', 'echo ready; read -r _', 'sh', ...words], { stdio: ['pipe', 'pipe', 'ignore'] });
  children.push(child);
  await once(child.stdout, 'data');
  return known(child.pid ?? 0);
}

function holdInAnotherProcess(folder: string): ChildProcess {
  const lock = new URL('../../../functions/local/lock.ts', import.meta.url).href;
  const code = `const { takeLock } = await import(${JSON.stringify(lock)});
    globalThis.lock = await takeLock(${JSON.stringify(folder)}, 'x.db'); console.log('held'); process.stdin.resume();`;
  const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', code], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  return child;
}

function record(folder: string, holder: object): void {
  writeFileSync(join(folder, 'launcher.json'), JSON.stringify(holder));
}

test('a folder is held once, and free again after its release', async () => {
  const folder = scratchFolder();
  const lock = await takeLock(folder, 'x.db');
  await expect(takeLock(folder, 'x.db')).rejects.toThrow(`（进程 ${process.pid}）`);
  lock.release();
  (await takeLock(folder, 'x.db')).release();
});

test('a folder held by another process is refused, and taken over when that one was killed', async () => {
  const folder = scratchFolder();
  const holder = holdInAnotherProcess(folder);
  await once(holder.stdout ?? holder, 'data');
  await expect(takeLock(folder, 'x.db')).rejects.toThrow(`(process ${holder.pid})`);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  (await takeLock(folder, 'x.db')).release();
});

test('an engine that a killed launcher left on our file is stopped', async () => {
  const folder = scratchFolder();
  const file = join(folder, 'table.db');
  const orphan = await bystander('serve', '--db-path', file);
  record(folder, { launcher: orphan, engine: orphan });
  (await takeLock(folder, file)).release();
  expect(isRunning(orphan)).toBe(false);
});

test.each([
  ['works on another file', (_: string, pid: number) => known(pid), '/elsewhere/table.db'],
  ['has the recorded id but started at another time', (_: string, pid: number) => ({ pid, started: '1' }), undefined],
])('a process that %s is left alone', async (_name, recorded, otherFile) => {
  const folder = scratchFolder();
  const file = join(folder, 'table.db');
  const stranger = await bystander(otherFile ?? file);
  record(folder, { launcher: stranger, engine: recorded(file, stranger.pid) });
  (await takeLock(folder, file)).release();
  expect(isRunning(stranger)).toBe(true);
});

test('an unreadable record does not keep anybody from starting', async () => {
  const folder = scratchFolder();
  for (const text of ['', '{"launcher":', '{"launcher":{"pid":-1,"started":null}}', '[]', 'null']) {
    writeFileSync(join(folder, 'launcher.json'), text);
    (await takeLock(folder, 'x.db')).release();
  }
});

test('the record names this process and its engine', async () => {
  const folder = scratchFolder();
  const lock = await takeLock(folder, 'x.db');
  const engine = await bystander();
  lock.recordEngine(engine.pid);
  const held = JSON.parse(readFileSync(join(folder, 'launcher.json'), 'utf8'));
  expect(held).toEqual({ launcher: known(process.pid), engine });
  lock.release();
});

test('a folder that cannot be made is named, with what to do', async () => {
  const file = join(scratchFolder(), 'a-file');
  writeFileSync(file, '');
  await expect(takeLock(join(file, 'data'), 'x.db')).rejects.toThrow(/无法写入（ENOTDIR）[\s\S]*DATA_DIR/);
});

test('a process that has ended is not running', async () => {
  const child = spawn('sh', ['-c', 'exit 0']);
  const was = known(child.pid ?? 0);
  await once(child, 'exit');
  await until(() => expect(isRunning(was)).toBe(false));
});
