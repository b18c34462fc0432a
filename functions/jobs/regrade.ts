// Grading anew after a key was corrected: all results of the subject, month after month, in slices that a crash does not undo and that another run goes on
// with. A result comes into the list of its subject moments after it was made, and may have been graded in the very moment of the correction: so a second
// round looks through the latest ones again.
import type { GraderDeps } from '../app/deps.ts';
import { inParallel } from '../app/in-parallel.ts';
import type { Regrade } from '../domain/attempts/result.ts';
import { dayOf, type Instant, instantOf, msOf } from '../domain/time.ts';
import type { Job, JobLine, Slice } from '../store/jobs.ts';
import type { DueRegrade, MadeCorrection } from '../store/key-corrections.ts';
import type { ListedResult } from '../store/results-index.ts';
import { regradeOne } from './regrade-one.ts';

/** No mock paper was sat before. */
const FIRST_MONTH = '2026-01';

/** How long after the correction the second round begins: by then whatever was under way is in the list. */
const AGAIN_MS = 15 * 60_000;

/** How far before the correction the second round begins: a paper that was taken along ends a week before it arrives, at most. */
const BEHIND_MS = 8 * 86_400_000;

/** Results of one slice; and graded at once. */
const SLICE = 25;
const AT_ONCE = 4;

/** Corrections of one run. */
const DUE_MOST = 20;

/** How long nobody else may work on a job. A run that dies holds it up for so long. */
const LEASE_MS = 45_000;

/** Where a job stands: in its first or second round, in a month, after a result of it. */
interface Position {
  round: 1 | 2;
  month: string;
  after?: string;
}

/** Grades anew for so many milliseconds at most. Gives how many results it has changed, and how many corrections it could not work on. */
export function regrade(deps: GraderDeps) {
  return async (forMs: number): Promise<{ changed: number; failed: number }> => {
    const end = deps.clockMs() + forMs;
    const tally = { changed: 0, failed: 0 };
    for (const due of await deps.store.dueRegrades.list(deps.now(), DUE_MOST)) {
      if (deps.clockMs() >= end) break;
      try {
        tally.changed += await workOn(deps, due, () => deps.clockMs() >= end);
      } catch (error) {
        tally.failed += 1;
        const fault = error instanceof Error ? error.name : 'not an error';
        deps.sink(JSON.stringify({ level: 'error', job: 'regrade', correction: due.correction, fault }));
      }
    }
    return tally;
  };
}

/** Works on one correction until it is done, its time is up or somebody else has taken it. Gives how many results have changed. */
async function workOn(deps: GraderDeps, due: DueRegrade, isOver: () => boolean): Promise<number> {
  const [made, before] = await Promise.all([
    deps.store.keyCorrections.get(due.correction),
    deps.store.jobs.get(due.correction),
  ]);
  if (made === undefined || before === undefined || before.state === 'done') {
    await deps.store.dueRegrades.drop(due);
    return 0;
  }
  if (before.againAt !== undefined && before.againAt > deps.now()) {
    await deps.store.dueRegrades.postpone(due, before.againAt);
    return 0;
  }
  const now = deps.now();
  const lease = { holder: `${due.correction} ${now}`, now, until: later(now, LEASE_MS) };
  let job = await deps.store.jobs.claim(due.correction, lease);
  const begun = job?.counts.changed ?? 0;
  let changed = begun;
  while (job !== undefined) {
    const slice = await sliceOf(deps, made, job);
    const isLast = slice.state !== undefined || slice.againAt !== job.againAt || isOver();
    const leaseUntil = isLast ? deps.now() : later(deps.now(), LEASE_MS);
    job = await deps.store.jobs.advance(job, { ...slice, leaseUntil });
    changed = job?.counts.changed ?? changed;
    if (isLast) break;
  }
  if (job?.state === 'done') await deps.store.dueRegrades.drop(due);
  else if (job?.againAt !== undefined && job.againAt > deps.now())
    await deps.store.dueRegrades.postpone(due, job.againAt);
  return changed - begun;
}

type Step = Omit<Slice, 'leaseUntil'>;

