import { describe, expect, it } from 'vitest';
import { areResultsOpen, isReviewOpen, phaseOf, type SetPaper } from '../../../../functions/domain/papers/set-paper.ts';

const paper = {
  state: 'scheduled' as const,
  opensAt: '2026-05-01T01:00:00.000Z',
  closesAt: '2026-05-01T02:00:00.000Z',
  minutes: 120,
  factorMost: 150,
  graceMs: 120_000,
  results: 'at-once' as SetPaper['results'],
  review: 'after-close' as SetPaper['review'],
};
/** The last to start with the most time: 02:00 + 180 min + 2 min. */
const allOver = '2026-05-01T05:02:00.000Z';
const afterAll = '2026-05-01T05:02:00.001Z';

describe('the window', () => {
  it.each([
    ['2026-05-01T00:59:59.999Z', 'ahead'],
    ['2026-05-01T01:00:00.000Z', 'open'],
    ['2026-05-01T02:00:00.000Z', 'open'],
    ['2026-05-01T02:00:00.001Z', 'closed'],
  ])('at %s is %s', (now, phase) => {
    expect(phaseOf(paper, now)).toBe(phase);
  });

  it('is none when the paper is cancelled', () => {
    expect(phaseOf({ ...paper, state: 'cancelled' }, paper.opensAt)).toBe('cancelled');
  });
});

describe('results', () => {
  it('are there at once for a paper that was drawn on demand, with its review', () => {
    expect(areResultsOpen(undefined, paper.opensAt)).toBe(true);
    expect(isReviewOpen(undefined, paper.opensAt)).toBe(true);
  });

  it('are there at once where that was said, but keys only when nobody can sit any more', () => {
    expect(areResultsOpen(paper, paper.opensAt)).toBe(true);
    expect(isReviewOpen(paper, allOver)).toBe(false);
    expect(isReviewOpen(paper, afterAll)).toBe(true);
  });

  it('wait for the last to end where that was said', () => {
    const waiting = { ...paper, results: 'after-close' as const };
    expect(areResultsOpen(waiting, allOver)).toBe(false);
    expect(areResultsOpen(waiting, afterAll)).toBe(true);
  });

  it('wait for somebody’s word where that was said, and so do the keys', () => {
    const waiting = { ...paper, results: 'by-hand' as const };
    expect(areResultsOpen(waiting, afterAll)).toBe(false);
    expect(isReviewOpen(waiting, afterAll)).toBe(false);
    const released = { ...waiting, releasedAt: '2026-05-01T03:00:00.000Z' };
    expect(areResultsOpen(released, '2026-05-01T03:00:00.000Z')).toBe(true);
    expect(isReviewOpen(released, '2026-05-01T03:00:00.000Z')).toBe(false);
    expect(isReviewOpen(released, afterAll)).toBe(true);
  });

  it('have no review where that was said', () => {
    expect(isReviewOpen({ ...paper, review: 'never' }, afterAll)).toBe(false);
  });
});
