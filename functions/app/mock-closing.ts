// Closing attempts, in two steps so that no acknowledged answer is lost: first the head says that it closes, then all answers are read and graded. Whoever
// finds the first step done does the second.

import type { Answered } from '../domain/attempts/answers.ts';
import {
  type Attempt,
  type AttemptRefusal,
  closed,
  closing,
  isOver,
  type Sum,
  voided,
} from '../domain/attempts/attempt.ts';
import { type Grading, type Result, resultOf } from '../domain/attempts/result.ts';
import type { ScoringProfile } from '../domain/grading/profile.ts';
import { OFFICIAL_1 } from '../domain/grading/profile.ts';
import type { Instant } from '../domain/time.ts';
import type { Sheet } from '../store/attempts.ts';
import type { GradingDeps } from './deps.ts';
import { itemsFor } from './mock-items.ts';
import { Problem } from './problem.ts';

/** Others who write the same head at the same moment are few. */
const ATTEMPTS = 8;

export type Closed = { ok: true; attempt: Attempt } | { ok: false; reason: AttemptRefusal };

/** An attempt as it stands now: one that is past its time is closed, one that is closing is finished. */
export async function settled(deps: GradingDeps, attempt: Attempt): Promise<Attempt> {
  if (attempt.state !== 'open') return attempt;
  if (attempt.closing === undefined && !isOver(attempt, deps.now())) return attempt;
  const done = await close(deps, attempt, 'clock');
  return done.ok ? done.attempt : attempt;
}

/** Closes an attempt: by its person, or by the clock. One that is over already is answered as it is. */
export async function close(deps: GradingDeps, attempt: Attempt, by: 'person' | 'clock'): Promise<Closed> {
  let current = attempt;
  for (let tries = 0; tries < ATTEMPTS; tries += 1) {
    if (current.state !== 'open') return { ok: true, attempt: current };
    // What was taken along and never handed in was never sat.
    if (current.offline && current.closing === undefined) {
      if (!isOver(current, deps.now())) return { ok: false, reason: 'hand-in-early' };
      const done = await lapsed(deps, current);
      if (done !== undefined) return { ok: true, attempt: done };
    } else {
      const done = await step(deps, current, by);
      if (done !== undefined) return done;
    }
    current = await again(deps, current);
  }
  throw new Problem('busy');
}

/** Both steps; undefined when somebody else has written the head meanwhile. */
async function step(deps: GradingDeps, current: Attempt, by: 'person' | 'clock'): Promise<Closed | undefined> {
  const moved = closing(current, deps.now(), by);
  if (!moved.ok) return moved;
  if (moved.attempt !== current && !(await deps.store.attempts.move(current, moved.attempt))) return undefined;
  const attempt = await finished(deps, moved.attempt);
  return attempt && { ok: true, attempt };
}

async function lapsed(deps: GradingDeps, current: Attempt): Promise<Attempt | undefined> {
  const gone = voided(current, deps.now());
  if (!gone.ok) return undefined;
  const refused = await deps.store.attempts.close(current, gone.attempt, undefined);
  return refused.length === 0 ? gone.attempt : undefined;
}

async function again(deps: GradingDeps, { person, id }: Attempt): Promise<Attempt> {
  const current = await deps.store.attempts.get(person, id);
  if (current === undefined) throw new Error('an attempt was there and is not');
  return current;
}

/** The second step. */
async function finished(deps: GradingDeps, attempt: Attempt): Promise<Attempt | undefined> {
  const sheet = await deps.store.attempts.sheet(attempt);
  const grading = await gradingFor(deps, attempt, sheet);
  const over = closed(attempt);
  const result = resultOf(over, countable(over, sheet), grading);
  const after = { ...over, sum: sumOf(result) };
  const refused = await deps.store.attempts.close(attempt, after, result);
  return refused.length === 0 ? after : undefined;
}

/** What an attempt is graded by: its items in the versions that were asked, and all keys that were corrected since. */
export async function gradingFor(
  deps: Omit<GradingDeps, 'now'>,
  attempt: Attempt,
  { refs }: Pick<Sheet, 'refs'>,
): Promise<Grading> {
  const [items, corrections] = await Promise.all([
    itemsFor(deps, attempt.subject, refs),
    deps.store.keyCorrections.all(),
  ]);
  return { profile: profileOf(attempt.profile), items, corrections };
}

function profileOf(id: string): ScoringProfile {
  if (id !== OFFICIAL_1.id) throw new Error(`unknown scoring profile ${id}`);
  return OFFICIAL_1;
}

/**
 * All that stands on a sheet, as it is judged. What was kept among what counts was there before the hand-in was noted, or was read with it: two clocks of
 * the server do not tell otherwise.
 */
function countable({ state, endedAt }: Attempt, { answers, late }: Sheet): Answered[] {
  const end: Instant | undefined = state === 'submitted' ? endedAt : undefined;
  const before = (answer: Answered) =>
    end !== undefined && answer.receivedAt > end ? { ...answer, receivedAt: end } : answer;
  return [...answers.map(before), ...late];
}

/** A result in short, as the head and the paper tell it. */
export function sumOf({ earned, possible, marking, regrades }: Result): Sum {
  return { earned, possible, marking, ...(regrades.length === 0 ? {} : { regraded: true as const }) };
}
