// Planning courses: drafts, publishing, changes, cancelling, copies. Each write has its audit line, and is made once for one request.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor, Place } from '../domain/access/can.ts';
import type { Facts } from '../domain/audit/facts.ts';
import { stamped } from '../domain/calendar/entries.ts';
import type { Course } from '../domain/courses/course.ts';
import { type CourseFault, faultsOf, sessionFaults } from '../domain/courses/faults.ts';
import type { Notice } from '../domain/courses/notice.ts';
import { copied, newPlan, type planOf } from '../domain/courses/plan.ts';
import type { Planned } from '../store/course-writes.ts';
import { type Person, signedIn, standingFor, today } from './access.ts';
import { entryOf } from './audit.ts';
import { courseAfter, withPlan, withSessions } from './course-changes.ts';
import { plannedCourse } from './course-reading.ts';
import type { CoreDeps } from './deps.ts';
import { courseFor } from './door-finding.ts';
import { Problem, refused } from './problem.ts';
import { answeredBefore, requestOf, type Wish, wishOf } from './requests.ts';
import { settle } from './seats.ts';
import { nameFor } from './units-reading.ts';

type Changed = Answer<'changeCourse'>;

/** Begins a course as a draft of a unit. */
export function createCourse(deps: CoreDeps) {
  return async (actor: Actor, { params, body }: Input<'createCourse'>): Promise<Changed> => {
    const me = signedIn(actor);
    const { unit, place } = await standingFor(deps, actor)('manageCourse', params.unit);
    const wish = await wishOf(deps, { person: me.person, route: 'createCourse', params, body });
    const before = await answeredBefore<Changed>(deps, wish);
    if (before !== undefined) return before;
    const { title, kind, form } = body.plan;
    const draft = newCourse(deps, { ...newPlan(title, kind, form) }, { unit: unit.id, by: me.person });
    const after = withSessions({ course: withPlan(draft, body.plan), sessions: [] }, body.sessions ?? []);
    await requireUnits(deps, after.course);
    return write(deps, { me, place, wish, after, action: 'createCourse' });
  };
}

/** Changes a course on the version that the caller saw. */
export function changeCourse(deps: CoreDeps) {
  return async (actor: Actor, { params, body }: Input<'changeCourse'>): Promise<Changed> => {
    const me = signedIn(actor);
    const { place } = await courseFor(deps, actor)('manageCourse', params.course);
    const wish = await wishOf(deps, { person: me.person, route: 'changeCourse', params, body });
    const done = await answeredBefore<Changed>(deps, wish);
    if (done !== undefined) return done;
    const before = await plannedCourse(deps, params.course);
    if (before.course.version !== body.version) throw new Problem('conflict');
    const { after, notice } = courseAfter(before, body, deps.now());
    requireFaultless(deps, before, { after, kind: body.kind });
    if (body.kind === 'edit' || body.kind === 'publish') await requireUnits(deps, after.course);
    const why = 'why' in body ? body.why : undefined;
    const answer = await write(deps, { me, place, wish, before, after, notice, why, action: ACTION_OF[body.kind] });
    if (body.kind === 'capacity' || body.kind === 'edit') await settle(deps, params.course);
    return answer;
  };
}

/** Makes a draft from a course, its sessions so many days later. */
export function copyCourse(deps: CoreDeps) {
  return async (actor: Actor, { params, body }: Input<'copyCourse'>): Promise<Changed> => {
    const me = signedIn(actor);
    const { place } = await courseFor(deps, actor)('manageCourse', params.course);
    const wish = await wishOf(deps, { person: me.person, route: 'copyCourse', params, body });
    const done = await answeredBefore<Changed>(deps, wish);
    if (done !== undefined) return done;
    const { course, sessions } = await plannedCourse(deps, params.course);
    const copy = copied(course, sessions, body.days);
    const draft = newCourse(deps, copy.plan, { unit: course.unit, by: me.person });
    const after = withSessions({ course: { ...draft, copiedFrom: course.id }, sessions: [] }, [
      ...copy.sessions.map(({ lessons, ...session }) => ({
        ...session,
        trainers: [...session.trainers],
        ...(lessons && { lessons: [...lessons] }),
      })),
    ]);
    return write(deps, { me, place, wish, after, action: 'copyCourse' });
  };
}

