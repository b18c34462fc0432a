// An attempt at a paper: its states, and what moves it from one to the next. Time belongs to the server: the deadline is set at the start and moved
// by nothing but a pause.
import type { PaperForm } from '../papers/blueprint.ts';
import { type Instant, instantOf, msOf } from '../time.ts';

/** `expired`: it closed by itself, and ended at its deadline. `voided`: an examiner took it back; it is kept and not scored. */
export const ATTEMPT_STATES = ['open', 'submitted', 'expired', 'voided'] as const;
export type AttemptState = (typeof ATTEMPT_STATES)[number];

/** 真实模式: no pause, no early hand-in. 宽松模式: both; but a set paper, which others sit too, is paused by nobody. */
export const MODES = ['realistic', 'relaxed'] as const;
export type Mode = (typeof MODES)[number];

/** How late an answer may arrive that was given in time, unless a set paper says otherwise. */
export const GRACE_MS = 120_000;

/** How long an attempt may rest in all before it closes by itself. */
const PAUSED_MOST_MS = 7 * 86_400_000;

/** Extra time in percent of the usual: none, up to three times as long. */
export const FACTOR = { usual: 100, most: 300 } as const;

export interface Attempt {
  id: string;
  person: string;
  subject: string;
  form: PaperForm;
  blueprint: string;
  /** The set paper it sits; missing for one that was drawn on demand. */
  paper?: string;
  mode: Mode;
  /** Percent of the usual time. */
  factor: number;
  /** Where its person would sit the exam, for local pass lines: the code of a division. */
  region?: string;
  /** What its questions and the order of their options were drawn by. */
  seed: number;
  /** Whether options are shown in an order of this attempt's own. */
  shuffle: boolean;
  /** The scoring profile. */
  profile: string;
  questions: number;
  startedAt: Instant;
  deadline: Instant;
  graceMs: number;
  pausedAt?: Instant;
  /** Rested so far, without the pause that goes on. */
  pausedMs: number;
  state: AttemptState;
  /** When it was handed in, or its deadline. */
  endedAt?: Instant;
  /** Somebody has begun to close it: answers that are written after this are not waited for. */
  closing?: Closing;
  /** The device that writes it. Others show it, and still deliver what they have. */
  holder: Holder;
  /** 离线自测: taken along and sat without the server's clock. Stays out of rankings, statistics and bureau figures. */
  offline?: boolean;
  /** What it earned, for lists; missing until it is over, and for one that is voided. */
  sum?: Sum;
  /** Its answers stand in the practice journal. */
  journaled?: true;
  version: number;
}

/** A result in short, in half-points. `regraded`: a corrected key changed it. */
export interface Sum {
  earned: number;
  possible: number;
  marking: 'done' | 'waiting';
  regraded?: true;
}

export interface Holder {
  device: string;
  since: Instant;
  /** How often another device went on; missing: never. */
  changes?: number;
}

export interface Closing {
  as: 'submitted' | 'expired';
  /** When it ended: the hand-in, or the deadline. */
  at: Instant;
}

export interface Setup
  extends Pick<
    Attempt,
    | 'id'
    | 'person'
    | 'subject'
    | 'form'
    | 'blueprint'
    | 'paper'
    | 'mode'
    | 'factor'
    | 'region'
    | 'seed'
    | 'shuffle'
    | 'profile'
    | 'questions'
    | 'graceMs'
  > {
  device: string;
  /** The usual minutes of the paper. */
  minutes: number;
}

export type AttemptRefusal =
  /** It is over: handed in, expired or voided. */
  | 'attempt-over'
  /** 真实模式 has no early hand-in and no pause. */
  | 'hand-in-early'
  | 'no-pause'
  | 'paused-already'
  | 'not-paused';

export type Moved = { ok: true; attempt: Attempt } | { ok: false; reason: AttemptRefusal };

/** An attempt that begins now. */
export function begun({ device, minutes, ...setup }: Setup, now: Instant): Attempt {
  const deadline = instantOf(msOf(now) + allowedMs(minutes, setup.factor));
  return { ...setup, startedAt: now, deadline, pausedMs: 0, state: 'open', holder: { device, since: now }, version: 1 };
}

/** Milliseconds that a paper of so many minutes gives with extra time. */
export function allowedMs(minutes: number, factor: number): number {
  return Math.round((minutes * 60_000 * factor) / FACTOR.usual);
}

/** Milliseconds left; none after the deadline. While it rests, as many as when the pause began. */
export function remainingMs({ deadline, pausedAt }: Pick<Attempt, 'deadline' | 'pausedAt'>, now: Instant): number {
  return Math.max(0, msOf(deadline) - msOf(pausedAt ?? now));
}