/** The next slice of a job, done, and where the one after it begins. */
async function sliceOf(deps: GraderDeps, made: MadeCorrection, job: Job): Promise<Step> {
  const { counts, done } = job;
  if (!(await holds(deps, made))) return { done, counts, lines: [], state: 'done' };
  const position = positionOf(job);
  const { month, round, after } = position;
  const on = after === undefined ? {} : { after };
  const { found, next } = await deps.store.resultsIndex.list(made.subject, month, { limit: SLICE, ...on });
  const at = round === 1 ? made.at : againAt(made);
  const changes = await changesIn(deps, { made, at }, found);
  const first = (counts.changed ?? 0) + 1;
  const lines = changes.map((change, i): JobLine => ({ line: first + i, outcome: 'regraded', ...change }));
  // The second round looks at some of them again.
  const step = { done: round === 1 ? done + found.length : done, counts: { changed: first - 1 + lines.length }, lines };
  return {
    ...step,
    ...following(deps, made, next === undefined ? { ...position, after: '' } : { ...position, after: next }),
  };
}

/** A correction in whose place a later one has come does nothing any more: the later one's job looks at every result itself. */
async function holds(deps: GraderDeps, { id, question, version }: MadeCorrection): Promise<boolean> {
  const all = await deps.store.keyCorrections.all();
  return all.some((one) => one.id === id && one.question === question && one.version === version);
}

type Change = Pick<JobLine, 'person' | 'attempt' | 'paper' | 'before' | 'after'>;

/** Those of some results that were asked the question are graded anew; what changed, in their order. */
async function changesIn(
  deps: GraderDeps,
  round: { made: MadeCorrection; at: Instant },
  found: readonly ListedResult[],
): Promise<Change[]> {
  const asked = found.filter((result) => mayHold(result, round.made));
  const changes = new Map<string, Regrade>();
  await inParallel(AT_ONCE, asked, async (result) => {
    const change = await regradeOne(deps, round, result);
    if (change !== undefined) changes.set(result.attempt, change);
  });
  return asked.flatMap(({ person, attempt, paper }) => {
    const change = changes.get(attempt);
    const of = paper === undefined ? {} : { paper };
    return change === undefined ? [] : [{ person, attempt, ...of, before: change.before, after: change.after }];
  });
}

/** Whether a result may hold a question: what was counted of it names all of them; of one that is not counted only the result itself tells. */
function mayHold({ receipt }: ListedResult, { question, version }: MadeCorrection): boolean {
  return receipt.text === undefined || receipt.text.includes(`\n${question} ${version} `);
}

/** What follows after a position: the rest of its month, the next month, the second round, the end. `after: ''`: the month is done. */
function following(
  deps: GraderDeps,
  made: MadeCorrection,
  position: Position,
): Pick<Step, 'cursor' | 'againAt' | 'state'> {
  if (position.after !== '') return { cursor: cursorOf(position), ...again(made, position.round) };
  const month = nextMonth(position.month);
  if (month <= monthOf(deps.now()))
    return { cursor: cursorOf({ round: position.round, month }), ...again(made, position.round) };
  if (position.round === 2) return { state: 'done' };
  return { cursor: cursorOf({ round: 2, month: monthOf(later(made.at, -BEHIND_MS)) }), ...again(made, 2) };
}

function again(made: MadeCorrection, round: 1 | 2): { againAt?: Instant } {
  return round === 1 ? {} : { againAt: againAt(made) };
}

function againAt({ at }: MadeCorrection): Instant {
  return later(at, AGAIN_MS);
}

function positionOf({ cursor }: Job): Position {
  if (cursor === undefined) return { round: 1, month: FIRST_MONTH };
  const [round, month = FIRST_MONTH, after] = cursor.split(' ');
  return { round: round === '2' ? 2 : 1, month, ...(after === undefined ? {} : { after }) };
}

function cursorOf({ round, month, after }: Position): string {
  return [round, month, ...(after === undefined ? [] : [after])].join(' ');
}

function monthOf(instant: Instant): string {
  return dayOf(instant).slice(0, 7);
}

function nextMonth(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

function later(instant: Instant, ms: number): Instant {
  return instantOf(msOf(instant) + ms);
}
