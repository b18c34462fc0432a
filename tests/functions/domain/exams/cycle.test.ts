// The pass cycle against brute force: all ways of choosing one pass for each paper.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cycleOf, passedIn, type SatPaper, SPAN, subjectsOf } from '../../../../functions/domain/exams/cycle.ts';
import type { Level } from '../../../../functions/domain/questions/release.ts';

const papersOf = (level: Level) =>
  fc.array(
    fc.record({
      year: fc.integer({ min: 2018, max: 2026 }),
      subject: fc.constantFrom(...subjectsOf(level)),
      verdict: fc.constantFrom('national', 'local', 'failed', undefined),
    }),
    { maxLength: 12 },
  );

/** The least year in which some choice of one pass a paper is complete, no two of them too far apart. */
function bruteForce(papers: readonly SatPaper[], level: Level, verdicts: readonly string[]): number | undefined {
  const choices = subjectsOf(level).map((subject) =>
    papers.filter((one) => one.subject === subject && verdicts.includes(one.verdict ?? '')).map(({ year }) => year),
  );
  const all = choices.reduce<number[][]>((made, years) => made.flatMap((some) => years.map((y) => [...some, y])), [[]]);
  const fit = all.filter((years) => Math.max(...years) - Math.min(...years) < SPAN[level]);
  return fit.length === 0 ? undefined : Math.min(...fit.map((years) => Math.max(...years)));
}

describe.each(['junior', 'intermediate', 'senior'] as const)('the %s level', (level) => {
  it('is passed in the year that brute force finds, nationwide and locally', () => {
    fc.assert(
      fc.property(papersOf(level), (papers) => {
        expect(passedIn(papers, level, 'national')).toBe(bruteForce(papers, level, ['national']));
        expect(passedIn(papers, level, 'local')).toBe(bruteForce(papers, level, ['national', 'local']));
      }),
    );
  });

  it('is passed by sitting what comes next, and by nothing less', () => {
    fc.assert(
      fc.property(papersOf(level), (papers) => {
        const { national } = cycleOf(papers, level, 2027);
        const sat = (subjects: readonly string[]): SatPaper[] => [
          ...papers,
          ...subjects.map((subject) => ({ year: 2027, subject, verdict: 'national' as const })),
        ];
        if (national.passed !== undefined) {
          expect(national.next).toEqual([]);
          return;
        }
        expect(passedIn(sat(national.next), level, 'national')).toBe(2027);
        expect(passedIn(sat(national.next.slice(1)), level, 'national')).toBeUndefined();
      }),
    );
  });
});
