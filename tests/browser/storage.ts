// What a visitor's browser keeps: the rows of the journal's database, as they are on the disk.
import type { Page } from 'playwright-core';
import type { EntryRow, ReportRow, StreamRow } from '../../site/src/journal/db.ts';
import type { Drill } from '../../site/src/journal/drill-record.ts';

export interface Kept {
  entries: EntryRow[];
  streams: StreamRow[];
  drills: (Drill & { owner: string })[];
  reports: ReportRow[];
}

/** All rows of the database of the page's site. */
export async function kept(page: Page): Promise<Kept> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open('zhuren'));
    const names = ['entries', 'streams', 'drills', 'reports'];
    const tx = db.transaction(names, 'readonly');
    const rows = await Promise.all(names.map((name) => done(tx.objectStore(name).getAll())));
    db.close();
    return Object.fromEntries(names.map((name, i) => [name, rows[i]])) as never;
  });
}

/** Every entry as `device seq`, sorted. */
export function identities(entries: readonly { device: string; seq: number }[]): string[] {
  return entries.map(({ device, seq }) => `${device} ${seq}`).sort();
}
