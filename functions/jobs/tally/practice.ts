// The first of two stages in which practice becomes figures: batches of the journal and results of mock papers add to a person's practice of a year, each
// once. What that comes to at units is counted from there like any other fact.
import type { TallyDeps } from '../../app/deps.ts';
import { later } from '../../domain/participation/training.ts';
import type { Employment } from '../../domain/people/employment.ts';
import {
  type DoneByDay,
  doneInBatch,
  doneInResult,
  type PractisedYear,
  withDone,
  yearsOf,
} from '../../domain/practice/practised.ts';
import { dayOf, type Instant } from '../../domain/time.ts';
import type { PracticeChange } from '../../store/practice-changes.ts';
import type { PracticeReceipt, PracticeWrite } from '../../store/practised.ts';
import { textOf } from './sources.ts';

/** Batches and results of a person that are counted at once: a transaction holds a hundred writes, and each may be of two years of its own. */
const AT_ONCE = 30;

/** How often a write is tried anew that somebody else got in the way of. */
const TRIES = 8;

/** Counts what people did. Rejects when the table fails, or is too busy with others. */
export async function practise(deps: TallyDeps, changes: readonly PracticeChange[]): Promise<void> {
  for (const [person, own] of Map.groupBy(changes, (change) => change.person)) {
    const bySource = [...Map.groupBy(own, ({ source }) => textOf(source)).values()];
    for (let first = 0; first < bySource.length; first += AT_ONCE) {
      await settled(() => counted(deps, person, bySource.slice(first, first + AT_ONCE)));
    }
  }
}

/** Puts the practice of people whose employments may have changed where they worked, this year and the last. */
export async function resettle(deps: TallyDeps, people: readonly string[]): Promise<void> {
  if (people.length === 0) return;
  const year = Number(dayOf(deps.now()).slice(0, 4));
  const found = await deps.store.practised.years(new Set(people), [`${year - 1}`, `${year}`]);
  for (const person of new Set(found.map((one) => one.person))) {
    await settled(async () => {
      const owner = await deps.store.practised.owner(person);
      const held = await deps.store.practised.years([person], [`${year - 1}`, `${year}`]);
      const years = held.flatMap((one) =>
        next(deps, one, { done: [], undone: [], employments: owner?.employments ?? [] }),
      );
      return years.length === 0 || deps.store.practised.put({ person, owner, receipts: [], years });
    });
  }
}

/** Does something until nobody got in its way. */
async function settled(step: () => Promise<boolean>): Promise<void> {
  for (let left = TRIES; left > 0; left -= 1) if (await step()) return;
  throw Object.assign(new Error('table busy: others count the same'), { name: 'TableBusy' });
}

/** Counts changes of a person, those of each source together; false when somebody else counted the same meanwhile. */
async function counted(
  deps: TallyDeps,
  person: string,
  bySource: readonly (readonly PracticeChange[])[],
): Promise<boolean> {
  const { practised } = deps.store;
  const owner = await practised.owner(person);
  // What is deleted with an account was done all the same; what goes along to whom somebody has become is counted there.
  const changes = bySource.flatMap((all) =>
    newest(all.filter(({ work }) => work !== undefined || owner?.mergedInto !== undefined)),
  );
  const receipts = await practised.receipts(changes.map(({ source }) => source));
  const news = changes.flatMap((change) => receiptFor(deps, change, receipts.get(textOf(change.source))));
  if (news.length === 0) return true;
  const undone = news.flatMap(({ before }) => (before === undefined ? [] : [before.done]));
  const done = news.map(({ after }) => after.done);
  const wanted = yearsOf(...undone, ...done);
  const held = new Map((await practised.years([person], wanted)).map((one) => [one.year, one]));
  const years = wanted.flatMap((year) => {
    const before = held.get(year) ?? { person, year, days: [], version: 0, at: deps.now() };
    return next(deps, before, { done, undone, employments: owner?.employments ?? [] });
  });
  return practised.put({ person, owner, receipts: news, years });
}

/** The newest version; that something is no more there is newer than all. */
function newest(changes: readonly PracticeChange[]): PracticeChange[] {
  const [first, ...others] = changes;
  if (first === undefined) return [];
  const rank = ({ work, version }: PracticeChange) => (work === undefined ? Number.POSITIVE_INFINITY : version);
  return [others.reduce((a, b) => (rank(b) > rank(a) ? b : a), first)];
}

/** What is to be written down about a change; nothing when it is known. */
function receiptFor(
  deps: TallyDeps,
  change: PracticeChange,
  before: PracticeReceipt | undefined,
): PracticeWrite['receipts'][number][] {
  const { source, work } = change;
  if (work === undefined) {
    if (before !== undefined && Object.keys(before.done).length === 0) return [];
    const version = Math.max(before?.version ?? 0, change.version) + 1;
    return [{ before, after: { source, version, done: {} } }];
  }
  if (before !== undefined && before.version >= change.version) return [];
  return [{ before, after: { source, version: change.version, done: doneIn(work, change.at ?? deps.now()) } }];
}

function doneIn(work: NonNullable<PracticeChange['work']>, came: Instant): DoneByDay {
  return work.kind === 'batch' ? doneInBatch(work.batch, came) : doneInResult(work.result);
}

interface Change {
  done: readonly DoneByDay[];
  undone: readonly DoneByDay[];
  employments: readonly Employment[];
}

/** A year in its next version; nothing when it stays as it is. */
function next(deps: TallyDeps, before: PractisedYear, { done, undone, employments }: Change): PractisedYear[] {
  const days = withDone(before, { done, undone }, employments);
  if (JSON.stringify(days) === JSON.stringify(before.days)) return [];
  return [{ ...before, days, version: before.version + 1, at: later(before.at, deps.now()) }];
}
