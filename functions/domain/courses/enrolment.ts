// An enrolment (报名) and the moves it may make. The table is the rule: it disables the button and is asked again before anything is written.
import type { Instant } from '../time.ts';

/** 待审核、已报名、候补、递补待确认；未通过、已退出、已移出、已放弃递补、递补逾期. */
export const ENROLMENT_STATES = [
  'requested',
  'enrolled',
  'waiting',
  'offered',
  'refused',
  'withdrawn',
  'removed',
  'declined',
  'lapsed',
] as const;

export type EnrolmentState = (typeof ENROLMENT_STATES)[number];

/** Move → the states it starts from. Where it ends is decided by the seats (seats.ts) for `begin`, `approve` and `next`. */
export const ENROLMENT_MOVES = {
  /** By the person's unit. */
  approve: ['requested'],
  refuse: ['requested'],
  /** By the person. */
  withdraw: ['requested', 'enrolled', 'waiting'],
  accept: ['offered'],
  decline: ['offered'],
  /** By whoever runs the course, or the person's unit. */
  remove: ['enrolled', 'waiting', 'offered'],
  /** By the course itself: the first of the queue is offered a seat; an offer is over. */
  offer: ['waiting'],
  lapse: ['offered'],
  /** Again after an end. */
  begin: ['refused', 'withdrawn', 'removed', 'declined', 'lapsed'],
} as const satisfies Record<string, readonly EnrolmentState[]>;

export type EnrolmentMove = keyof typeof ENROLMENT_MOVES;

/** What a person may do with their own enrolment. */
export const OWN_MOVES = ['withdraw', 'accept', 'decline'] as const;
export type OwnMove = (typeof OWN_MOVES)[number];

/** What is decided for somebody else. */
export const DECISIONS = ['approve', 'refuse', 'remove'] as const;
export type Decision = (typeof DECISIONS)[number];

/** One step of an enrolment's way. `by` is missing for what the course does by itself. */
export interface Step {
  state: EnrolmentState;
  at: Instant;
  by?: string;
  why?: string;
}

export interface Enrolment {
  course: string;
  person: string;
  state: EnrolmentState;
  /** The name and the unit of the day of enrolling; no unit for somebody who works at none. */
  name: string;
  unit?: string;
  /** When it took its present state. */
  at: Instant;
  /** The place in the order of the queue, while waiting. */
  ticket?: number;
  /** Until when the freed seat is kept, while offered: accepted at that instant it is too late. */
  offer?: { expiresAt: Instant };
  /** Whether an offer was declined or let lapse: then there is no second one. */
  turnedDown?: boolean;
  /** The last steps, the present one included. */
  steps: readonly Step[];
  version: number;
}

/** Steps that are kept: each with an effect that a person asked for is besides kept for ever under their request. */
const STEPS_MOST = 20;

/** Whether an enrolment may make a move. */
export function mayMove(state: EnrolmentState, move: EnrolmentMove): boolean {
  const from: readonly EnrolmentState[] = ENROLMENT_MOVES[move];
  return from.includes(state);
}

/** Whether it holds one of the course's seats. */
export function holdsSeat(state: EnrolmentState): boolean {
  return state === 'enrolled' || state === 'offered';
}

/** Whether it is over: only a new beginning follows. */
export function isEnd(state: EnrolmentState): boolean {
  return mayMove(state, 'begin');
}

/** What a step brings along besides the state. */
export interface Stepped extends Step {
  ticket?: number;
  expiresAt?: Instant;
}

/** The enrolment after a step: ticket and offer last no longer than the state they belong to. */
export function stepped(
  enrolment: Omit<Enrolment, 'steps' | 'version' | 'state' | 'at'> & Partial<Enrolment>,
  next: Stepped,
): Enrolment {
  const { ticket, expiresAt, ...step } = next;
  const { course, person, name, unit, steps = [], version = 0 } = enrolment;
  const turnedDown = enrolment.turnedDown === true || step.state === 'declined' || step.state === 'lapsed';
  return {
    ...{ course, person, name, state: step.state, at: step.at },
    ...(unit === undefined ? {} : { unit }),
    ...(ticket === undefined ? {} : { ticket }),
    ...(expiresAt === undefined ? {} : { offer: { expiresAt } }),
    ...(turnedDown ? { turnedDown } : {}),
    steps: [...steps, step].slice(-STEPS_MOST),
    version: version + 1,
  };
}

/** When somebody came into the course: for the last time, if they had left it. */
export function cameIn({ steps, at }: Pick<Enrolment, 'steps' | 'at'>): Instant {
  const left = steps.findLastIndex(({ state }) => isEnd(state));
  return steps[left + 1]?.at ?? at;
}

/** Whether an offer can be accepted no more. */
export function hasLapsed({ state, offer }: Pick<Enrolment, 'state' | 'offer'>, now: Instant): boolean {
  return state === 'offered' && offer !== undefined && offer.expiresAt <= now;
}
