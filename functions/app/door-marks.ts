// Marks as those who run the door see and make them: the live list, marks by hand, and what a device without network has written down.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { standing } from '../domain/attendance/marks.ts';
import type { Facts } from '../domain/audit/facts.ts';
import { clockOff, relayBody, relayedAt } from '../domain/door/relays.ts';
import { instantOf, msOf } from '../domain/time.ts';
import type { Mark } from '../store/marks.ts';
import { type Person, signedIn } from './access.ts';
import { entryOf } from './audit.ts';
import type { CoreDeps } from './deps.ts';
import { atDoor, isEnrolled, sessionFor } from './door-finding.ts';
import { type Coming, leaveMark, voidMark } from './marking.ts';
import { namesOf } from './staff-names.ts';

/** What was received so shortly before an answer may have been on its way into the table: the next answer brings it again. */
const OVERLAP_MS = 20_000;

type Lines = Answer<'addMarks'>['lines'];
type Found = Awaited<ReturnType<ReturnType<typeof sessionFor>>>;

/** The marks since a cursor, and how many are in. */
export function listMarks(deps: CoreDeps) {
  return async (actor: Actor, { params, query }: Input<'listMarks'>): Promise<Answer<'listMarks'>> => {
    const now = deps.now();
    await sessionFor(deps, actor)('readRoster', params.session);
    const all = await deps.store.marks.ofSession(params.session);
    const fresh = all.filter(({ receivedAt }) => query.since === undefined || receivedAt >= query.since);
    const names = await namesOf(
      deps,
      fresh.map(({ by }) => by),
    );
    return { marks: fresh.map(viewOf), counts: countsOf(all), names, cursor: instantOf(msOf(now) - OVERLAP_MS), now };
  };
}

function countsOf(marks: readonly Mark[]): Answer<'listMarks'>['counts'] {
  const last = [...Map.groupBy(marks, ({ person }) => person).values()].flatMap((own) => {
    return standing(own).findLast(({ kind }) => kind !== 'mid')?.kind ?? [];
  });
  const [came, left] = [last.length, last.filter((kind) => kind === 'out').length];
  return { came, in: came - left, left };
}

function viewOf(mark: Mark): Answer<'listMarks'>['marks'][number] {
  const { person, n, kind, at, receivedAt, how, by, why } = mark;
  return {
    ...{ person, n, kind, at, receivedAt, how },
    ...(by === undefined ? {} : { by }),
    ...(why === undefined ? {} : { why }),
    ...(mark.kind === 'void' ? { of: mark.of } : {}),
    ...(mark.kind !== 'void' && mark.walkIn === true ? { walkIn: mark.name ?? '' } : {}),
  };
}

/** Marks by hand, line after line: what stands against one line does not stop the others. */
export function addMarks(deps: CoreDeps) {
  return async (actor: Actor, { params, body }: Input<'addMarks'>): Promise<Answer<'addMarks'>> => {
    const found = await sessionFor(deps, actor)('runDoor', params.session);
    const lines: Lines = [];
    for (const [line, wanted] of body.marks.entries()) {
      const request = `${body.request}.${line}`;
      const asked = (await deps.digest(JSON.stringify([params.session, wanted, body.why]))).slice(0, 22);
      const byHand = { how: 'manual', request, asked, by: signedIn(actor).person, why: body.why } as const;
      lines.push({ line, ...(await handMark(deps, signedIn(actor), { found, wanted, mark: byHand })) });
    }
    return { lines, now: deps.now() };
  };
}

interface ByHand {
  found: Found;
  wanted: Input<'addMarks'>['body']['marks'][number];
  mark: Coming['mark'];
}

async function handMark(deps: CoreDeps, me: Person, { found, wanted, mark }: ByHand): Promise<Omit<Lines[0], 'line'>> {
  const session = found.session.id;
  const { person, kind } = wanted;
  const at = (kind === 'void' ? undefined : wanted.at) ?? deps.now();
  if (at > deps.now()) return { outcome: 'refused', reason: 'mark-in-future' };
  const entry = markEntry(deps, me, { found, person, why: mark.why, after: { ...wanted, at } });
  if (kind === 'void') {
    return outcomeOf(await voidMark(deps, { session, person, of: wanted.of, mark, entries: [entry] }));
  }
  return outcomeOf(
    await comeIn(deps, found, { session, person, wanted: { kind, at }, mark, more: { entries: [entry] } }),
  );
}

