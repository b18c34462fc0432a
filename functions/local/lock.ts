// One launcher per data folder. The lock is held by the operating system and goes with the process, so none is ever left behind
// and a recycled process id fools nobody; the record beside it says who holds it and which engine it started.
import { accessSync, constants, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { commandLine, end, isRunning, type KnownProcess, known } from './processes.ts';
import { StartError } from './start-error.ts';

/** SQLITE_BUSY: another process holds the lock (sqlite.org/rescode.html). */
const BUSY = 5;

export interface Lock {
  folder: string;
  /** Records the engine, so that the next launcher can stop it should this one be killed. */
  recordEngine(pid: number): void;
  release(): void;
}

interface Holder {
  launcher: KnownProcess;
  engine?: KnownProcess;
}

/**
 * Makes the data folder, takes its lock and stops an engine that a killed launcher left on `databaseFile`.
 * Throws StartError when the folder cannot be written or another launcher holds it.
 */
export async function takeLock(folder: string, databaseFile: string): Promise<Lock> {
  const path = resolve(folder);
  makeWritable(path);
  const database = hold(path);
  const record = join(path, 'launcher.json');
  const release = () => database.close();
  try {
    await stopOrphan(readHolder(record)?.engine, databaseFile);
    const launcher = known(process.pid);
    write(record, { launcher });
    return { folder: path, recordEngine: (pid) => write(record, { launcher, engine: known(pid) }), release };
  } catch (error) {
    release();
    throw error;
  }
}

function makeWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw unwritable(folder, cause);
  }
}

/** SQLite's own file lock on an empty database: held as long as the transaction is open, freed by the kernel with the process. */
function hold(folder: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(join(folder, 'launcher.lock'), { timeout: 0 });
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch (cause) {
    database?.close();
    if ((cause as { errcode?: number }).errcode === BUSY) throw held(folder);
    throw unwritable(folder, cause);
  }
}

function held(folder: string): StartError {
  const pid = readHolder(join(folder, 'launcher.json'))?.launcher.pid;
  return new StartError(
    `数据目录 ${folder} 正被另一个助人学堂使用${pid === undefined ? '' : `（进程 ${pid}）`}：请先停止它，或用 DATA_DIR 指定别的目录。`,
    `The data folder is in use by another launcher${pid === undefined ? '' : ` (process ${pid})`}: stop it, or set DATA_DIR to another folder.`,
  );
}

function unwritable(folder: string, cause: unknown): StartError {
  const { code = 'SQLITE' } = cause as NodeJS.ErrnoException;
  return new StartError(
    `数据目录 ${folder} 无法写入（${code}）：请检查权限，或用 DATA_DIR 指定别的目录。`,
    `The data folder cannot be written (${code}): check its permissions, or set DATA_DIR to another folder.`,
    { cause },
  );
}

/** Only a process that is the recorded one and names our database file is ours to stop. */
async function stopOrphan(engine: KnownProcess | undefined, databaseFile: string): Promise<void> {
  if (engine === undefined || !isRunning(engine)) return;
  if (!commandLine(engine.pid).includes(databaseFile)) return;
  await end(engine);
}

/** The record, or undefined when there is none or it is unreadable: it only helps, it decides nothing. */
function readHolder(record: string): Holder | undefined {
  try {
    const { launcher, engine } = JSON.parse(readFileSync(record, 'utf8'));
    if (!isKnown(launcher)) return undefined;
    return isKnown(engine) ? { launcher, engine } : { launcher };
  } catch {
    return undefined;
  }
}

function isKnown(value: unknown): value is KnownProcess {
  const { pid, started } = (value ?? {}) as { pid?: unknown; started?: unknown };
  // Ids 0 and below mean groups of processes to kill(2): never ours.
  return Number.isInteger(pid) && (pid as number) > 1 && (started === null || typeof started === 'string');
}

/** Written whole or not at all: a launcher killed while writing leaves the old record. */
function write(record: string, holder: Holder): void {
  const draft = `${record}.draft`;
  writeFileSync(draft, `${JSON.stringify(holder)}\n`, { mode: 0o600 });
  renameSync(draft, record);
}
