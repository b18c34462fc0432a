// 延时: more time for one person, before they start or while they sit. Nobody who sits is given less than they were told.
import { type Instant, instantOf, msOf } from '../time.ts';
import { type Attempt, type AttemptRefusal, allowedMs, isOpen } from './attempt.ts';

export type ExtraRefusal = AttemptRefusal | 'extra-time-less';

/** An open attempt with another factor: its deadline is that of the factor from the start on. `minutes`: the usual ones of its paper. */
export function withExtraTime(
  attempt: Attempt,
  { minutes, factor }: { minutes: number; factor: number },
  now: Instant,
): { ok: true; attempt: Attempt } | { ok: false; reason: ExtraRefusal } {
  if (!isOpen(attempt) || now > attempt.deadline) return { ok: false, reason: 'attempt-over' };
  if (factor < attempt.factor) return { ok: false, reason: 'extra-time-less' };
  const deadline = instantOf(msOf(attempt.startedAt) + allowedMs(minutes, factor) + attempt.pausedMs);
  return { ok: true, attempt: { ...attempt, factor, deadline, version: attempt.version + 1 } };
}
