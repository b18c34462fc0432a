import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Paper, type Result, SAID_KINDS } from '../../../../functions/domain/exams/record.ts';
import {
  contradictions,
  firstDay,
  hasBegun,
  judged,
  mergedPapers,
  relationOf,
  unmarked,
} from '../../../../functions/domain/exams/results.ts';
import { LINES } from './builders.ts';

const subject = 'junior-practice';
const judge = (result: Result, region?: string): Paper =>
  judged(LINES, { subject, result }, { year: 2025, level: 'junior', region });
const marks = (half: number): Result => ({ kind: 'marks', marks: half });

describe('the verdict', () => {
  it.each([
    [marks(120), undefined, 'national', 120],
    [marks(119), undefined, 'failed', 120],
    [marks(119), '450124', 'local', 100],
    [marks(100), '450124100', 'local', 100],
    [marks(99), '450124', 'failed', 100],
    [marks(120), '450124', 'national', 120],
    [{ kind: 'passed' }, undefined, 'national', undefined],
    [{ kind: 'passed-local' }, undefined, 'local', undefined],
    [{ kind: 'failed' }, undefined, 'failed', undefined],
    [{ kind: 'absent' }, undefined, undefined, undefined],
    [{ kind: 'registered' }, '450124', undefined, undefined],
  ] as const)('of %o at %s is %s', (result, region, verdict, line) => {
    const paper = judge(result, region);
    expect([paper.verdict, paper.line]).toEqual([verdict, line]);
  });

  it('is missing where no line is known', () => {
    expect(judged([], { subject, result: marks(150) }, { year: 2025, level: 'junior' })).toEqual({
      subject,
      result: marks(150),
    });
    expect(judged(LINES, { subject, result: marks(150) }, { year: 2014, level: 'junior' }).verdict).toBeUndefined();
  });

  it('stays when the marks are taken away', () => {
    for (const half of [99, 110, 130]) {
      const paper = judge(marks(half), '450124');
      expect(unmarked(paper).verdict).toBe(paper.verdict);
      expect(judge(unmarked(paper).result).verdict).toBe(paper.verdict);
    }
    expect(unmarked({ subject, result: marks(150) })).toEqual({ subject, result: { kind: 'sat' } });
  });
});

describe('two words of one paper', () => {
  it.each([
    ['registered', 'absent', 'more'],
    ['registered', 'passed', 'more'],
    ['sat', 'failed', 'more'],
    ['absent', 'sat', 'other'],
    ['absent', 'passed', 'other'],
    ['passed', 'failed', 'other'],
    ['passed', 'passed-local', 'other'],
    ['passed', 'sat', 'less'],
    ['passed', 'passed', 'same'],
  ] as const)('%s, then %s: %s', (before, after, relation) => {
    expect(relationOf(judge({ kind: before }), judge({ kind: after }))).toBe(relation);
  });

  it('marks say more than a word with the same verdict, and contradict another one', () => {
    expect(relationOf(judge({ kind: 'passed' }), judge(marks(121)))).toBe('more');
    expect(relationOf(judge({ kind: 'passed' }), judge(marks(119)))).toBe('other');
    expect(relationOf(judge(marks(121)), judge(marks(122)))).toBe('other');
    expect(relationOf(judge({ kind: 'absent' }), judge(marks(121)))).toBe('other');
  });

  const anyPaper = fc
    .oneof(fc.record({ kind: fc.constantFrom(...SAID_KINDS) }), fc.integer({ min: 90, max: 130 }).map(marks))
    .map((result) => judge(result, '450124'));

  it('are the same or not whichever comes first', () => {
    const mirrored = { same: 'same', more: 'less', less: 'more', other: 'other' } as const;
    fc.assert(
      fc.property(anyPaper, anyPaper, (one, two) => {
        expect(relationOf(two, one)).toBe(mirrored[relationOf(one, two)]);
        expect(relationOf(one, one)).toBe('same');
      }),
    );
  });

  it('merged leave nothing out, say what is known most of, and merged again are the same', () => {
    const papers = fc.uniqueArray(fc.tuple(fc.constantFrom('one', 'two', 'three'), anyPaper), {
      selector: ([name]) => name,
    });
    fc.assert(
      fc.property(papers, papers, (before, after) => {
        const [old, new_] = [before, after].map((all) => all.map(([name, paper]) => ({ ...paper, subject: name }))) as [
          Paper[],
          Paper[],
        ];
        const merged = mergedPapers(old, new_);
        expect(new Set(merged.map((paper) => paper.subject))).toEqual(
          new Set([...old, ...new_].map((paper) => paper.subject)),
        );
        expect(mergedPapers(merged, new_)).toEqual(merged);
        expect(contradictions(merged, new_)).toEqual([]);
        for (const paper of merged) {
          const was = old.find((one) => one.subject === paper.subject);
          if (was !== undefined && !contradictions(old, new_).includes(paper.subject))
            expect(['same', 'more']).toContain(relationOf(was, paper));
        }
      }),
    );
  });
});

describe('an exam', () => {
  const sittings = [{ year: 2026, days: ['2026-05-24', '2026-05-23'] }, { year: 2027 }];

  it('begins on its first day, or counts as begun on the last day of a year of which nothing is known', () => {
    expect([hasBegun(sittings, 2026, '2026-05-22'), hasBegun(sittings, 2026, '2026-05-23')]).toEqual([false, true]);
    expect([hasBegun(sittings, 2027, '2027-12-30'), hasBegun(sittings, 2027, '2027-12-31')]).toEqual([false, true]);
    expect(hasBegun(sittings, 2010, '2026-01-01')).toBe(true);
    expect([firstDay(sittings, 2026), firstDay(sittings, 2027)]).toEqual(['2026-05-23', undefined]);
  });
});
