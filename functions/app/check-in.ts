// Coming and going: a candidate shows the door's code, or a scan from before the sign-in. The server's time of the first contact is what counts.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { checkCode, type Mac, type Shown } from '../domain/door/codes.ts';
import { type AtDoor, decideMark } from '../domain/door/decide.ts';
import { ticketFault, ticketUntil } from '../domain/door/tickets.ts';
import type { Door } from '../store/doors.ts';
import type { Mark } from '../store/marks.ts';
import { signedIn } from './access.ts';
import type { CoreDeps, OpenDeps } from './deps.ts';
import { atDoor, heldSession } from './door-finding.ts';
import { type Left, leaveMark, markOfRequest } from './marking.ts';
import { Problem, refused } from './problem.ts';

/** Codes that somebody may type in a minute: a million codes, four of them good. */
const TRIES_A_MINUTE = 5;

type Answered = Answer<'checkIn'>;

/** Leaves a mark by a code. */
export function checkIn(deps: CoreDeps) {
  return async (actor: Actor, { params, body }: Input<'checkIn'>): Promise<Answered> => {
    const { person } = signedIn(actor);
    const { request, code } = body;
    const asked = await askedOf(deps, { session: params.session, code });
    const here = await whereabouts(deps, params.session, person);
    const before = markOfRequest(here.marks, { request, asked });
    if (before !== undefined) return answered(deps, { ok: true, stored: 'same', mark: before });
    const step = await stepOf(deps, { ...here, person, session: params.session }, code);
    const how = 'digits' in code ? 'digits' : 'scan';
    const wanted = { kind: code.kind, at: deps.now(), step };
    return marked(deps, here, {
      ...{ session: params.session, person, wanted },
      mark: { how, request, asked, device: await deviceOf(deps, body.device) },
    });
  };
}

/** Keeps a scan of somebody who is not signed in. What is wrong with it is said at once, except whether they are enrolled. */
export function noteScan(deps: OpenDeps) {
  return async (_actor: Actor, { params, body }: Input<'noteScan'>): Promise<Answer<'noteScan'>> => {
    const { session } = params;
    const [held, door] = await Promise.all([heldSession(deps, session), deps.store.doors.get(session)]);
    const checked = checkCode(body.code, { session, mac: macOf(deps, door), now: deps.now() });
    if (!checked.ok) throw refused(checked.reason);
    const at = deps.now();
    const ticket = { session, ...checked.code, at, device: await deviceOf(deps, body.device) };
    const decision = decideMark(atDoor(held, { door, enrolled: true }), [], { ...checked.code, at });
    if (!decision.ok) throw refused(decision.reason);
    const scan = deps.newId();
    await deps.store.scans.put(scan, ticket);
    return { scan, at, until: ticketUntil(ticket), now: at };
  };
}

/** Redeems a scan after the sign-in: its mark bears the scan's time. */
export function redeemScan(deps: CoreDeps) {
  return async (actor: Actor, { params, body }: Input<'redeemScan'>): Promise<Answered> => {
    const { person } = signedIn(actor);
    const { request, scan } = body;
    const asked = await askedOf(deps, { session: params.session, scan });
    const here = await whereabouts(deps, params.session, person);
    const before = markOfRequest(here.marks, { request, asked }) ?? here.marks.find((mark) => mark.scan === scan);
    if (before !== undefined) return answered(deps, { ok: true, stored: 'same', mark: before });
    const [ticket, device] = await Promise.all([
      deps.store.scans.get(params.session, scan),
      deviceOf(deps, body.device),
    ]);
    const fault = ticketFault(ticket, { device, now: deps.now() });
    if (ticket === undefined || fault !== undefined) throw refused(fault ?? 'scan-unknown');
    const { kind, step, at } = ticket;
    return marked(deps, here, {
      ...{ session: params.session, person, wanted: { kind, step, at } },
      mark: { how: 'scan', request, asked, scan, device },
    });
  };
}

interface Here {
  at: AtDoor;
  door: Door | undefined;
  marks: readonly Mark[];
}

async function whereabouts(deps: CoreDeps, session: string, person: string): Promise<Here> {
  const entrance = await deps.store.entrances.find(session, person);
  if (entrance === undefined || entrance.course.state === 'draft') throw new Problem('not_found');
  const { door, enrolment, first } = entrance;
  const marks = first === undefined ? [] : await deps.store.marks.sinceFirst(first);
  return { at: atDoor(entrance, { door, enrolled: enrolment?.state === 'enrolled' }), door, marks };
}

/** The step of a code that is good now. Typed ones are counted before they are looked at. */
async function stepOf(
  deps: CoreDeps,
  { session, person, door }: Pick<Here, 'door'> & { session: string; person: string },
  code: Shown,
): Promise<number> {
  const now = deps.now();
  const mayTry = !('digits' in code) || (await deps.store.scans.countTry(person, now, TRIES_A_MINUTE));
  if (!mayTry) throw refused('too-many-tries');
  const checked = checkCode(code, { session, mac: macOf(deps, door), now });
  if (!checked.ok) throw refused(checked.reason);
  return checked.code.step;
}

type Marking = Pick<Parameters<typeof leaveMark>[2], 'session' | 'person' | 'wanted' | 'mark'>;

async function marked(deps: CoreDeps, { at: door, marks }: Here, coming: Marking): Promise<Answered> {
  const { session, person, wanted, mark } = coming;
  const { startsAt, endsAt } = door;
  const came = {
    session,
    at: wanted.at,
    startsAt,
    endsAt,
    ...(mark.device === undefined ? {} : { device: mark.device }),
  };
  const name = door.enrolled || !door.walkIns ? undefined : (await deps.store.people.get(person))?.name;
  // Who is on no roster is found again by this alone.
  const more = wanted.kind === 'in' || !door.enrolled ? { arrival: came } : {};
  const left = await leaveMark(deps, door, {
    ...{ ...coming, marks },
    mark: { ...mark, ...(name === undefined ? {} : { name }) },
    more,
  });
  return answered(deps, left);
}

function answered(deps: CoreDeps, left: Left): Answered {
  if (!left.ok) throw refused(left.reason);
  const { mark, stored } = left;
  if (mark.kind === 'void') throw new Problem('request_reused');
  return { stored, kind: mark.kind, at: mark.at, walkIn: isWalkIn(mark), now: deps.now() };
}

function isWalkIn(mark: Mark): boolean {
  return mark.kind !== 'void' && mark.walkIn === true;
}

/** A door that nobody has opened has no codes: what is shown there is wrong. */
function macOf(deps: OpenDeps, door: Door | undefined): Mac {
  return door === undefined ? () => '' : (text) => deps.mac(door.secret, text);
}

/** The hash of a phone's secret: enough to tell two phones apart. */
async function deviceOf(deps: OpenDeps, secret: string): Promise<string> {
  return (await deps.digest(`device ${secret}`)).slice(0, 22);
}

async function askedOf(deps: CoreDeps, what: object): Promise<string> {
  return (await deps.digest(JSON.stringify(what))).slice(0, 22);
}
