// Calendars that are subscribed to: of a course, of a unit, of a province for everybody; of a person's own training for whoever holds its secret.
import type { Answer, Input } from '../contract/index.ts';
import { calendarText } from '../domain/calendar/calendar.ts';
import {
  CALENDAR_NAMES,
  type CalendarLang,
  type Entry,
  entryOf,
  eventOf,
  seatEntryOf,
} from '../domain/calendar/entries.ts';
import { type Course, monthOf, type Session } from '../domain/courses/course.ts';
import { type Instant, instantOf, msOf } from '../domain/time.ts';
import { today } from './access.ts';
import { plannedCourse, unitNameOf } from './course-reading.ts';
import type { OpenDeps } from './deps.ts';
import { inParallel } from './in-parallel.ts';
import { Problem } from './problem.ts';
import { nameFor } from './units-reading.ts';

/** A calendar's text, with a tag that is another one as soon as the text is. */
export interface Feed {
  text: Answer<'readCourseCalendar'>;
  tag: string;
}

type Asked<P> = { params: P; query: Input<'readCourseCalendar'>['query'] };

const DAY_MS = 86_400_000;

/** For how long what is over stays in a calendar: subscribers delete what a feed no longer holds. */
const KEPT_DAYS = { public: 90, own: 400 } as const;

/** Courses of a unit that are looked at, the latest first, and courses that are read at once. */
const COURSES_MOST = 200;
const AT_ONCE = 8;

/** Months of a province's calendar: the one before this, this one, and half a year ahead: with the most lines of each, below what a function may answer. */
const MONTHS = Array.from({ length: 8 }, (_, i) => i - 1);

/** The sessions of a course; Problem `not_found` for what was never published. */
export function courseCalendar(deps: OpenDeps) {
  return async ({ params, query }: Asked<{ course: string }>): Promise<Feed> => {
    const { course, sessions } = await plannedCourse(deps, params.course);
    if (course.publishedAt === undefined) throw new Problem('not_found');
    const unitName = await unitNameOf(deps, course.unit);
    const entries = sessions.map((session) => entryOf(course, session, unitName));
    return feed(deps, query.lang, { name: course.title, entries });
  };
}

/** The sessions of a unit's own published courses; Problem `not_found` for no unit. */
export function unitCalendar(deps: OpenDeps) {
  return async ({ params, query }: Asked<{ unit: string }>): Promise<Feed> => {
    const unit = await deps.store.units.get(params.unit);
    if (unit === undefined) throw new Problem('not_found');
    const since = daysBefore(deps.now(), KEPT_DAYS.public);
    const { found } = await deps.store.courses.ofUnit(unit.id, { limit: COURSES_MOST });
    const ids = found.flatMap(({ course, state, endsAt = '' }) => (state !== 'draft' && endsAt >= since ? course : []));
    const courses = await deps.store.courses.getMany(ids);
    const published = [...courses.values()].filter(({ publishedAt }) => publishedAt !== undefined);
    const name = nameFor(unit, today(deps));
    const entries = await entriesOf(deps, published, (course, session) => entryOf(course, session, name));
    return feed(deps, query.lang, { name, entries });
  };
}

/** The sessions that are held in a province. */
export function provinceCalendar(deps: OpenDeps) {
  return async ({ params, query }: Asked<{ province: string }>): Promise<Feed> => {
    const months = MONTHS.map((month) => monthAfter(deps.now(), month));
    const lists = await Promise.all(months.map((month) => deps.store.schedule.list(params.province, month)));
    const lang = query.lang ?? 'zh';
    return feed(deps, lang, { name: CALENDAR_NAMES[lang].public, entries: lists.flat() });
  };
}

/** The sessions of the courses in which a person has a seat, with where they are followed online; Problem `not_found` for an old secret. */
export function personCalendar(deps: OpenDeps) {
  return async ({ params, query }: Asked<{ token: string }>): Promise<Feed> => {
    const person = await deps.store.calendars.personOf(await deps.digest(params.token));
    if (person === undefined || (await deps.store.people.get(person)) === undefined) throw new Problem('not_found');
    const held = await deps.store.enrolments.ofPerson(person);
    const seats = held.filter(({ state }) => state === 'enrolled').map(({ course }) => course);
    const since = daysBefore(deps.now(), KEPT_DAYS.own);
    const courses = [...(await deps.store.courses.getMany(seats)).values()];
    const recent = courses.filter(({ endsAt = '' }) => endsAt >= since);
    const names = await unitNames(deps, recent);
    const entries = await entriesOf(deps, recent, (course, session) =>
      seatEntryOf(course, session, names.get(course.unit) ?? ''),
    );
    const lang = query.lang ?? 'zh';
    return feed(deps, lang, { name: CALENDAR_NAMES[lang].mine, entries });
  };
}

async function feed(
  deps: OpenDeps,
  lang: CalendarLang = 'zh',
  { name, entries }: { name: string; entries: readonly Entry[] },
): Promise<Feed> {
  const inOrder = entries.toSorted((a, b) => (`${a.startsAt} ${a.session}` < `${b.startsAt} ${b.session}` ? -1 : 1));
  const events = inOrder.map((entry) => eventOf(entry, { origin: deps.origin, lang }));
  const text = calendarText({ name, events });
  return { text, tag: await deps.digest(text) };
}

async function entriesOf(
  deps: OpenDeps,
  courses: readonly Course[],
  of: (course: Course, session: Session) => Entry,
): Promise<Entry[]> {
  const entries: Entry[] = [];
  await inParallel(AT_ONCE, courses, async (course) => {
    const sessions = await deps.store.courseSessions.list(course.id);
    entries.push(...sessions.map((session) => of(course, session)));
  });
  return entries;
}

async function unitNames(deps: OpenDeps, courses: readonly Course[]): Promise<Map<string, string>> {
  const units = await deps.store.units.getMany(new Set(courses.map(({ unit }) => unit)));
  return new Map([...units.values()].map((unit) => [unit.id, nameFor(unit, today(deps))]));
}

function daysBefore(now: Instant, days: number): Instant {
  return instantOf(msOf(now) - days * DAY_MS);
}

/** The month so many months after that of an instant, `2026-03`. */
function monthAfter(now: Instant, months: number): string {
  const [year = 0, month = 1] = monthOf(now).split('-').map(Number);
  const count = year * 12 + month - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}
