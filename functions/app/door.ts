// The trainer's screen: the codes of now and of the next steps. The secret they are made from never leaves.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { courseCan } from '../domain/courses/moves.ts';
import { digitsOf, spanOf, stepAt, tokenOf } from '../domain/door/codes.ts';
import { instantOf, msOf } from '../domain/time.ts';
import type { Door } from '../store/doors.ts';
import { signedIn } from './access.ts';
import type { CoreDeps } from './deps.ts';
import { type HeldSession, sessionFor } from './door-finding.ts';
import { Problem, refused } from './problem.ts';

/** Steps given at once: a screen that asks every ten seconds over a network with round trips of 8 s is never without a code. */
const STEPS = 4;

/** The codes of a kind, the one to show now first. The first call opens the door. */
export function showDoor(deps: CoreDeps) {
  return async (actor: Actor, { params, query }: Input<'showDoor'>): Promise<Answer<'showDoor'>> => {
    const held = await sessionFor(deps, actor)('runDoor', params.session);
    const door = await openDoor(deps, actor, held);
    const now = deps.now();
    const first = stepAt(now);
    const codes = Array.from({ length: STEPS }, (_, i) => codeOf(deps, door, { kind: query.kind, step: first + i }));
    const { startsAt, endsAt } = held.session;
    return { codes, windows: door.windows.map(({ from, until }) => ({ from, until })), startsAt, endsAt, now };
  };
}

/** Opens a window in which everybody in the room marks themselves once more. The same request opens one window. */
export function openWindow(deps: CoreDeps) {
  return async (actor: Actor, { params, body }: Input<'openWindow'>): Promise<Answer<'openWindow'>> => {
    const held = await sessionFor(deps, actor)('runDoor', params.session);
    const door = await openDoor(deps, actor, held);
    const now = deps.now();
    const before = door.windows.find(({ id }) => id === body.request);
    if (before !== undefined) {
      if (msOf(before.until) - msOf(before.from) !== body.minutes * 60_000) throw new Problem('request_reused');
      return { from: before.from, until: before.until, now };
    }
    if (now < held.session.startsAt || now > held.session.endsAt) throw refused('window-outside');
    const window = { id: body.request, from: now, until: instantOf(msOf(now) + body.minutes * 60_000) };
    if (!(await deps.store.doors.addWindow(door, window))) throw new Problem('conflict');
    return { from: window.from, until: window.until, now };
  };
}

/** The door of a session that is held, of a course that runs or is about to. */
async function openDoor(deps: CoreDeps, actor: Actor, { course, session }: HeldSession): Promise<Door> {
  const now = deps.now();
  if (!courseCan.runDoor(course, now)) throw refused('course-not-running');
  if (session.state === 'cancelled') throw refused('session-cancelled');
  const known = await deps.store.doors.get(session.id);
  if (known !== undefined) return known;
  return deps.store.doors.open({
    session: session.id,
    secret: deps.newSecret(),
    openedAt: now,
    by: signedIn(actor).person,
  });
}

function codeOf(
  deps: CoreDeps,
  { session, secret }: Door,
  code: { kind: Input<'showDoor'>['query']['kind']; step: number },
): Answer<'showDoor'>['codes'][number] {
  const mac = (text: string) => deps.mac(secret, text);
  const { kind, step } = code;
  // After the '#': what stands there is in no log and no referrer.
  const link = `${deps.origin}/door/#s=${session}&k=${kind}&t=${step}&c=${tokenOf(mac, code)}`;
  return { step, ...spanOf(step), digits: digitsOf(mac, code), link };
}
