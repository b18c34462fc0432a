import { expect, test } from 'vitest';
import type { Candidate } from '../../../../functions/content/bank.ts';
import { supply } from '../../../../functions/content/mock-checks/supply.ts';
import { BLUEPRINTS, mockEssaySubject, mockSubject } from '../../../support/mock-bank.ts';
import { essayRefs } from '../builders.ts';

const refs = essayRefs({ blueprints: [...BLUEPRINTS] });

function candidates(counts: { single: number; multiple: number }, reviewed: (i: number) => boolean): Candidate[] {
  const { id, items } = mockSubject(counts);
  return items.map((item, i) => ({ file: { path: 'x.json', subject: id }, item, reviewed: reviewed(i) }));
}

test('an official paper and two short ones can be made', () => {
  expect(
    supply(
      candidates({ single: 60, multiple: 20 }, () => true),
      refs,
    ),
  ).toEqual([]);
});

test('too few items are an error that says how many of which kind', () => {
  expect(
    supply(
      candidates({ single: 59, multiple: 19 }, () => true),
      refs,
    ),
  ).toMatchObject([{ level: 'error', message: expect.stringContaining('59 of 60 single, 19 of 20 multiple') }]);
});

test('enough items of which too few are reviewed are a warning', () => {
  expect(
    supply(
      candidates({ single: 60, multiple: 20 }, (i) => i > 0),
      refs,
    ),
  ).toMatchObject([{ level: 'warning' }]);
});

test('two short papers of essays take two cases, an official one four and a design', () => {
  const file = { path: 'x.json', subject: 'intermediate-practice' };
  const essays = (counts: { case: number; design: number }): Candidate[] =>
    mockEssaySubject(counts).items.map((item) => ({ file, item, reviewed: true }));
  expect(supply(essays({ case: 4, design: 1 }), refs)).toEqual([]);
  expect(supply(essays({ case: 3, design: 0 }), refs)[0]?.message).toContain('3 of 4 case, 0 of 1 design');
  const short = { ...refs, blueprints: BLUEPRINTS.filter((b) => b.form === 'short') };
  expect(supply(essays({ case: 1, design: 0 }), short)[0]?.message).toContain('1 of 2 case');
});

test('a subject without any item is not asked for', () => {
  expect(supply([], refs)).toEqual([]);
});
