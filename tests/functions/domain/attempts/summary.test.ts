import { describe, expect, it } from 'vitest';
import type { ResultLine } from '../../../../functions/domain/attempts/result.ts';
import { byChapter, byKind, partialOf, slowest, weakChapters } from '../../../../functions/domain/attempts/summary.ts';

let n = 0;
function line(
  chapter: string,
  verdict: ResultLine['verdict'],
  earned: number,
  over: Partial<ResultLine> = {},
): ResultLine {
  n += 1;
  const kind = over.kind ?? (verdict === 'partial' ? 'multiple' : 'single');
  return {
    n,
    id: `q-${n}`,
    version: 1,
    kind,
    chapter,
    picked: [],
    verdict,
    earned,
    possible: kind === 'single' ? 2 : 4,
    spentS: 0,
    ...over,
  };
}

const lines = [
  line('c1', 'right', 2, { spentS: 30 }),
  line('c1', 'wrong', 0, { spentS: 90 }),
  line('c1', 'blank', 0),
  line('c2', 'partial', 3, { spentS: 90 }),
  line('c2', 'partial', 2),
  line('c3', 'wrong', 0),
];

describe('a result’s lines', () => {
  it('add up by kind and by chapter to the whole', () => {
    const parts = {
      single: { earned: 2, possible: 8, questions: 4, full: 1, blank: 1 },
      multiple: { earned: 5, possible: 8, questions: 2, full: 0, blank: 0 },
    };
    expect(byKind(lines)).toEqual([
      { kind: 'single', part: parts.single },
      { kind: 'multiple', part: parts.multiple },
    ]);
    expect(byChapter(lines).map(({ chapter, part }) => [chapter, part.earned, part.possible])).toEqual([
      ['c1', 2, 6],
      ['c2', 5, 8],
      ['c3', 0, 2],
    ]);
  });

  it('say what the partial rule did', () => {
    expect(partialOf(lines)).toEqual({ questions: 2, earned: 5 });
  });

  it('name weak chapters, weakest first, and none by a single question', () => {
    expect(weakChapters(lines).map(({ chapter }) => chapter)).toEqual(['c1']);
    const more = [...lines, line('c3', 'wrong', 0)];
    expect(weakChapters(more).map(({ chapter }) => chapter)).toEqual(['c3', 'c1']);
  });

  it('name where time went, the first of equals first, and leave out what was never on the screen', () => {
    expect(slowest(lines, 2).map((one) => one.spentS)).toEqual([90, 90]);
    expect(slowest(lines, 2)[0]?.n).toBeLessThan(slowest(lines, 2)[1]?.n ?? 0);
    expect(slowest(lines, 9)).toHaveLength(3);
  });
});
