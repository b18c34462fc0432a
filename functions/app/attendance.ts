// The verdicts of a course: for everybody who is enrolled or came, one for each session that is held, part of the people after part.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { type Verdict, verdictOf } from '../domain/attendance/verdict.ts';
import { type Course, planned, type Session } from '../domain/courses/course.ts';
import type { Enrolment } from '../domain/courses/enrolment.ts';
import { dayFor, lessonsOf, viewsOf, watchedVerdict } from '../domain/lessons/verdict.ts';
import type { Day } from '../domain/time.ts';
import type { Mark } from '../store/marks.ts';
import type { Stored } from '../store/watching.ts';
import type { CoreDeps } from './deps.ts';
import { courseFor } from './door-finding.ts';
import { inParallel } from './in-parallel.ts';
import { namesOf } from './staff-names.ts';

/** People of one part: their marks and verdicts are little work for a request. */
const PEOPLE_AT_ONCE = 50;

/** Sessions whose marks are read at once. */
const READS_AT_ONCE = 8;

/** Verdicts are of what is stored: no clock. */
type Reading = Pick<CoreDeps, 'store'>;

export interface Attender {
  person: string;
  name: string;
  walkIn: boolean;
  /** Of the enrolment. */
  unit?: string | undefined;
  /** By session, in the order in which they begin. */
  verdicts: Map<string, Judgement>;
}

/** A verdict with what figures need besides: its day, the session's form, the lessons that were watched to the end. */
export interface Judgement extends Verdict, Pick<Session, 'form'> {
  day: Day;
  views: number;
}

/** A part of the people, by id; `next` is the last one's, missing when nobody is left. */
export interface Part {
  people: Attender[];
  next?: string;
}

/** The report of a course as it stands now, page by page. */
export function listAttendance(deps: CoreDeps) {
  return async (actor: Actor, { params, query }: Input<'listAttendance'>): Promise<Answer<'listAttendance'>> => {
    const { course } = await courseFor(deps, actor)('readRoster', params.course);
    const { people, next } = await attendersOf(deps, course, query.cursor);
    return {
      people: people.map(viewOf),
      minutesPerHour: course.minutesPerHour,
      names: await namesOf(deps, people.flatMap(namedIn)),
      ...(next === undefined ? {} : { cursor: next }),
      now: deps.now(),
    };
  };
}

/** The sessions that attendance is judged by: those that are held, and of recordings those with lessons that are watched. */
async function judgedSessions(deps: Reading, course: Course): Promise<Session[]> {
  const held = planned(await deps.store.courseSessions.list(course.id));
  return held.filter((session) => session.form !== 'recorded' || lessonsOf(session).length > 0);
}

/** The people whose ids lie past a cursor. Marks are stored by person, so that walk-ins turn up among the enrolled by themselves. */
export async function attendersOf(deps: Reading, course: Course, after?: string): Promise<Part> {
  const page = await enrolledPast(deps, course, after);
  const range = { ...(after === undefined ? {} : { after }), ...(page.next === undefined ? {} : { until: page.next }) };
  const judged = await judgedBetween(deps, await judgedSessions(deps, course), range);
  const names = new Map(page.enrolled.map(({ person, name }) => [person, name]));
  for (const { marks } of judged) {
    for (const mark of marks) if (!names.has(mark.person)) names.set(mark.person, mark.name ?? '');
  }
  const enrolled = new Map(page.enrolled.map(({ person, unit }) => [person, unit]));
  const people = [...names.keys()].sort().map((person) => ({
    ...{ person, name: names.get(person) ?? '', walkIn: !enrolled.has(person), unit: enrolled.get(person) },
    verdicts: new Map(judged.map((one) => [one.session.id, verdictIn(one, course, person)])),
  }));
  return page.next === undefined ? { people } : { people, next: page.next };
}

/** What was found of one person at one session. */
export interface AtSession {
  session: Session;
  verdict: Verdict;
}

