import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../../../functions/domain/attempts/result.ts';
import {
  type Counted,
  countedFrom,
  countedOf,
  countedText,
  itemSumsOf,
} from '../../../../functions/domain/statistics/counted.ts';
import { itemStatistics } from '../../../../functions/domain/statistics/item-statistics.ts';
import { addTo, type Sums, statisticsOf } from '../../../../functions/domain/statistics/item-sums.ts';
import { linesOf, matrix } from './matrix.ts';
import { line, result } from './results.ts';

const textOf = (one: Result) => {
  const counted = countedOf(one);
  return counted && countedText(counted);
};

describe('what counts of a result', () => {
  it('is every objective line, in its subject and in its set paper', () => {
    expect(countedOf(result())?.scopes).toEqual(['junior-comprehensive']);
    expect(countedOf(result({ paper: 'p1' }))?.scopes).toEqual(['junior-comprehensive', 'paper:p1']);
    expect(countedOf(result({ lines: [line(), line({ n: 2, verdict: 'marked', kind: 'case' })] }))?.lines).toHaveLength(
      1,
    );
  });

  it.each([
    ['taken offline', { offline: true }],
    ['voided', { state: 'voided' as const }],
    ['in which nothing was answered', { lines: [line({ picked: [], verdict: 'blank', earned: 0 })] }],
    ['of answers in words alone', { lines: [line({ kind: 'design' as const, verdict: 'unmarked', picked: [] })] }],
  ])('is nothing of one %s', (_, change) => {
    expect(countedOf(result(change))).toBeUndefined();
  });

  it.each([{ mode: 'relaxed' as const }, { state: 'expired' as const }])('is the same in %o', (change) => {
    expect(countedOf(result(change))).toEqual(countedOf(result()));
  });

  it('is no option of an answer that came too late', () => {
    const late = line({ n: 2, id: 'late', picked: ['A'], earned: 0, verdict: 'blank', late: 'made-after-deadline' });
    const sums = itemSumsOf(countedOf(result({ lines: [line(), late] })) as Counted);
    expect(sums.find(({ question }) => question === 'late')?.sums).toMatchObject({ b: 1 });
  });

  it('is no figure of a question that everybody has full marks for; the others’ rest holds them', () => {
    const credited = line({ n: 2, id: 'credited', verdict: 'credited', earned: 2 });
    const sums = itemSumsOf(countedOf(result({ lines: [line(), credited] })) as Counted);
    expect(sums).toMatchObject([{ question: line().id, sums: { y: 2, r: 2 } }]);
  });
});

describe('the text of what counts', () => {
  it('reads back as it was', () => {
    const one = result({ paper: 'p1', lines: [line({ picked: ['A', 'C'] }), line({ n: 2, id: 'q2', picked: [] })] });
    expect(countedFrom(textOf(one) as string)).toEqual(countedOf(one));
  });

  it.each(['', 'official', 'other s\nq 1 0 2 A 0', 'official s\nq 1 0 2 A', 'official s\nq one 0 2 A 0'])(
    'is none in %j',
    (text) => {
      expect(countedFrom(text)).toBeUndefined();
    },
  );
});

it('sums of results give the statistics of their matrix', () => {
  fc.assert(
    fc.property(
      matrix.filter((marks) => marks.length > 0),
      (marks) => {
        const byItem = new Map<string, Sums>();
        for (const row of marks)
          for (const { question, sums } of itemSumsOf({ form: 'short', scopes: ['s'], lines: linesOf(row) }))
            byItem.set(question, addTo(byItem.get(question) ?? {}, sums));
        const whole = itemStatistics(
          marks,
          (marks[0] ?? []).map(() => 4),
        );
        for (const [i, figures] of whole.entries()) {
          const { discrimination, efficiency } = statisticsOf(byItem.get(`q${i}`) ?? {});
          expect(discrimination ?? 999).toBeCloseTo(figures.discrimination ?? 999, 9);
          expect(efficiency ?? 999).toBeCloseTo(figures.efficiency ?? 999, 9);
        }
      },
    ),
  );
});
