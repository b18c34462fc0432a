// A result as far as it is released: marks, pass lines, earlier results. With the first look at a released result its answers go into the practice
// journal, so that every device of the person finds what was wrong.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import type { Attempt } from '../domain/attempts/attempt.ts';
import type { Result } from '../domain/attempts/result.ts';
import { type PassLine, passLineFor } from '../domain/exams/pass-line.ts';
import { allOverAt, areResultsOpen, isReviewOpen, type SetPaper } from '../domain/papers/set-paper.ts';
import { BATCH_MOST, type Stamped } from '../domain/practice/journal.ts';
import { isEssay } from '../domain/questions/essay.ts';
import type { MockSubject } from '../domain/questions/mock.ts';
import { dayOf } from '../domain/time.ts';
import type { MockDeps } from './deps.ts';
import { attemptFor } from './mock-finding.ts';
import { noteSeen } from './mock-starting.ts';
import { headView } from './mock-views.ts';

type Shown = NonNullable<Answer<'readResult'>['result']>;

/** Attempts of a person that are looked through. */
export const ATTEMPTS_MOST = 100;

/** Earlier results that are shown beside one. */
const EARLIER_MOST = 20;

export function readResult(deps: MockDeps) {
  return async (actor: Actor, { params }: Input<'readResult'>): Promise<Answer<'readResult'>> => {
    const attempt = await attemptFor(deps, actor, params.attempt);
    const paper = await paperOf(deps, attempt);
    const now = deps.now();
    const base = { attempt: headView(attempt, now, paper), now };
    if (!isScored(attempt)) return base;
    if (!areResultsOpen(paper, now)) return { ...base, ...(paper && resultAt(paper)) };
    const result = await resultFor(deps, attempt);
    await journal(deps, attempt, result);
    return { ...base, result: await shown(deps, { attempt, result, paper }) };
  };
}

/** The paper that an attempt sits; undefined for one that was drawn on demand. */
export async function paperOf(deps: MockDeps, { paper }: Attempt): Promise<SetPaper | undefined> {
  if (paper === undefined) return undefined;
  const found = await deps.store.setPapers.get(paper);
  if (found === undefined) throw new Error('a set paper was there and is not');
  return found;
}

/** Whether an attempt has marks. */
export function isScored({ state }: Attempt): boolean {
  return state === 'submitted' || state === 'expired';
}

/** The result of an attempt that is scored. */
async function resultFor(deps: MockDeps, { person, id }: Attempt): Promise<Result> {
  const result = await deps.store.results.get({ person, attempt: id });
  if (result === undefined) throw new Error('an attempt is closed and has no result');
  return result;
}

/** When the result will be there; by hand nobody knows. */
function resultAt(paper: SetPaper): { resultAt?: string } {
  return paper.results === 'after-close' ? { resultAt: allOverAt(paper) } : {};
}

interface Released {
  attempt: Attempt;
  result: Result;
  paper: SetPaper | undefined;
}

async function shown(deps: MockDeps, { attempt, result, paper }: Released): Promise<Shown> {
  const subject = await deps.mockBank.subject(attempt.subject);
  const [passLines, earlier] = await Promise.all([linesFor(deps, attempt, subject), earlierOf(deps, attempt)]);
  const { earned, possible, marking, lines, regrades } = result;
  const review = isReviewOpen(paper, deps.now());
  return {
    ...{ earned, possible, marking, chapters: chaptersOf(result, subject), passLines, earlier, review },
    lines: lines.map(({ version: _version, picked, latePicked, ...line }) => {
      return { ...line, picked: [...picked], ...(latePicked && { latePicked: [...latePicked] }) };
    }),
    regrades: regrades.map(({ at, before, after }) => ({ at, before, after })),
    selfMarking: paper === undefined && lines.some(isEssay),
  };
}

function chaptersOf({ lines }: Result, subject: MockSubject | undefined): Shown['chapters'] {
  const asked = new Set(lines.map(({ chapter }) => chapter));
  return (subject?.chapters ?? []).filter(({ id }) => asked.has(id)).map(({ id, name }) => ({ id, name }));
}

/** The lines that a result is compared with: the national one, and that of the place where its person would sit the exam. */
async function linesFor(
  deps: MockDeps,
  attempt: Attempt,
  subject: MockSubject | undefined,
): Promise<Shown['passLines']> {
  if (subject === undefined) return [];
  const all = await deps.mockBank.passLines();
  const asked = {
    ...{ year: Number(dayOf(attempt.startedAt).slice(0, 4)), level: subject.level, subject: attempt.subject },
  };
  const national = passLineFor(all, asked);
  // The place's latest line, also where this year's is not announced yet: the result says of which year it is.
  const localOnes = all.filter(({ scope }) => scope === 'local');
  const own = passLineFor(localOnes, { ...asked, region: attempt.region });
  const found = [national, own].filter((line): line is PassLine => line !== undefined);
  return found.map(({ year, mark, scope, verified }) => ({ year, mark, scope, verified }));
}

/** Earlier attempts of the same subject whose results are released, the newest first. */
async function earlierOf(deps: MockDeps, attempt: Attempt): Promise<Shown['earlier']> {
  const all = await deps.store.attempts.ofPerson(attempt.person, ATTEMPTS_MOST);
  const same = all.filter(
    ({ id, subject, sum }) => id < attempt.id && subject === attempt.subject && sum !== undefined,
  );
  const released = await releasedOf(deps, same);
  return released.slice(0, EARLIER_MOST).flatMap(({ id, sum, startedAt, endedAt, offline }) => {
    if (sum === undefined) return [];
    const { earned, possible } = sum;
    return [{ attempt: id, at: endedAt ?? startedAt, earned, possible, offline: offline ?? false }];
  });
}

/** Those of some scored attempts whose marks may be shown. */
export async function releasedOf(deps: MockDeps, attempts: readonly Attempt[]): Promise<Attempt[]> {
  const papers = await papersOf(deps, attempts);
  const now = deps.now();
  return attempts.filter(
    (attempt) => isScored(attempt) && (attempt.paper === undefined || areResultsOpen(papers.get(attempt.paper), now)),
  );
}

/** The set papers of some attempts. */
export async function papersOf(deps: MockDeps, attempts: readonly Attempt[]): Promise<Map<string, SetPaper>> {
  const ids = attempts.flatMap(({ paper }) => paper ?? []);
  const papers = ids.length === 0 ? [] : await deps.store.setPapers.getMany(ids);
  return new Map(papers.map((paper) => [paper.id, paper]));
}

/**
 * Puts the answers of a result into the practice journal, as the batches of a device of its own: put twice they are one. What was left blank was not
 * answered. A head that says it is done was written after them.
 */
async function journal(deps: MockDeps, attempt: Attempt, result: Result): Promise<void> {
  if (attempt.journaled) return;
  const entries = result.lines
    .filter((line) => !isEssay(line) && line.picked.length > 0)
    .map(({ id, version, picked, earned, possible }): Stamped => {
      const { profile, endedAt: at } = result;
      return { kind: 'answer', at, question: id, version, profile, picked: [...picked], earned, possible };
    });
  const device = `mock-${attempt.id}`;
  for (let first = 0; first < entries.length; first += BATCH_MOST) {
    const batch = { device, first: first + 1, entries: entries.slice(first, first + BATCH_MOST) };
    await deps.store.batches.put(attempt.person, batch);
  }
  // What was drawn on demand is noted when it is drawn.
  if (attempt.paper !== undefined) await noteSeen(deps, attempt, result.lines);
  await deps.store.attempts.noteJournaled(attempt);
}
