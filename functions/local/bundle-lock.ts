// One build at a time in a dist/ folder. The lock is SQLite's on an empty database: the operating system frees it with the process.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from './bundle-part.ts';

/** SQLITE_BUSY: another process, or another build of this one, holds the lock (sqlite.org/rescode.html). */
const BUSY = 5;

const ASK_AGAIN_MS = 50;

/** Runs `work` while no other build runs in this dist/ folder; waits for one that does. */
export async function alone<T>(root: string, log: Log, work: () => Promise<T>): Promise<T> {
  mkdirSync(join(root, 'dist'), { recursive: true });
  const database = new DatabaseSync(join(root, 'dist/build.lock'), { timeout: 0 });
  try {
    let told = false;
    while (!taken(database)) {
      if (!told) log('Another build is running here; waiting for it.');
      told = true;
      await wait(ASK_AGAIN_MS);
    }
    return await work();
  } finally {
    database.close();
  }
}

function taken(database: DatabaseSync): boolean {
  try {
    database.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if ((error as { errcode?: number }).errcode === BUSY) return false;
    throw error;
  }
}