const ACTION_OF: { [K in Input<'changeCourse'>['body']['kind']]: string } = {
  edit: 'changeCourse',
  publish: 'publishCourse',
  cancel: 'cancelCourse',
  'close-enrolment': 'closeEnrolment',
  capacity: 'changeCapacity',
  'add-sessions': 'addSessions',
  'change-session': 'changeSession',
  'cancel-session': 'cancelSession',
};

function newCourse(
  deps: CoreDeps,
  plan: ReturnType<typeof planOf>,
  { unit, by }: { unit: string; by: string },
): Course {
  const made = { createdAt: deps.now(), createdBy: by, nextSession: 1, version: 0 };
  return { ...plan, id: deps.newId(), unit, state: 'draft', ...made };
}

/** What is published has no fault, and no change brings one in: those that were there before stand in nobody's way, the days of the past among them. */
function requireFaultless(
  deps: CoreDeps,
  before: Planned,
  { after, kind }: { after: Planned; kind: Input<'changeCourse'>['body']['kind'] },
): void {
  if (after.course.state === 'draft' || !['edit', 'publish', 'add-sessions', 'change-session'].includes(kind)) return;
  const now = deps.now();
  const faults =
    kind === 'publish' ? faultsOf(after.course, after.sessions, now) : newFaults(before, after, deps.now());
  if (faults.length === 0) return;
  throw new Problem(
    'invalid_input',
    faults.slice(0, 20).map(({ path, code }) => ({ path, message: code })),
  );
}

function newFaults(before: Planned, after: Planned, now: string): CourseFault[] {
  const held = new Set(before.sessions.map((session) => JSON.stringify(session)));
  const plan = faultsOf(after.course, [], now).filter(({ path }) => path !== 'sessions');
  const known = new Set(faultsOf(before.course, [], now).map(({ path, code }) => `${path} ${code}`));
  const touched = after.sessions.flatMap((session, i) =>
    held.has(JSON.stringify(session)) || session.state === 'cancelled'
      ? []
      : sessionFaults(after.course, session, now).map(({ path, code }) => ({ path: `sessions.${i}.${path}`, code })),
  );
  return [...plan.filter(({ path, code }) => !known.has(`${path} ${code}`)), ...touched];
}

/** The units that may enrol are there. */
async function requireUnits(deps: CoreDeps, { who }: Course): Promise<void> {
  if (who.units === 'anyone') return;
  const known = await deps.store.units.getMany(who.units);
  if (who.units.some((unit) => !known.has(unit))) {
    throw new Problem('invalid_input', [{ path: 'plan.who.units', message: 'unit-unknown' }]);
  }
}

interface Write {
  me: Person;
  place: Place;
  wish: Wish;
  before?: Planned;
  after: Planned;
  notice?: Notice | undefined;
  why?: string | undefined;
  action: string;
}

async function write(deps: CoreDeps, { me, place, wish, before, after, notice, why, action }: Write): Promise<Changed> {
  const version = (before?.course.version ?? 0) + 1;
  const course = { ...after.course, version };
  const sessions = stamped(before, after, deps.now());
  const unit = await deps.store.units.get(course.unit);
  if (unit === undefined) throw new Problem('not_found');
  const answer = { course: course.id, version };
  const facts = { ...(before && { before: factsOf(before) }), after: factsOf({ ...after, course }) };
  const thing = { type: 'course', id: course.id };
  const entry = entryOf(deps, { me, right: 'manageCourse', place, action, thing, why, ...facts });
  const organised = { unitName: nameFor(unit, today(deps)), division: unit.division };
  const request = requestOf(deps, wish, answer);
  const put = { before, after: { course, sessions }, organised, notice, request };
  const done = await deps.store.courses.put(put, [entry]).catch(tooMany);
  if (done === 'done') return answer;
  const first = done === 'request-used' ? await answeredBefore<Changed>(deps, wish) : undefined;
  if (first === undefined) throw new Problem('conflict');
  return first;
}

/** Every session that moves to another province or month moves its line, too: many of them have to be moved one after the other. */
function tooMany(error: Error): never {
  throw error.name === 'TooManyWrites' ? refused('too-many') : error;
}

/** What of a course may stand in an audit line. */
function factsOf({ course, sessions }: Planned): Facts {
  const { title, state, capacity, window, place } = course;
  return {
    ...{ title, state, capacity },
    ...(window === undefined ? {} : { window: `${window.opens}/${window.closes}` }),
    ...(place === undefined ? {} : { address: place.address }),
    sessions: sessions.map((one) => `${one.id.slice(-3)} ${one.startsAt}/${one.endsAt} ${one.state}`),
  };
}
