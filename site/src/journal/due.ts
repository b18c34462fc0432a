// When pending entries are sent. Each batch is an item on the server, so a sitting is gathered: 20 answers at 30 s each must end as at most two.

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** So many are sent at once. */
const MANY = 20;
/** No new entry for so long: the candidate has stopped. Longer than one takes to think about a question. */
const QUIET = 3 * MINUTE;
/** No entry waits longer than this while the page is open. */
const LONGEST = 15 * MINUTE;
/** At a pause (the page is opened, hidden, shown again) fewer are worth an item, but not again and again while somebody switches between apps. */
const PAUSE_MANY = 10;
const PAUSE_EVERY = 5 * MINUTE;

/** `sinceSent` is Infinity when nothing was sent yet. All in milliseconds. */
export interface Waiting {
  pending: number;
  frozen: boolean;
  sinceSent: number;
  sinceAdded: number;
  sinceOldest: number;
}

/** Milliseconds until a page that stays open sends; 0 when it is time, Infinity when nothing waits. */
export function dueIn(waiting: Waiting): number {
  if (waiting.pending === 0) return Number.POSITIVE_INFINITY;
  if (waiting.frozen || waiting.pending >= MANY) return 0;
  return Math.max(0, Math.min(QUIET - waiting.sinceAdded, LONGEST - waiting.sinceOldest));
}

/** Whether a pause is a time to send. */
export function isDueAtPause(waiting: Waiting): boolean {
  if (dueIn(waiting) === 0) return true;
  return waiting.pending > 0 && (waiting.pending >= PAUSE_MANY || waiting.sinceSent >= PAUSE_EVERY);
}

/** The wait before the n-th new try (n from 1): doubling from 2 s to 60 s, of which `chance` in [0, 1) takes away up to half, so that devices spread. */
export function backOff(n: number, chance: number): number {
  return Math.min(MINUTE, 2 ** n * SECOND) * (1 - chance / 2);
}
