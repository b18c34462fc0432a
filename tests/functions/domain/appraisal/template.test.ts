import { describe, expect, it } from 'vitest';
import { templates } from '../../../../functions/content/appraisal/templates.ts';
import {
  gradeFor,
  indicatorsOf,
  mostOf,
  proposed,
  type Template,
  unsound,
} from '../../../../functions/domain/appraisal/template.ts';

const quarter = templates.find(({ id }) => id === 'quarter') as Template;

describe('grades', () => {
  it.each([
    [200, 'excellent'],
    [180, 'excellent'],
    [179, 'good'],
    [160, 'good'],
    [159, 'passed'],
    [120, 'passed'],
    [119, 'failed'],
    [0, 'failed'],
  ])('are given by the share of all points: %i half-points of 200 are %s', (total, grade) => {
    expect(gradeFor(quarter, total)).toBe(grade);
  });
});

describe('proposed marks', () => {
  it('are the share of what earns the most, rounded down to a half-point, and no more than the most', () => {
    const figures = { activities: 8, served: 1_000, visits: 0, supervisions: 3 };
    // 50 × 8 / 9 = 44.4
    expect(proposed(quarter, figures)).toEqual({ activities: 44, served: 40, visits: 0, supervision: 30 });
  });

  it('are missing for what no figure is there of', () => {
    expect(proposed(quarter, { served: 180 })).toEqual({ served: 40 });
  });
});

describe('scores', () => {
  const all = Object.fromEntries(indicatorsOf(quarter).map(({ id, most }) => [id, most]));

  it('are sound when every indicator has a whole number of half-points within its most', () => {
    expect(unsound(quarter, all)).toEqual([]);
    expect(unsound(quarter, { ...all, order: 10.5, feedback: -1, strange: 1 })).toEqual([
      'order',
      'feedback',
      'strange',
    ]);
    expect(mostOf(quarter)).toBe(200);
  });
});
