// The figures of the progress page.
import { describe, expect, it } from 'vitest';
import { EMPTY, fold } from '../../../../functions/domain/practice/fold.ts';
import { axisTop, recentDays, sumOf, weakestChapter } from '../../../../site/src/islands/progress/figures.ts';
import { answer, at, entries } from '../../../support/builders.ts';
import { bank } from '../bank.ts';

const DAY = 86_400;

describe('the last days', () => {
  it('hold every day, today the last, with what was answered on it', () => {
    const state = fold(
      entries([answer({ at: at(-2 * DAY) }), answer({ earned: 0, at: at(0) }), answer({ at: at(1) })]),
    );
    expect(recentDays(state, '2026-03-01', 3)).toEqual([
      { day: '2026-02-27', answers: 1, rights: 1 },
      { day: '2026-02-28', answers: 0, rights: 0 },
      { day: '2026-03-01', answers: 2, rights: 1 },
    ]);
    expect(sumOf(state.days.values())).toEqual({ answers: 3, rights: 2 });
  });
});

describe('the top of the axis', () => {
  it.each([
    [1, 5],
    [5, 5],
    [22, 25],
    [51, 60],
    [201, 300],
  ])('is round and not below %i', (most, top) => {
    expect(axisTop(most)).toBe(top);
  });
});

describe('the chapter to practise next', () => {
  const weakest = (...changes: Parameters<typeof entries>[0]) =>
    weakestChapter(fold(entries(changes)), bank.catalogue)?.chapter.id;

  it('is none before anything was answered', () => {
    expect(weakestChapter(EMPTY, bank.catalogue)).toBeUndefined();
  });

  it('is the one of lowest mastery among the papers begun, of equals the one that weighs most', () => {
    expect(weakest(answer({ question: 'q11', earned: 0 }))).toBe('one-2');
    expect(weakest(answer({ question: 'q13' }))).toBe('one-1');
  });

  it('is none when all is mastered', () => {
    const twice = (question: string, second: number) => [
      answer({ question, at: at(second) }),
      answer({ question, at: at(second + 1) }),
    ];
    expect(weakest(...twice('q21', 0), ...twice('q22', 2))).toBeUndefined();
  });
});
