// One person's step into a course or within it: read, judge, write on what was read, and again when somebody else was faster. The request that
// asked for it is written with it, so that the step is made once.
import type { Answer } from '../contract/index.ts';
import type { AuditEntry } from '../domain/audit/chain.ts';
import { type Joined, join, moveRefused, notOpen, seated } from '../domain/courses/enrolling.ts';
import {
  type Decision,
  type Enrolment,
  hasLapsed,
  holdsSeat,
  isEnd,
  type OwnMove,
  stepped,
} from '../domain/courses/enrolment.ts';
import type { SeatMove } from '../domain/courses/seats.ts';
import type { Instant } from '../domain/time.ts';
import type { EnrolmentChange } from '../store/enrolment-writes.ts';
import type { Person } from '../store/person-writes.ts';
import { applicantOf } from './applicants.ts';
import type { CoreDeps } from './deps.ts';
import { Problem, refused } from './problem.ts';
import { answeredBefore, requestOf, type Wish } from './requests.ts';
import { freed, type Seating, seatingOf, settle } from './seats.ts';

/** What came of a step, as it is kept with its request. The place in the queue is counted when it is shown. */
export type Outcome = Pick<Enrolment, 'state' | 'ticket' | 'offer'>;

interface Stepping {
  course: string;
  /** Who makes it; missing for the person themself. */
  by?: string;
  wish: Wish;
  /** The audit lines of a step that is made for somebody else. */
  entries?: (change: EnrolmentChange) => AuditEntry[];
}

export interface Joining extends Stepping {
  person: Person;
}

export interface Moving extends Stepping {
  person: string;
  move: OwnMove | Decision;
  why?: string | undefined;
  /** The version that the caller saw, where they have seen one. */
  version?: number;
}

/** How often a step is judged anew when another was faster. Under a rush for the last seats a few are needed; more, and the table is busy. */
const ATTEMPTS = 12;

/** Enrols somebody: a request to the unit, a seat, or a place in the queue. Problem `refused` when a rule stands against it. */
export async function joinCourse(deps: CoreDeps, joining: Joining): Promise<Outcome> {
  if (joining.person.deletedAt !== undefined) throw refused('person-deleted');
  let ticket: number | undefined;
  return attempted(deps, joining, async (seating) => {
    const { course, seats } = seating;
    const { person } = joining;
    const held = await deps.store.enrolments.get(course.id, person.id);
    const now = deps.now();
    const applicant = await applicantOf(deps, person, course.who);
    const joined = join({ course, seats, applicant, held, now, byUnit: joining.by !== undefined });
    if (!joined.ok) throw refused(joined.reason);
    if (joined.outcome === 'queue') ticket ??= await deps.store.enrolments.takeTicket(course.id);
    const base = { ...held, course: course.id, person: person.id, name: person.name };
    const step = { ...STEP_OF[joined.outcome], at: now, ...byOf(joining), ...ticketOf(joined.outcome, ticket) };
    const after = stepped({ ...withoutUnit(base), ...(joined.unit && { unit: joined.unit }) }, step);
    return { changes: [{ before: held, after }], move: SEATS_OF[joined.outcome] };
  });
}

/** Makes a move of an enrolment that is there. Problem `refused` when a rule stands against it, `conflict` when it is not what the caller saw. */
export async function moveInCourse(deps: CoreDeps, moving: Moving): Promise<Outcome> {
  let ticket: number | undefined;
  // A request that was answered before may have been cut off between leaving a seat free and offering it.
  let isFree = true;
  const look = moving.move === 'approve' ? settle : seatingOf;
  const outcome = await attempted(deps, { ...moving, look }, async (seating, attempt) => {
    isFree = false;
    const held = await movable(deps, moving, seating);
    const common = { at: deps.now(), ...byOf(moving), ...(moving.why && { why: moving.why }) };
    if (moving.move === 'approve') {
      const outcome = seated(seating.seats, held);
      if (outcome === 'no-second-offer') throw refused(outcome);
      if (outcome === 'queue') ticket ??= await deps.store.enrolments.takeTicket(held.course);
      const step = { ...STEP_OF[outcome], ...common, ...ticketOf(outcome, ticket) };
      return { changes: [{ before: held, after: stepped(held, step) }], move: SEATS_OF[outcome] };
    }
    const own = { before: held, after: stepped(held, { ...common, state: STATE_OF[moving.move] }) };
    if (moving.move === 'accept') return { changes: [own], move: 'keep' };
    if (!holdsSeat(held.state)) return { changes: [own], move: held.state === 'waiting' ? 'leave-queue' : 'keep' };
    // Where a crowd leaves at once, all race for the head of one queue: whoever has lost leaves the seat free, and it is offered afterwards.
    isFree = attempt > 0;
    if (isFree) return { changes: [own], move: 'abandon' };
    const seat = await freed(deps, seating);
    if (seat === undefined) return 'again';
    return { changes: [own, ...seat.changes], move: seat.move };
  });
  if (isFree && isEnd(outcome.state)) await settle(deps, moving.course).catch(leftToNextLook);
  return outcome;
}