/** Another device writes from now on. */
export function heldBy(attempt: Attempt, device: string, now: Instant): Moved {
  if (!isOpen(attempt)) return { ok: false, reason: 'attempt-over' };
  const { holder } = attempt;
  if (holder.device === device) return { ok: true, attempt: next(attempt, { holder: { ...holder, since: now } }) };
  return { ok: true, attempt: next(attempt, { holder: { device, since: now, changes: (holder.changes ?? 0) + 1 } }) };
}

export function paused(attempt: Attempt, now: Instant): Moved {
  if (!isOpen(attempt) || isOver(attempt, now)) return { ok: false, reason: 'attempt-over' };
  if (attempt.mode === 'realistic' || attempt.paper !== undefined) return { ok: false, reason: 'no-pause' };
  if (attempt.pausedAt !== undefined) return { ok: false, reason: 'paused-already' };
  return { ok: true, attempt: next(attempt, { pausedAt: now }) };
}

/** Goes on after a pause: the deadline moves by as long as it lasted. */
export function resumed(attempt: Attempt, now: Instant): Moved {
  if (!isOpen(attempt) || isOver(attempt, now)) return { ok: false, reason: 'attempt-over' };
  const { pausedAt, ...rest } = attempt;
  if (pausedAt === undefined) return { ok: false, reason: 'not-paused' };
  const ms = msOf(now) - msOf(pausedAt);
  const deadline = instantOf(msOf(attempt.deadline) + ms);
  return { ok: true, attempt: next(rest, { deadline, pausedMs: attempt.pausedMs + ms }) };
}

/**
 * The first step of closing: from here on nothing that is written counts. By its person at any time (宽松模式) or from the deadline on; by anybody once
 * deadline and grace are over. What is closing already stays as it is: a second hand-in is the first.
 */
export function closing(attempt: Attempt, now: Instant, by: 'person' | 'clock'): Moved {
  if (attempt.closing !== undefined && attempt.state === 'open') return { ok: true, attempt };
  if (attempt.state !== 'open') return { ok: false, reason: 'attempt-over' };
  if (isOver(attempt, now))
    return { ok: true, attempt: next(attempt, { closing: { as: 'expired', at: endOf(attempt) } }) };
  const isEarly = attempt.mode === 'realistic' && now < attempt.deadline;
  if (by === 'clock' || isEarly) return { ok: false, reason: 'hand-in-early' };
  const at = now < attempt.deadline ? now : attempt.deadline;
  return { ok: true, attempt: next(attempt, { closing: { as: 'submitted', at } }) };
}

/** The second step: it is over. Only after `closing`. */
export function closed(attempt: Attempt): Attempt {
  const { closing: how, pausedAt: _rest, ...kept } = attempt;
  if (how === undefined) throw new Error('an attempt is closed only after its closing has begun');
  return next(kept, { state: how.as, endedAt: how.at });
}

/** Taken back by an examiner, in whatever state it is. */
export function voided(attempt: Attempt, now: Instant): Moved {
  if (attempt.state === 'voided') return { ok: false, reason: 'attempt-over' };
  const { closing: _closing, pausedAt: _rest, ...kept } = attempt;
  return { ok: true, attempt: next(kept, { state: 'voided', endedAt: attempt.endedAt ?? now }) };
}

/** Whether answers may still be written. */
export function isOpen({ state, closing: how }: Attempt): boolean {
  return state === 'open' && how === undefined;
}

/** Whether nothing can come any more that counts: deadline and grace are over, or it has rested too long. */
export function isOver(attempt: Attempt, now: Instant): boolean {
  return attempt.state === 'open' && now > dueAt(attempt);
}

/** The last instant at which something may arrive that counts; for one that rests, the end of the longest rest. */
export function dueAt({
  deadline,
  graceMs,
  pausedAt,
  pausedMs,
}: Pick<Attempt, 'deadline' | 'graceMs' | 'pausedAt' | 'pausedMs'>): Instant {
  if (pausedAt === undefined) return instantOf(msOf(deadline) + graceMs);
  return instantOf(msOf(pausedAt) + PAUSED_MOST_MS - Math.min(pausedMs, PAUSED_MOST_MS));
}

/** When an attempt ended that closes by itself: its deadline, or the beginning of the rest it never came back from. */
function endOf({ deadline, pausedAt }: Attempt): Instant {
  return pausedAt ?? deadline;
}

function next(attempt: Attempt, change: Partial<Attempt>): Attempt {
  return { ...attempt, ...change, version: attempt.version + 1 };
}
