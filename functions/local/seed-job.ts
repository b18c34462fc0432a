// A part of the seeding as a job of the store: done once and never again, whatever people have made of it since. What was cut off is done anew
// from its beginning, so its work must find what it has made before.
import { PLATFORM } from '../app/bootstrap.ts';
import type { StaffDeps } from '../app/deps.ts';

interface Named {
  /** A name with a number: another world of a later version is another job. */
  id: string;
  by: string;
}

/** Does a work unless it has been done; its answer counts what it made. */
export async function asJob(
  deps: Pick<StaffDeps, 'store' | 'now'>,
  { id, by }: Named,
  work: () => Promise<Record<string, number>>,
): Promise<void> {
  const { jobs } = deps.store;
  if ((await jobs.get(id))?.state === 'done') return;
  const now = deps.now();
  await jobs.add({ id, kind: 'seed', unit: PLATFORM, by, createdAt: now, total: 1 }, []);
  // The data folder's lock keeps other starts out, so the lease is over at once: the next start may go on.
  const job = await jobs.claim(id, { holder: by, now, until: now });
  if (job === undefined) throw new Error('another start is seeding the world');
  const counts = await work();
  const ended = { done: job.total, counts, lines: [], leaseUntil: deps.now(), state: 'done' } as const;
  if ((await jobs.advance(job, ended)) === undefined) throw new Error('another start has seeded the world');
}