/** Who has left has left: what the table is too busy for now, the next look at the course does. */
function leftToNextLook(error: unknown): void {
  if ((error as Error).name !== 'TableBusy') throw error;
}

/** The enrolment as it is now, if nothing stands against the move. */
async function movable(deps: CoreDeps, { person, move, version }: Moving, seating: Seating): Promise<Enrolment> {
  const held = await deps.store.enrolments.get(seating.course.id, person);
  if (held === undefined) throw new Problem('not_found');
  if (version !== undefined && version !== held.version) throw new Problem('conflict');
  const now = deps.now();
  const reason = stateRefused(seating, now) ?? moveRefused(held, move, now);
  if (reason === undefined) return held;
  // What is over is passed on at once: this may be the last look at the course for long.
  if (hasLapsed(held, now)) await settle(deps, seating.course.id).catch(leftToNextLook);
  throw refused(reason);
}

/** An outcome as it is shown: with the place in the queue as it is now. An offer that is over is over, whoever has noted it or not. */
export async function shown(deps: CoreDeps, course: string, outcome: Outcome): Promise<Answer<'moveEnrolment'>> {
  const { state, ticket, offer } = outcome;
  if (hasLapsed(outcome, deps.now())) return { state: 'lapsed' };
  const position = ticket === undefined ? {} : { position: 1 + (await deps.store.enrolments.ahead(course, ticket)) };
  return { state, ...position, ...(offer === undefined ? {} : { expiresAt: offer.expiresAt }) };
}

type JoinOutcome = Extract<Joined, { ok: true }>['outcome'];

const STEP_OF = {
  request: { state: 'requested' },
  take: { state: 'enrolled' },
  queue: { state: 'waiting' },
} as const satisfies { [O in JoinOutcome]: Pick<Enrolment, 'state'> };

const SEATS_OF: { [O in JoinOutcome]: SeatMove } = { request: 'keep', take: 'take', queue: 'queue' };

const STATE_OF = {
  withdraw: 'withdrawn',
  accept: 'enrolled',
  decline: 'declined',
  refuse: 'refused',
  remove: 'removed',
} as const satisfies { [M in Exclude<Moving['move'], 'approve'>]: Enrolment['state'] };

interface Judged {
  changes: EnrolmentChange[];
  move: SeatMove;
}

/** Judges and writes until nobody else was faster. What the request came to before is answered first, and last. */
async function attempted(
  deps: CoreDeps,
  { course, wish, entries, look = settle }: Stepping & { look?: typeof settle },
  judge: (seating: Seating, attempt: number) => Promise<Judged | 'again'>,
): Promise<Outcome> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await answeredBefore<Outcome>(deps, wish);
    if (before !== undefined) return before;
    const seating = await look(deps, course);
    if (seating === undefined || seating.course.state === 'draft') throw new Problem('not_found');
    const judged = await judge(seating, attempt).catch(answeredMeanwhile);
    if (judged === 'again') continue;
    if ('answer' in judged) return judged.answer;
    const [own] = judged.changes as [EnrolmentChange];
    const outcome = outcomeOf(own.after);
    const request = requestOf(deps, wish, outcome);
    // Whoever leaves needs no open course; whoever comes, asks or accepts does.
    const open = ['requested', 'enrolled'].includes(own.after.state);
    const done = await deps.store.enrolments.put({ ...judged, open, request }, entries?.(own) ?? []);
    if (done === 'done') return outcome;
  }
  throw new Problem('busy');

  /** The same request may have come twice at once: then what refuses this one is what the other has just done. */
  async function answeredMeanwhile(error: unknown): Promise<{ answer: Outcome }> {
    const answer = error instanceof Problem ? await answeredBefore<Outcome>(deps, wish) : undefined;
    if (answer === undefined) throw error;
    return { answer };
  }
}

/** Nothing moves in a course that is over or off. */
function stateRefused({ course }: Seating, now: Instant) {
  const reason = notOpen(course, now);
  return reason === 'course-cancelled' || reason === 'course-closed' ? reason : undefined;
}

function outcomeOf({ state, ticket, offer }: Enrolment): Outcome {
  return { state, ...(ticket === undefined ? {} : { ticket }), ...(offer === undefined ? {} : { offer }) };
}

function byOf({ by }: Stepping): { by?: string } {
  return by === undefined ? {} : { by };
}

function ticketOf(outcome: JoinOutcome, ticket: number | undefined): { ticket?: number } {
  return outcome === 'queue' && ticket !== undefined ? { ticket } : {};
}

/** The unit of a new beginning is the one of its day. */
function withoutUnit<T extends { unit?: string }>({ unit: _, ...rest }: T): Omit<T, 'unit'> {
  return rest;
}
