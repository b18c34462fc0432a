// Which packs this browser holds for use without a network. The cache is the service worker's; its name is shared with worker/sw.ts.
import { packPath } from '../../../../functions/domain/questions/release.ts';
import type { Bank } from '../../shell/bank.ts';

const CACHE = 'packs';

/** Whether every pack is held. False where the browser has no such cache. */
export async function holdsAll(bank: Bank): Promise<boolean> {
  if (!('caches' in globalThis)) return false;
  return (await lacking(bank)).length === 0;
}

/** Opens every pack and makes sure that the cache holds it, also what was opened before the service worker was there. Rejects when one cannot be had. */
export async function fetchAll(bank: Bank, tell: (done: number, of: number) => void): Promise<void> {
  await bank.loadAll(tell);
  if (!('caches' in globalThis)) return;
  const cache = await caches.open(CACHE);
  await cache.addAll(await lacking(bank));
}

async function lacking(bank: Bank): Promise<string[]> {
  const chapters = bank.catalogue.subjects.flatMap((subject) => subject.chapters);
  const paths = [...new Set(chapters.map((chapter) => packPath(chapter.pack)))];
  const held = await Promise.all(paths.map((path) => caches.match(path)));
  return paths.filter((_, i) => held[i] === undefined);
}
