// The calls of training, made to the whole functions over a metered table: enrolling, checking in, the schedule. An answer that is no success stops the measure.
import { showDoor } from '../../functions/app/door.ts';
import { methodAndPath, type RouteName } from '../../functions/contract/routes.ts';
import { sessionId } from '../../functions/domain/courses/course.ts';
import { freshRequest, PLACE, publishedCourse, type Wanted } from '../support/courses.ts';
import { OPERATOR } from '../support/tenants.ts';
import type { SignedIn, World } from '../support/world.ts';

/** Half an hour after the world's noon: the doors are open, and one may still enrol. */
const SESSION = { form: 'on-site', startsAt: '2026-03-01T04:30:00.000Z', endsAt: '2026-03-01T07:30:00.000Z' } as const;
const WINDOW = { opens: '2026-02-01T00:00:00.000Z', closes: SESSION.endsAt };

/** The shelf of the schedule on which `openCourse` puts its sessions. */
const SHELF = `?province=${PLACE.division.slice(0, 2)}&month=2026-03`;

/** A course that one can enrol in and check in to at the world's noon. */
export function openCourse(world: World, plan: Wanted['plan'] = {}): Promise<string> {
  return publishedCourse(world, { plan: { window: WINDOW, ...plan }, sessions: [SESSION] });
}

export async function enrolBy(world: World, who: SignedIn, course: string): Promise<string> {
  const { state } = await sent(world, 'enrol', { who, at: course, body: { request: freshRequest() } });
  return state;
}

/** Shows a door's code; a fresh request unless one is given. */
export async function passBy(world: World, who: SignedIn, { course, code, request = freshRequest() }: Passing) {
  const body = { request, device: `phone-of-${who.person}`, code };
  const { stored } = await sent(world, 'checkIn', { who, at: sessionId(course, 1), body });
  return stored as 'new' | 'same';
}

interface Passing {
  course: string;
  code: Awaited<ReturnType<typeof codeAt>>;
  request?: string;
}

/** What the trainer's screen shows now, as a phone reads it. */
export async function codeAt(world: World, course: string, kind: 'in' | 'out') {
  const input = { params: { session: sessionId(course, 1) }, query: { kind }, body: undefined };
  const { codes } = await showDoor(world.deps)(OPERATOR, input);
  const read = Object.fromEntries(new URLSearchParams(new URL(codes[0]?.link ?? '').hash.slice(1)));
  return { session: read.s ?? '', kind, step: Number(read.t), token: read.c ?? '' };
}

/** A page of the public schedule; how many sessions are on it. */
export async function schedulePage(world: World): Promise<number> {
  const { path } = methodAndPath('listSchedule');
  const answer = await world.public.request(`${path}${SHELF}`);
  if (!answer.ok) throw new Error(`the schedule was answered with ${answer.status}`);
  return (await answer.json()).sessions.length;
}

export async function coursePage(world: World, course: string): Promise<void> {
  const { path } = methodAndPath('showCourse');
  const answer = await world.public.request(path.replace(':course', course));
  if (!answer.ok) throw new Error(`a course was answered with ${answer.status}`);
}

interface Sending {
  who: SignedIn;
  /** What stands for the path's one parameter. */
  at: string;
  body: object;
}

async function sent(world: World, route: RouteName, { who, at, body }: Sending) {
  const { method, path } = methodAndPath(route);
  const answer = await world.candidate.request(path.replace(/:\w+/, at), {
    method,
    headers: { ...who.headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${route} was answered with ${answer.status}: ${await answer.text()}`);
  return answer.json();
}