/** What a door's device has written down. Known by device and number: delivered twice, it is one mark. */
export function relayMarks(deps: CoreDeps) {
  return async (actor: Actor, { params, body }: Input<'relayMarks'>): Promise<Answer<'relayMarks'>> => {
    const found = await sessionFor(deps, actor)('runDoor', params.session);
    const now = deps.now();
    const device = (await deps.digest(`device ${body.device}`)).slice(0, 22);
    const clockOffMs = clockOff(body.sentAt, now);
    const delivered = await deps.store.marks.delivered(params.session, device);
    const lines: Lines = [];
    for (const [line, written] of body.marks.entries()) {
      const before = delivered.get(written.seq);
      if (before !== undefined) lines.push({ line, ...again(before, written) });
      else lines.push({ line, ...(await relayed(deps, signedIn(actor), { found, device, written, clockOffMs })) });
    }
    return { lines, clockOffMs, now };
  };
}

interface Written {
  found: Found;
  device: string;
  written: Input<'relayMarks'>['body']['marks'][number];
  clockOffMs: number;
}

/** A number that was delivered before: the same mark, or a fault of the device. */
function again({ n, body }: { n: number; body: string }, written: Written['written']): Omit<Lines[0], 'line'> {
  return body === relayBody(written) ? { outcome: 'same', n } : { outcome: 'refused', reason: 'number-reused' };
}

async function relayed(
  deps: CoreDeps,
  me: Person,
  { found, device, written, clockOffMs }: Written,
): Promise<Omit<Lines[0], 'line'>> {
  const { person, kind, seq } = written;
  const made = relayedAt(written.at, { offMs: clockOffMs, now: deps.now() });
  if (made === undefined) return { outcome: 'refused', reason: 'mark-in-future' };
  const { at, how } = made;
  const request = `${device}.${seq}`;
  const claimed = clockOffMs === 0 ? {} : { claimedAt: written.at };
  const mark = { how, request, asked: relayBody(written), by: me.person, device, seq, ...claimed } as const;
  const entry = markEntry(deps, me, { found, person, why: undefined, after: { kind, at, how, device, seq } });
  const more = { relay: { device, seq }, entries: [entry] };
  return outcomeOf(await comeIn(deps, found, { session: found.session.id, person, wanted: { kind, at }, mark, more }));
}

/** A mark by staff for whoever is enrolled, or walks in where that is allowed. */
async function comeIn(deps: CoreDeps, found: Found, coming: Coming) {
  const { session, person } = coming;
  const [door, enrolled, known] = await Promise.all([
    deps.store.doors.get(session),
    isEnrolled(deps, found.course.id, person),
    deps.store.people.get(person),
  ]);
  if (known === undefined) return { ok: false, reason: 'not-enrolled' } as const;
  const { startsAt, endsAt } = found.session;
  // Who is on no roster is found again by this alone.
  const arrival =
    coming.wanted.kind === 'in' || !enrolled ? { arrival: { session, at: coming.wanted.at, startsAt, endsAt } } : {};
  return leaveMark(deps, atDoor(found, { door, enrolled }), {
    ...coming,
    mark: { ...coming.mark, name: known.name },
    more: { ...coming.more, ...arrival },
  });
}

function outcomeOf(left: Awaited<ReturnType<typeof leaveMark>>): Omit<Lines[0], 'line'> {
  return left.ok ? { outcome: left.stored, n: left.mark.n } : { outcome: 'refused', reason: left.reason };
}

interface Line {
  found: Found;
  person: string;
  why: string | undefined;
  after: Facts;
}

function markEntry(deps: CoreDeps, me: Person, { found, person, why, after }: Line) {
  const thing = { type: 'mark', id: found.session.id };
  const act = { me, right: 'runDoor', action: 'mark', place: found.place, thing } as const;
  return entryOf(deps, { ...act, after: { ...after, person }, why });
}
