// A message to all who are in a course: person after person, each noted before the next, so that whoever goes on begins where the last one ended.
// What was changed several times meanwhile is told once: the first message takes all notices that nobody has told yet, the others find none.
import type { Course } from '../domain/courses/course.ts';
import { type Enrolment, isEnd } from '../domain/courses/enrolment.ts';
import type { Numbered } from '../domain/courses/news.ts';
import type { Message } from '../domain/outbox/message.ts';
import type { Posted, Progress } from '../store/outbox.ts';
import { letterOfNews } from './news-letter.ts';
import { failed, later, type Run, retryAllAt, send } from './run.ts';

/** Enrolments that are read at once. */
const SLICE = 50;

/** What is told, and to how many it has failed in a row. */
interface Telling {
  course: Course;
  notices: readonly Numbered[];
  held: Posted;
  progress: Progress;
}

/** Tells a course of what a held message says, as far as the run lasts; the rest is the next run's. */
export async function tellCourse(run: Run, held: Posted): Promise<void> {
  const { deps } = run;
  const message = held.message as Extract<Message, { kind: 'course' }>;
  const course = await deps.store.courses.get(message.course);
  const begun = held.progress === undefined ? await begin(run, held, message.course) : held;
  if (begun === 'lost') return;
  if (course === undefined || begun?.progress === undefined) return deps.store.outbox.drop(held);
  const { from, to } = begun.progress;
  const notices = (await deps.store.notices.list(course.id, from)).filter(({ number }) => number <= to);
  await tellAll(run, { course, notices, held: begun, progress: begun.progress });
}

/** Takes the notices that nobody has told; undefined when there are none, 'lost' when another run is faster. */
async function begin({ deps }: Run, held: Posted, course: string): Promise<Posted | 'lost' | undefined> {
  const { outbox, notices } = deps.store;
  const from = await outbox.toldUpTo(course);
  const to = (await notices.list(course, from)).at(-1)?.number;
  if (to === undefined) return undefined;
  return (await outbox.begin(held, course, { from, to })) ?? 'lost';
}

async function tellAll(run: Run, telling: Telling): Promise<void> {
  const { enrolments, contacts, outbox } = run.deps.store;
  const { id } = telling.course;
  let now = telling;
  for (;;) {
    const { cursor } = now.progress;
    const page = await enrolments.list(id, { limit: SLICE, ...(cursor !== undefined && { cursor }) });
    const written = await contacts.confirmedMany(page.found.filter(isIn).map(({ person }) => person));
    for (const enrolment of page.found) {
      const to = written.get(enrolment.person)?.email;
      if (to === undefined) continue;
      if (run.isOver()) return stop(run, now);
      const next = await tellNext(run, now, { enrolment, to });
      if (next === undefined) return;
      now = next;
    }
    if (page.next === undefined) return outbox.drop(now.held);
    now = { ...now, progress: { ...now.progress, cursor: page.next } };
  }
}

/** Sends one mail and notes it; undefined when the run must leave it at that. Who could not be reached gets a message of their own. */
async function tellNext(
  run: Run,
  { course, notices, held, progress }: Telling,
  { enrolment, to }: { enrolment: Enrolment; to: string },
): Promise<Telling | undefined> {
  const { enrolments, outbox } = run.deps.store;
  const { person } = enrolment;
  const noted = { ...progress, cursor: enrolments.cursorOf(course.id, person) };
  const letter = letterOfNews(run.deps.origin, course, { enrolment, notices });
  if (letter === undefined) return { course, notices, held, progress: noted };
  const own: Message = {
    kind: 'news',
    course: course.id,
    person,
    from: progress.from,
    to: progress.to,
    at: held.message.at,
  };
  const isSent = (await send(run, own, { to, letter })) === 'done';
  const next = await outbox.note(held, noted, isSent ? undefined : own);
  if (next === undefined) return undefined;
  if (isSent) return { course, notices, held: { ...next, failures: 0 }, progress: noted };
  // What fails for one may fail for all: the others are not tried now.
  const failures = held.failures + 1;
  failed(run, failures);
  await outbox.move(next, { due: retryAllAt(run.deps, failures), failures, progress: noted });
  return undefined;
}

/** Leaves the rest to the next run. */
async function stop({ deps }: Run, { held, progress }: Telling): Promise<void> {
  await deps.store.outbox.move(held, { due: later(deps, 0), failures: held.failures, progress });
}

function isIn({ state }: Enrolment): boolean {
  return !isEnd(state);
}
