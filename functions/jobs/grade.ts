// What the grader's timer does each time: attempts that are past their time are closed, then results are graded anew whose keys were corrected.
import type { GraderDeps } from '../app/deps.ts';
import { closeAttempts } from './close-attempts.ts';
import { regrade } from './regrade.ts';

/** How long a run may close attempts and grade anew, together well within the function's time: what is under way then is finished. */
const CLOSE_MS = 25_000;
const REGRADE_MS = 20_000;

/** Attempts that could not be closed, corrections that could not be worked on. It fails the run, so that the function's alarm says so; the next tries again. */
class Ungraded extends Error {
  override name = 'Ungraded';
  constructor(unclosed: number, corrections: number) {
    super(`attempts not closed: ${unclosed}, corrections not worked on: ${corrections}`);
  }
}

/** One run. Rejects when the table fails, or with Ungraded. */
export async function grade(deps: GraderDeps): Promise<void> {
  const closing = await closeAttempts(deps)(CLOSE_MS);
  if (closing.closed + closing.failed > 0)
    deps.sink(JSON.stringify({ level: 'info', job: 'close-attempts', ...closing }));
  const grading = await regrade(deps)(REGRADE_MS);
  if (grading.changed + grading.failed > 0) deps.sink(JSON.stringify({ level: 'info', job: 'regrade', ...grading }));
  if (closing.failed + grading.failed > 0) throw new Ungraded(closing.failed, grading.failed);
}
