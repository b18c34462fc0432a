// Which drills are worth going on with, and which have had their time.

import { addDays, dayOf, type Instant } from '../../../../functions/domain/time.ts';
import type { Drill } from '../../journal/drill-record.ts';
import type { Journal } from '../../journal/journal.ts';

/** Ended drills kept for looking back, and how long one that nobody came back to is offered. Answers stay in the journal either way. */
const ENDED_KEPT = 20;
const DAYS_KEPT = 60;

/** Whether a drill was begun and has something left: a question without an answer, or, in study mode, one not reached. */
export function isUnfinished(drill: Drill): boolean {
  if (drill.mode === 'study') return drill.index > 0 && drill.index < drill.questions.length - 1;
  const left = drill.questions.filter((id) => drill.given[id] === undefined).length;
  return left > 0 && left < drill.questions.length;
}

/** Drops what has had its time. */
export async function dropOldDrills(journal: Journal, now: Instant): Promise<void> {
  const drills = await journal.listDrills();
  const ended = drills.filter((drill) => !isUnfinished(drill)).slice(ENDED_KEPT);
  const since = addDays(dayOf(now), -DAYS_KEPT);
  const left = drills.filter((drill) => isUnfinished(drill) && dayOf(drill.updatedAt) < since);
  await Promise.all([...ended, ...left].map((drill) => journal.deleteDrill(drill.id)));
}
