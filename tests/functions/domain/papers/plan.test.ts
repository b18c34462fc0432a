import { describe, expect, it } from 'vitest';
import { againstMove, type PaperMove, windowFault } from '../../../../functions/domain/papers/plan.ts';

const PAPER = {
  state: 'scheduled',
  opensAt: '2026-03-02T01:00:00.000Z',
  closesAt: '2026-03-02T03:00:00.000Z',
  minutes: 30,
  factorMost: 200,
  graceMs: 60_000,
  results: 'by-hand',
} as const;

/** Half an hour, twice as long for somebody, and a minute of grace after the closing. */
const ALL_OVER = '2026-03-02T04:01:00.000Z';

function movesAt(now: string, paper: Parameters<typeof againstMove>[0] = PAPER) {
  const moves: PaperMove[] = ['edit', 'close-later', 'release', 'cancel'];
  return moves.filter((move) => againstMove(paper, move, now) === undefined);
}

describe('what may be done with a set paper', () => {
  it.each([
    ['long before', '2026-03-01T00:00:00.000Z', ['edit', 'close-later', 'cancel']],
    ['in the last ten seconds', '2026-03-02T00:59:50.000Z', ['close-later', 'cancel']],
    ['from the opening on', '2026-03-02T01:00:00.000Z', ['close-later', 'release', 'cancel']],
    ['while the last ones sit', ALL_OVER, ['close-later', 'release', 'cancel']],
    ['when all are over', '2026-03-02T04:01:00.001Z', ['release']],
  ])('%s', (_when, now, moves) => {
    expect(movesAt(now)).toEqual(moves);
  });

  it('is releasing alone when it is cancelled, and that once', () => {
    const now = '2026-03-02T02:00:00.000Z';
    expect(movesAt(now, { ...PAPER, state: 'cancelled' })).toEqual(['release']);
    expect(movesAt(now, { ...PAPER, state: 'cancelled', releasedAt: now })).toEqual([]);
    expect(againstMove({ ...PAPER, results: 'at-once' }, 'release', now)).toBe('paper-released');
  });
});

describe('a window', () => {
  const now = '2026-03-01T00:00:00.000Z';
  it.each([
    ['as it is', PAPER, undefined],
    ['of no length', { ...PAPER, closesAt: PAPER.opensAt }, 'closes-before-opens'],
    ['of sixty days', { ...PAPER, closesAt: '2026-05-01T01:00:00.000Z' }, undefined],
    ['of more', { ...PAPER, closesAt: '2026-05-01T01:00:00.001Z' }, 'window-too-long'],
    ['in the past', { opensAt: '2026-02-01T00:00:00.000Z', closesAt: now }, 'closes-in-past'],
  ])('%s', (_which, window, fault) => {
    expect(windowFault(window, now)).toBe(fault);
  });

  it('that closes later closes later', () => {
    expect(windowFault(PAPER, now, PAPER.closesAt)).toBe('closes-no-later');
    expect(windowFault(PAPER, now, '2026-03-02T02:59:59.999Z')).toBeUndefined();
  });
});
