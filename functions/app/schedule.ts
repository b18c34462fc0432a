// The public schedule and a course's page: what anybody may see of published courses, the same for everybody. Nothing is written here.
import type { Answer, Input } from '../contract/index.ts';
import { type Course, stateAt } from '../domain/courses/course.ts';
import type { Seats } from '../domain/courses/seats.ts';
import { today } from './access.ts';
import { plannedCourse, unitNameOf } from './course-reading.ts';
import type { OpenDeps } from './deps.ts';
import { Problem } from './problem.ts';
import { nameFor } from './units-reading.ts';

/** The sessions of a province and a month, with how many seats are open. */
export function listSchedule(deps: OpenDeps) {
  return async ({ query }: Pick<Input<'listSchedule'>, 'query'>): Promise<Answer<'listSchedule'>> => {
    const lines = await deps.store.schedule.list(query.province, query.month);
    const seats = await deps.store.courses.seatsOf(lines.map(({ course }) => course));
    const sessions = lines.map(({ state, sequence: _s, changedAt: _at, ...line }) => {
      const held = seats.get(line.course);
      return { ...line, cancelled: state === 'cancelled' || held?.state === 'cancelled', ...openOf(held) };
    });
    return { sessions, now: deps.now() };
  };
}

/** A course's page; Problem `not_found` for a draft and for one that was never published. */
export function showCourse(deps: OpenDeps) {
  return async ({ params }: Pick<Input<'showCourse'>, 'params'>): Promise<Answer<'showCourse'>> => {
    const [{ course, sessions }, seats] = await Promise.all([
      plannedCourse(deps, params.course),
      deps.store.courses.seats(params.course),
    ]);
    if (course.publishedAt === undefined) throw new Problem('not_found');
    const now = deps.now();
    const { id, title, kind, form, unit, target, walkIns, approval, window, minutesPerHour } = course;
    return {
      ...{ course: id, title, kind, form, state: stateAt(course, now), unit, unitName: await unitNameOf(deps, unit) },
      ...{ coOrganisers: [...course.coOrganisers], target, syllabus: [...course.syllabus], walkIns, approval },
      ...(course.cancelled === undefined ? {} : { why: course.cancelled.why }),
      ...(course.provider === undefined ? {} : { provider: course.provider.name }),
      ...(course.place === undefined ? {} : { place: course.place }),
      ...(window === undefined ? {} : { window }),
      ...{ who: await whoView(deps, course), minutesPerHour, ...openOf(seats), now },
      sessions: sessions.map(sessionView),
    };
  };
}

/** Free seats are not open while somebody waits for them. */
function openOf(seats: Seats | undefined) {
  const { state, capacity = 0, taken = 0, waiting = 0 } = seats ?? {};
  const open = state === 'published' && waiting === 0 ? Math.max(0, capacity - taken) : 0;
  return { capacity, open, waiting };
}

/** Neither where it is followed online nor whom to ask: that is for the enrolled. */
function sessionView({
  id,
  title,
  form,
  startsAt,
  endsAt,
  place,
  trainers,
  state,
  sequence,
  cancelled,
}: Awaited<ReturnType<typeof plannedCourse>>['sessions'][number]): Answer<'showCourse'>['sessions'][number] {
  return {
    ...{ session: id, form, startsAt, endsAt, trainers: [...trainers], cancelled: state === 'cancelled', sequence },
    ...(title === undefined ? {} : { title }),
    ...(place === undefined ? {} : { place }),
    ...(cancelled === undefined ? {} : { why: cancelled.why }),
  };
}

async function whoView(deps: OpenDeps, { who }: Course): Promise<Answer<'showCourse'>['who']> {
  const ids = who.units === 'anyone' ? [] : who.units;
  const units = await deps.store.units.getMany(ids);
  const day = today(deps);
  return {
    anyone: who.units === 'anyone',
    units: [...units.values()].map((unit) => nameFor(unit, day)),
    posts: [...(who.posts ?? [])],
    levels: [...(who.levels ?? [])],
  };
}
