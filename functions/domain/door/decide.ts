// What becomes of a mark that somebody wants to leave at a session's door: a new mark, the one that is there already, or a closed list of reasons
// why not. Pure: the caller has read the session, the person's enrolment and the person's marks.
import { type Instant, instantOf, msOf } from '../time.ts';
import type { CodeKind } from './codes.ts';

/** Why a mark is refused. The sentences are the site's. */
export const DOOR_REFUSALS = [
  'door-too-early',
  'door-too-late',
  'session-cancelled',
  'course-not-running',
  'not-enrolled',
  'no-window',
  'already-out',
  'code-used',
  'code-expired',
  'scan-expired',
  'code-not-yet',
  'other-session',
  'code-wrong',
  'too-many-tries',
  'scan-unknown',
  'scan-other-device',
  'mark-in-future',
  'no-such-mark',
] as const;

export type DoorRefusal = (typeof DOOR_REFUSALS)[number];

/** The doors open an hour before a session, and whoever forgot to sign out can for an hour after it. */
export const DOORS_MIN = 60;

/** Two scans within so many seconds are one. */
const DOUBLE_MS = 3_000;

/** A stretch of time in which a mid-session mark is asked for. */
export interface Window {
  from: Instant;
  until: Instant;
}

export interface AtDoor {
  startsAt: Instant;
  endsAt: Instant;
  /** A session that is cancelled, or a course that is a draft, cancelled or closed, takes no marks. */
  state: 'open' | 'cancelled' | 'not-running';
  enrolled: boolean;
  /** Whether somebody who is not enrolled may come in. */
  walkIns: boolean;
  windows: readonly Window[];
}

/** A mark that counts, as the decision needs it: voided ones and voids are left out by the caller. */
export interface Held {
  n: number;
  kind: CodeKind;
  at: Instant;
  step?: number | undefined;
}

export interface Wanted {
  kind: CodeKind;
  /** When the person was at the door. */
  at: Instant;
  /** The code's step, for marks by code. */
  step?: number | undefined;
  /** The steps of the person's marks of this kind that were voided: a code that was taken back opens nothing again. */
  voided?: readonly number[] | undefined;
}

export type Decision = { ok: true; walkIn: boolean } | { ok: true; same: number } | { ok: false; reason: DoorRefusal };

/** The decision. A person who is in and comes in again is told of the first mark, whenever that was. */
export function decideMark(door: AtDoor, held: readonly Held[], wanted: Wanted): Decision {
  const stop = closedTo(door, wanted);
  if (stop !== undefined) return { ok: false, reason: stop };
  if (wanted.step !== undefined && wanted.voided?.includes(wanted.step)) return { ok: false, reason: 'code-used' };
  const same = sameAs(door, held, wanted);
  if (same !== undefined) return { ok: true, same };
  if (wanted.kind === 'out' && lastBefore(held, wanted.at)?.kind === 'out') return { ok: false, reason: 'already-out' };
  return { ok: true, walkIn: !door.enrolled };
}

/** Whether somebody may go from one state to another by hand is the trainer's to judge: only what the person holds already is told. */
function closedTo(door: AtDoor, { kind, at }: Wanted): DoorRefusal | undefined {
  if (door.state === 'cancelled') return 'session-cancelled';
  if (door.state === 'not-running') return 'course-not-running';
  if (!door.enrolled && !door.walkIns) return 'not-enrolled';
  const opens = shifted(door.startsAt, kind === 'mid' ? 0 : -DOORS_MIN);
  const closes = shifted(door.endsAt, kind === 'out' ? DOORS_MIN : 0);
  if (at < opens) return 'door-too-early';
  if (at > closes) return 'door-too-late';
  return kind === 'mid' && windowAt(door, at) === undefined ? 'no-window' : undefined;
}

/** The mark that is there already: the door is passed once until one leaves, and a window asks once. */
function sameAs(door: AtDoor, held: readonly Held[], { kind, at, step }: Wanted): number | undefined {
  const alike = held.filter((mark) => mark.kind === kind);
  const double = alike.find((mark) => Math.abs(msOf(mark.at) - msOf(at)) <= DOUBLE_MS);
  if (double !== undefined) return double.n;
  const byCode = alike.find((mark) => step !== undefined && mark.step === step);
  if (byCode !== undefined) return byCode.n;
  if (kind === 'mid') {
    const window = windowAt(door, at);
    return alike.find((mark) => window !== undefined && isWithin(window, mark.at))?.n;
  }
  const last = lastBefore(held, at);
  return kind === 'in' && last?.kind === 'in' ? last.n : undefined;
}

/** The last time somebody came or went before an instant. */
function lastBefore(held: readonly Held[], at: Instant): Held | undefined {
  const moves = held.filter((mark) => mark.kind !== 'mid' && mark.at <= at);
  return moves.toSorted((a, b) => (a.at === b.at ? a.n - b.n : a.at < b.at ? -1 : 1)).at(-1);
}

function windowAt({ windows }: AtDoor, at: Instant): Window | undefined {
  return windows.find((window) => isWithin(window, at));
}

function isWithin({ from, until }: Window, at: Instant): boolean {
  return from <= at && at <= until;
}

function shifted(instant: Instant, minutes: number): Instant {
  return instantOf(msOf(instant) + minutes * 60_000);
}
