// Offers that are over pass on to the next of the queue though nobody looks at the course: what a look does, done by the timer.
import type { JobDeps } from '../app/deps.ts';
import { settle } from '../app/seats.ts';
import type { DueOffer } from '../store/due-offers.ts';

/** Offers of a partition that are looked at in one run. */
const MOST = 50;

/** Lets offers lapse for so many milliseconds at most; gives the number of courses that were looked at. What is left is the next run's. */
export function sweepOffers(deps: JobDeps) {
  return async (forMs: number): Promise<number> => {
    const end = deps.clockMs() + forMs;
    const byCourse = Map.groupBy(await deps.store.dueOffers.list(deps.now(), MOST), ({ course }) => course);
    let looked = 0;
    for (const [course, offers] of byCourse) {
      if (deps.clockMs() >= end) break;
      await sweepCourse(deps, course, offers);
      looked += 1;
    }
    return looked;
  };
}

/** In a course that is off or over nothing moves any more: then its offers are only taken off the list. */
async function sweepCourse(deps: JobDeps, course: string, offers: readonly DueOffer[]): Promise<void> {
  const seating = await settle(deps, course);
  if (seating?.course.state === 'published') return;
  for (const offer of offers) await deps.store.dueOffers.drop(offer);
}
