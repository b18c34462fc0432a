import { expect, test } from 'vitest';
import { essayFindings } from '../../../../functions/content/mock-checks/essays.ts';
import { essay, essayFileOf, essayRefs } from '../builders.ts';

const refs = essayRefs();
const [first, second] = essay().parts;
if (first === undefined || second === undefined) throw new Error('the builder gives two parts');
const [pointA, pointB] = first.points;
if (pointA === undefined || pointB === undefined) throw new Error('the builder gives two points');

function messages(over: Parameters<typeof essay>[0]): string[] {
  return essayFindings([essayFileOf([essay(over)])], refs).map((f) => f.message);
}

test('an essay of the official form that was read twice passes', () => {
  expect(essayFindings([essayFileOf([essay()])], refs)).toEqual([]);
});

test.each([
  ['parts that do not make 20 marks', [first], /sum up to 20 half-points/],
  ['a single part', [{ ...first, possible: 40 }], /It has 1 parts/],
  ['parts out of order', [second, first], /Number the parts from 1/],
  [
    'points that do not make the part',
    [{ ...first, points: [pointA, { ...pointB, possible: 9 }] }, second],
    /sum up to 19/,
  ],
  ['one point alone', [{ ...first, points: [{ ...pointA, possible: 20 }] }, second], /needs at least 2 points/],
  ['points out of order', [{ ...first, points: [pointB, pointA] }, second], /Letter the points of part 1/],
  ['no model answer', [{ ...first, model: ' ' }, second], /Part 1 has no model answer/],
])('an essay with %s is an error', (_what, parts, message) => {
  expect(messages({ parts })).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
});

test('short material and an empty explanation are errors', () => {
  expect(messages({ stem: '李奶奶独居。', explanation: '' })).toEqual([
    expect.stringMatching(/^The material has 6 characters/),
    expect.stringMatching(/^Say in the explanation/),
  ]);
});

test('an essay stands in its place and rests on what is known', () => {
  const strange = essay({ id: 'ip06-501', source: { type: 'syllabus', edition: '1999', point: '老年' } });
  const findings = essayFindings([essayFileOf([strange], { path: 'intermediate-practice/06.json' })], refs);
  expect(findings.map((f) => f.check)).toEqual(['chapter', 'chapter', 'source']);
});

test('an objective subject has no essays', () => {
  const file = essayFileOf([essay({ id: 'jc04-501' })], {
    path: 'junior-comprehensive/04.json',
    subject: 'junior-comprehensive',
    chapter: 'jc18-04',
  });
  expect(essayFindings([file], refs)).toMatchObject([{ check: 'essay-form', file: 'junior-comprehensive/04.json' }]);
});

test('the same material again, or the same id, is an error', () => {
  const findings = essayFindings([essayFileOf([essay(), essay()])], refs);
  expect(findings.map((f) => [f.check, f.level])).toEqual([
    ['duplicate-id', 'error'],
    ['near-duplicate', 'error'],
  ]);
});

test('an essay nobody read a second time is a warning', () => {
  const findings = essayFindings([essayFileOf([essay({ review: { state: 'draft', readings: [] } })])], refs);
  expect(findings).toMatchObject([{ level: 'warning', check: 'review', item: 'ip05-501' }]);
});
