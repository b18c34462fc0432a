// What closing a course and correcting it mean for the facts that figures are counted from: everybody's training of the year, and the course as it was held.
// Both go together, on the versions that were read: done again, cut off or done by two at once, each share is there once.

import type { Verdict } from '../domain/attendance/verdict.ts';
import type { Course } from '../domain/courses/course.ts';
import { type HeldCourse, heldOf, type ShareChange, withShares } from '../domain/participation/held.ts';
import { type TrainingChange, type TrainingYear, withCorrected, withNew } from '../domain/participation/training.ts';
import { dayOf } from '../domain/time.ts';
import type { TrainingWrite } from '../store/trained.ts';
import { attendersOf } from './attendance.ts';
import type { HeldSession } from './door-finding.ts';
import { Problem } from './problem.ts';
import { newEntry, type Trained, type TrainingDeps, trainedOf } from './trained-entries.ts';

/** Items of people that go into one transaction with their course: it holds a hundred. */
const WRITES_AT_ONCE = 90;

/** Against others who write the same people; past these the caller is told to come again. */
const ATTEMPTS = 8;

/** Puts a course that was closed as it was held, without anybody's share: before marks are read that shares are made of. */
export async function beginHeld(deps: TrainingDeps, course: Course): Promise<void> {
  const fresh = heldOf(course, await deps.store.courseSessions.list(course.id), deps.now());
  if (fresh !== undefined) await deps.store.held.add(fresh);
}

/**
 * Keeps people's training at a course, and their share of it as it was held (`beginHeld` first). An entry that is there stays: a correction may have come
 * before. Any number of people, each once; part by part.
 */
export async function keepTraining(deps: TrainingDeps, course: Course, people: readonly Trained[]): Promise<void> {
  const years = yearsOf(course);
  const most = Math.floor(WRITES_AT_ONCE / years.length);
  const judged = people.filter(({ entries }) => entries.length > 0);
  for (let first = 0; first < judged.length; first += most) {
    await keepPart(deps, { course, years }, judged.slice(first, first + most));
  }
}

interface Span {
  course: Course;
  years: readonly string[];
}

async function keepPart(deps: TrainingDeps, { course, years }: Span, people: readonly Trained[]): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { held, known } = await knownOf(deps, { course, years }, people);
    if (held === undefined) throw new Error('a course is not begun');
    const at = deps.now();
    const changes = people.map(({ person, entries }) =>
      years.map((year): Year => {
        const before = known(person, year);
        return { before, change: withNew({ person, year, at, before }, entries) };
      }),
    );
    const write = writeOf(held, changes, at);
    if (write.years.length === 0 || (await deps.store.trained.put(write)) === 'done') return;
  }
  throw new Problem('busy');
}

/** A year of somebody as it is, and how it changes. */
interface Year {
  before: TrainingYear | undefined;
  change: TrainingChange | undefined;
}

/** What is written of some people's years, with the course's next version. */
function writeOf(
  held: HeldCourse,
  people: readonly (readonly Year[])[],
  at: string,
): TrainingWrite & { years: TrainingChange[] } {
  const shares = people.map((own): ShareChange => {
    const entriesOf = (pick: (year: Year) => TrainingYear | undefined) =>
      own.flatMap((year) => pick(year)?.entries ?? []).filter(({ course }) => course === held.course);
    return {
      before: entriesOf(({ before }) => before),
      after: entriesOf(({ before, change }) => change?.after ?? before),
    };
  });
  return { years: people.flat().flatMap(({ change }) => change ?? []), held: withShares(held, shares, at) };
}

async function knownOf(deps: TrainingDeps, { course, years }: Span, people: readonly { person: string }[]) {
  const [held, all] = await Promise.all([
    deps.store.held.get(course.id),
    deps.store.trained.ofMany(
      people.map(({ person }) => person),
      years,
    ),
  ]);
  const found = new Map(all.map((one) => [`${one.person} ${one.year}`, one]));
  return { held, known: (person: string, year: string) => found.get(`${person} ${year}`) };
}

/** The years in which a course had sessions, in China. */
function yearsOf({ startsAt, endsAt, closedAt }: Course): string[] {
  const [from, to] = [startsAt, endsAt].map((instant) => Number(dayOf(instant ?? closedAt ?? '').slice(0, 4)));
  return Array.from({ length: (to ?? 0) - (from ?? 0) + 1 }, (_, i) => String((from ?? 0) + i));
}

interface Corrected extends HeldSession {
  person: string;
  verdict: Verdict;
}

/**
 * What a correction writes besides: the person's entry anew, and their share of the course. Of a course without figures yet nothing, as long as there are
 * none: whoever makes them later reads the corrected marks.
 */
export async function correctedTraining(
  deps: TrainingDeps,
  { course, session, person, verdict }: Corrected,
): Promise<TrainingWrite | undefined> {
  // A recording is judged by what was watched, which marks do not change.
  if (session.form === 'recorded' || session.state === 'cancelled') return undefined;
  const years = yearsOf(course);
  const { held, known } = await knownOf(deps, { course, years }, [{ person }]);
  if (held === undefined) return { years: [], notHeld: course.id };
  const at = deps.now();
  const day = dayOf(session.startsAt);
  const own = known(person, day.slice(0, 4))?.entries.find((entry) => entry.session === session.id);
  const entry = own ?? (await newEntry(deps, { course, session, person }, day));
  const next = { ...entry, state: verdict.state, minutes: verdict.minutes, at };
  const changes = years.map((year): Year => {
    const before = known(person, year);
    const change = year === day.slice(0, 4) ? withCorrected({ person, year, at, before }, next) : undefined;
    return { before, change };
  });
  return writeOf(held, [changes], at);
}

/**
 * Makes the figures of a course that was closed before there were any, part of the people after part; answers where to go on, undefined at the end. Again
 * it changes nothing.
 */
export async function backfillTraining(
  deps: TrainingDeps,
  course: Course,
  after?: string,
): Promise<string | undefined> {
  await beginHeld(deps, course);
  const { people, next } = await attendersOf(deps, course, after);
  await keepTraining(deps, course, await trainedOf(deps, { course, at: course.closedAt ?? deps.now() }, people));
  return next;
}
