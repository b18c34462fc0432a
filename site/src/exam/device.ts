// This browser as the server knows it: one id for all its attempts and tabs.
import { openDisk } from './disk.ts';
import type { ExamEnv } from './env.ts';

/** The id that starting an attempt, and holding it, names. */
export async function examDevice({ indexedDB, newId }: Pick<ExamEnv, 'indexedDB' | 'newId'>): Promise<string> {
  const disk = await openDisk(indexedDB);
  try {
    return await disk.device(newId);
  } finally {
    disk.close();
  }
}
