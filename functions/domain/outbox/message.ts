// What is to be told by mail: written with the fact that it tells of, sent soon after, gone once it is sent.
import type { Instant } from '../time.ts';

export type Message = { at: Instant } /** All who are in a course: what its version changed. */ & (
  | { kind: 'course'; course: string; version: number }
  /** One of them, whom the message to all could not reach: the notices past one number and up to another. */
  | { kind: 'news'; course: string; person: string; from: number; to: number }
  /** One person: a freed seat is kept for them. */
  | { kind: 'offer'; course: string; person: string; expiresAt: Instant }
  /** One person: what somebody else has decided about their enrolment. */
  | { kind: 'decision'; course: string; person: string; state: DecidedState }
  /** One person: a certificate of completion is there. */
  | { kind: 'completion'; person: string; number: string }
  /** Whoever reads what comes to an address that waits to be a person's: by the code it is shown to be theirs. */
  | { kind: 'confirm-address'; person: string; code: string }
);

/** What may be decided about somebody's enrolment: 已通过、进入候补、未通过、已移出. */
export const DECIDED_STATES = ['enrolled', 'waiting', 'refused', 'removed'] as const;
export type DecidedState = (typeof DECIDED_STATES)[number];

/** A message's name among all: a fact has one message, however often it is written. */
export function messageName(message: Message): string {
  switch (message.kind) {
    case 'course':
      return `course.${message.course}.${message.version}`;
    case 'news':
      return `news.${message.course}.${message.person}.${message.to}`;
    case 'offer':
    case 'decision':
      return `${message.kind}.${message.course}.${message.person}.${message.at}`;
    case 'completion':
      return `completion.${message.number}`;
    case 'confirm-address':
      return `address.${message.person}.${message.at}`;
  }
}
