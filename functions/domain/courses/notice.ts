// What those who come must be told: a fact that is written with the change, and read by whoever sends the messages.
import type { Instant } from '../time.ts';
import type { Session } from './course.ts';

/** A session as it stands in a notice. */
export type Told = Pick<Session, 'id' | 'title' | 'form' | 'startsAt' | 'endsAt' | 'place' | 'link' | 'state'>;

export type Notice = { course: string; at: Instant } & (
  | {
      kind: 'sessions';
      changes: readonly { news: readonly ('time' | 'place' | 'cancelled' | 'added')[]; before?: Told; after: Told }[];
    }
  | { kind: 'cancelled'; why: string }
  /** A freed seat is kept for one person until an instant. */
  | { kind: 'offer'; person: string; expiresAt: Instant }
);

/** A session as a notice tells of it. */
export function toldOf({ id, title, form, startsAt, endsAt, place, link, state }: Session): Told {
  return {
    ...{ id, form, startsAt, endsAt, state },
    ...(title === undefined ? {} : { title }),
    ...(place === undefined ? {} : { place }),
    ...(link === undefined ? {} : { link }),
  };
}
