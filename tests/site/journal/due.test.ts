import { describe, expect, it } from 'vitest';
import { backOff, dueIn, isDueAtPause, type Waiting } from '../../../site/src/journal/due.ts';

const MINUTE = 60_000;
const none: Waiting = { pending: 0, frozen: false, sinceSent: Number.POSITIVE_INFINITY, sinceAdded: 0, sinceOldest: 0 };

describe('dueIn', () => {
  it.each([
    ['nothing waits', none, Number.POSITIVE_INFINITY],
    ['one entry has just come', { ...none, pending: 1 }, 3 * MINUTE],
    ['the candidate has stopped', { ...none, pending: 1, sinceAdded: 4 * MINUTE }, 0],
    ['twenty wait', { ...none, pending: 20 }, 0],
    ['a batch is frozen', { ...none, pending: 1, frozen: true }, 0],
    ['the oldest has waited long', { ...none, pending: 9, sinceAdded: 1000, sinceOldest: 14 * MINUTE }, MINUTE],
  ])('counts the wait when %s', (_, waiting, expected) => {
    expect(dueIn(waiting)).toBe(expected);
  });
});

describe('isDueAtPause', () => {
  it.each([
    ['nothing waits', none, false],
    ['nothing was sent yet', { ...none, pending: 1 }, true],
    ['few wait and some were sent just now', { ...none, pending: 9, sinceSent: MINUTE }, false],
    ['ten wait', { ...none, pending: 10, sinceSent: MINUTE }, true],
    ['the last sending is five minutes ago', { ...none, pending: 1, sinceSent: 5 * MINUTE }, true],
  ])('decides when %s', (_, waiting, expected) => {
    expect(isDueAtPause(waiting)).toBe(expected);
  });
});

describe('backOff', () => {
  it('doubles from two seconds to a minute, and chance takes at most half away', () => {
    expect([1, 2, 3, 4, 5, 6, 20].map((n) => backOff(n, 0) / 1000)).toEqual([2, 4, 8, 16, 32, 60, 60]);
    expect(backOff(20, 0.999) / 1000).toBeGreaterThan(30);
  });
});
