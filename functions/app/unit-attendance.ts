// Who of a unit's people was there, for whoever keeps them: what the report of the course says of them, at the sessions that are over.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import type { Enrolment } from '../domain/courses/enrolment.ts';
import { signedIn, standingFor } from './access.ts';
import { type AtSession, verdictsOf } from './attendance.ts';
import type { CoreDeps } from './deps.ts';

type Params = Input<'listUnitAttendance'>['params'];

/** People of one page. */
const PEOPLE_MOST = 50;

/** Those who have a seat and enrolled as the unit's; who came without enrolling is the course's alone. A course that is none has nobody. */
export function listUnitAttendance(deps: CoreDeps) {
  return async (
    actor: Actor,
    { params, query }: Input<'listUnitAttendance'>,
  ): Promise<Answer<'listUnitAttendance'>> => {
    signedIn(actor);
    await standingFor(deps, actor)('readRoster', params.unit);
    const [course, page] = await Promise.all([
      deps.store.courses.get(params.course),
      enrolledOf(deps, params, query.cursor),
    ]);
    const held = course === undefined ? [] : page.held;
    const ids = held.map(({ person }) => person);
    const verdicts = course && (await verdictsOf(deps, course, ids));
    return {
      people: held.map(({ person, name }) => ({ person, name, sessions: (verdicts?.get(person) ?? []).map(viewOf) })),
      ...(page.next === undefined ? {} : { cursor: page.next }),
      now: deps.now(),
    };
  };
}

/** A page of the unit's people in the course, past a person; `next` is the last one looked at, missing when nobody is left. */
async function enrolledOf(deps: CoreDeps, { unit, course }: Params, after: string | undefined) {
  const cursor = ['ENROLMENT', course, ...(after === undefined ? [] : [after])].join('#');
  const { found, next } = await deps.store.enrolments.ofUnit(unit, { limit: PEOPLE_MOST, cursor });
  const own = found.filter((one) => one.course === course);
  const held: Enrolment[] = await deps.store.enrolments.getMany(own);
  const isLast = next === undefined || own.length < found.length;
  return {
    // Who has enrolled again from another unit is that unit's.
    held: held.filter((one) => one.state === 'enrolled' && one.unit === unit),
    next: isLast ? undefined : own.at(-1)?.person,
  };
}

function viewOf({ session, verdict }: AtSession) {
  const { id, title, startsAt, endsAt } = session;
  const { state, minutes } = verdict;
  return { session: id, ...(title === undefined ? {} : { title }), startsAt, endsAt, state, minutes };
}