/** The verdicts on some people at the sessions of a course that are over, each with its session. */
export async function verdictsOf(
  deps: CoreDeps,
  course: Course,
  people: readonly string[],
): Promise<Map<string, AtSession[]>> {
  const [until] = people.toSorted().slice(-1);
  if (until === undefined) return new Map();
  const now = deps.now();
  const over = (await judgedSessions(deps, course)).filter(({ endsAt }) => endsAt <= now);
  const judged = await judgedBetween(deps, over, { until });
  return new Map(
    people.map((person) => [
      person,
      judged.map((one) => ({ session: one.session, verdict: verdictIn(one, course, person) })),
    ]),
  );
}

/** Ids of people: past one, up to another. */
interface Range {
  after?: string;
  until?: string;
}

interface Judged {
  session: Session;
  windows: readonly { from: string; until: string }[];
  marks: readonly Mark[];
  excused: ReadonlySet<string>;
  /** Of a recorded session: what was watched. */
  watched: readonly Stored[];
}

async function judgedBetween(deps: Reading, sessions: readonly Session[], range: Range): Promise<Judged[]> {
  const found = new Map<string, Judged>();
  await inParallel(READS_AT_ONCE, sessions, async (session) => {
    found.set(session.id, await judgedIn(deps, session, range));
  });
  return sessions.flatMap(({ id }) => found.get(id) ?? []);
}

async function judgedIn(deps: Reading, session: Session, range: Range): Promise<Judged> {
  if (lessonsOf(session).length > 0) {
    const watched = await deps.store.watching.between(session.id, range);
    return { session, windows: [], marks: [], excused: new Set(), watched };
  }
  const [door, marks, excuses] = await Promise.all([
    deps.store.doors.get(session.id),
    deps.store.marks.between(session.id, range),
    deps.store.excuses.ofSession(session.id),
  ]);
  const excused = new Set(excuses.filter(({ state }) => state === 'granted').map(({ person }) => person));
  return { session, windows: door?.windows ?? [], marks, excused, watched: [] };
}

function verdictIn(judged: Judged, { rule }: Course, person: string): Judgement {
  const { session, windows, excused } = judged;
  const watched = judged.watched.filter((one) => one.person === person);
  const marks = judged.marks.filter((mark) => mark.person === person);
  const verdict =
    lessonsOf(session).length > 0
      ? watchedVerdict(session, { watched }, rule)
      : verdictOf({ ...session, windows }, { marks, excused: excused.has(person) }, rule);
  return { ...verdict, form: session.form, day: dayFor(session, watched), views: viewsOf(session, watched) };
}

/** The verdict on one person at one session, by marks that may be others than the stored ones. */
export async function verdictFor(
  deps: CoreDeps,
  { course, session }: { course: Course; session: Session },
  { person, marks }: { person: string; marks: readonly Mark[] },
): Promise<Verdict> {
  const [door, excuse] = await Promise.all([
    deps.store.doors.get(session.id),
    deps.store.excuses.get(session.id, person),
  ]);
  const excused = excuse?.state === 'granted';
  return verdictOf({ ...session, windows: door?.windows ?? [] }, { marks, excused }, course.rule);
}

/** A page of those who have a seat; the last page has no `next`, so that walk-ins past the last of them come along. */
async function enrolledPast(deps: Reading, { id }: Course, after: string | undefined) {
  const cursor = after === undefined ? {} : { cursor: `ENROLMENT#${after}` };
  const { found, next } = await deps.store.enrolments.list(id, { limit: PEOPLE_AT_ONCE, ...cursor });
  const enrolled: Enrolment[] = found.filter(({ state }) => state === 'enrolled');
  return { enrolled, next: next === undefined ? undefined : found.at(-1)?.person };
}

/** Whom the lines name: those who marked somebody by hand. */
function namedIn({ verdicts }: Attender): (string | undefined)[] {
  const lines = [...verdicts.values()].flatMap((one) => one.lines);
  return lines.map(({ params }) => ('by' in params && params.by !== '' ? params.by : undefined));
}

function viewOf({ person, name, walkIn, verdicts }: Attender): Answer<'listAttendance'>['people'][number] {
  const all = [...verdicts].map(([session, { state, flags, minutes, presence, share, counts, lines }]) => {
    return {
      session,
      state,
      flags,
      minutes,
      presence,
      share,
      counts,
      lines: lines.map(({ code, params }) => ({ code, params: { ...params } })),
    };
  });
  return { person, name, walkIn, minutes: all.reduce((sum, { minutes }) => sum + minutes, 0), verdicts: all };
}
