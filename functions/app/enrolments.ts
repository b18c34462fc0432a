// Enrolling and leaving: by oneself, and by a unit or an organiser for others.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, can, ofPerson, type Place } from '../domain/access/can.ts';
import type { Enrolment } from '../domain/courses/enrolment.ts';
import { holdsOn } from '../domain/period.ts';
import type { EnrolmentChange } from '../store/enrolment-writes.ts';
import { type Person, placeOf, type Standing, signedIn, standingFor, today } from './access.ts';
import { entryOf } from './audit.ts';
import type { CoreDeps } from './deps.ts';
import { courseFor } from './door-finding.ts';
import { joinCourse, moveInCourse, shown } from './enrolling.ts';
import { inParallel } from './in-parallel.ts';
import { conflictsWith } from './my-training.ts';
import { Problem } from './problem.ts';
import { type Wish, wishOf } from './requests.ts';

type Shown = Answer<'moveEnrolment'>;
type Line = Answer<'enrolOthers'>['lines'][number];

/** People of a group that are enrolled at once. */
const AT_ONCE = 4;

/** Enrols the caller. The same request again answers what came of it, and warns of what collides today. */
export function enrol(deps: CoreDeps) {
  return async (actor: Actor, { params, body }: Input<'enrol'>): Promise<Answer<'enrol'>> => {
    const me = signedIn(actor);
    if (!can.enrol(actor, ofPerson(me.person))) throw new Problem('not_found');
    const person = await deps.store.people.get(me.person);
    if (person === undefined) throw new Problem('session_expired');
    const wish = await wishOf(deps, { person: me.person, route: 'enrol', params, body });
    const outcome = await joinCourse(deps, { course: params.course, person, wish });
    const conflicts = await conflictsWith(deps, me.person, params.course);
    return { ...(await shown(deps, params.course, outcome)), conflicts };
  };
}

/** Withdraws the caller, or answers the offer that they have. */
export function moveEnrolment(deps: CoreDeps) {
  return async (actor: Actor, { params, body }: Input<'moveEnrolment'>): Promise<Shown> => {
    const me = signedIn(actor);
    const wish = await wishOf(deps, { person: me.person, route: 'moveEnrolment', params, body });
    const moving = { course: params.course, person: me.person, move: body.move, wish };
    return shown(deps, params.course, await moveInCourse(deps, moving));
  };
}

/** Agrees to an enrolment, refuses it, or takes somebody out. */
export function decideEnrolment(deps: CoreDeps) {
  return async (actor: Actor, { params, body }: Input<'decideEnrolment'>): Promise<Shown> => {
    const me = signedIn(actor);
    const held = await deps.store.enrolments.get(params.course, params.person);
    if (held === undefined) throw new Problem('not_found');
    const { right, place } = await rightOver(deps, actor, { held, decision: body.decision });
    const { decision, why, version } = body;
    if (decision !== 'approve' && why === undefined) {
      throw new Problem('invalid_input', [{ path: 'why', message: 'must say why' }]);
    }
    const wish = await wishOf(deps, { person: me.person, route: 'decideEnrolment', params, body });
    const action = `${decision}Enrolment`;
    const entries = (change: EnrolmentChange) => [lineOf(deps, change, { me, right, place, action, why })];
    const moving = { ...params, move: decision, by: me.person, why, version, wish, entries };
    return shown(deps, params.course, await moveInCourse(deps, moving));
  };
}

/** Enrols people of a unit, each for themself: what becomes of one is no other's concern. */
export function enrolOthers(deps: CoreDeps) {
  return async (actor: Actor, { params, body }: Input<'enrolOthers'>): Promise<Answer<'enrolOthers'>> => {
    const me = signedIn(actor);
    const standing = await standingFor(deps, actor)('enrolOthers', body.unit);
    const course = await deps.store.courses.get(params.course);
    if (course === undefined || course.state === 'draft') throw new Problem('not_found');
    const lines = new Map<string, Line>();
    await inParallel(AT_ONCE, [...new Set(body.people)], async (person) => {
      const { request, unit } = body;
      const asked = { person: me.person, route: 'enrolOthers', params, body: { request, unit }, part: person } as const;
      const wish = await wishOf(deps, asked);
      lines.set(person, await lineFor(deps, { me, standing, wish, course: course.id }, person));
    });
    const { capacity = 0, taken = 0, waiting = 0 } = (await deps.store.courses.seats(course.id)) ?? {};
    return { lines: body.people.map((person) => lines.get(person) as Line), seats: { capacity, taken, waiting } };
  };
}

interface Group {
  me: Person;
  standing: Standing;
  wish: Wish;
  course: string;
}

async function lineFor(deps: CoreDeps, { me, standing, wish, course }: Group, id: string): Promise<Line> {
  const { unit, place } = standing;
  const person = await deps.store.people.get(id);
  const works = person?.employments.some((one) => one.unit === unit.id && holdsOn(one, today(deps)));
  if (person === undefined || works !== true) return { person: id, outcome: 'refused', reason: 'not-employed' };
  const act = { me, right: 'enrolOthers', place: { ...place, person: id }, action: 'enrolOthers' } as const;
  const entries = (change: EnrolmentChange) => [lineOf(deps, change, act)];
  try {
    // Only the employment at this unit counts: it is this unit that agrees.
    const own = { ...person, employments: person.employments.filter((one) => one.unit === unit.id) };
    const outcome = await joinCourse(deps, { course, person: own, by: me.person, wish, entries });
    const { state, position } = await shown(deps, course, outcome);
    return { person: id, outcome: state as Line['outcome'], ...(position === undefined ? {} : { position }) };
  } catch (error) {
    const reason = error instanceof Problem ? error.more.reason : undefined;
    if (reason === undefined) throw error;
    if (reason === 'already-enrolled') return { person: id, outcome: 'same' };
    return { person: id, outcome: 'refused', reason };
  }
}

interface Deciding {
  held: Enrolment;
  decision: Input<'decideEnrolment'>['body']['decision'];
}

type Found = { right: 'manageCourse' | 'decideEnrolment'; place: Place };

/** The person's unit decides about its people; whoever runs the course may take somebody out of it, too. */
async function rightOver(deps: CoreDeps, actor: Actor, { held, decision }: Deciding): Promise<Found> {
  const unit = held.unit === undefined ? undefined : await deps.store.units.get(held.unit);
  const place = unit && (await placeOf(deps, unit, today(deps)));
  if (place !== undefined && can.decideEnrolment(actor, place)) return { right: 'decideEnrolment', place };
  if (decision !== 'remove') throw new Problem('not_found');
  const found = await courseFor(deps, actor)('manageCourse', held.course);
  return { right: 'manageCourse', place: found.place };
}

interface Act {
  me: Person;
  right: 'manageCourse' | 'decideEnrolment' | 'enrolOthers';
  place: Place;
  action: string;
  why?: string | undefined;
}

function lineOf(deps: CoreDeps, { before, after }: EnrolmentChange, act: Act) {
  const thing = { type: 'enrolment', id: `${after.course}.${after.person}` };
  const facts = { before: { state: before?.state ?? null }, after: { state: after.state, person: after.person } };
  return entryOf(deps, { ...act, thing, ...facts });
}
