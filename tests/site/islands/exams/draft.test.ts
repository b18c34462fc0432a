// What somebody types about an exam.
import { expect, it } from 'vitest';
import {
  draftOf,
  examOf,
  faultsIn,
  halfPointsOf,
  withPaper,
  yearsFrom,
} from '../../../../site/src/islands/exams/draft.ts';
import { entry } from './read.ts';

const TODAY = '2026-11-24';
const empty = draftOf(TODAY);
const sound = { ...empty, ...withPaper(empty, 'junior-practice', { chosen: 'marks', marks: '６1.5 分' }) };

it('sends the papers that were entered for, marks as half-points, and nothing that is empty', () => {
  expect(faultsIn(sound, false)).toEqual({});
  expect(examOf({ ...sound, site: ' 九江市 ' })).toEqual({
    ...{ year: 2026, level: 'junior', site: '九江市' },
    papers: [{ subject: 'junior-practice', result: { kind: 'marks', marks: 123 } }],
  });
});

it('names every field that something is wrong with', () => {
  expect(faultsIn(empty, false)).toEqual({ 'junior-comprehensive': 'papers' });
  const marked = { ...empty, ...withPaper(empty, 'junior-practice', { chosen: 'marks', marks: '101' }), ticket: '?' };
  expect(faultsIn({ ...marked, isReading: true }, true)).toEqual({
    ...{ 'junior-practice': 'marks', ticket: 'ticket', why: 'why', evidence: 'reading' },
  });
});

it('begins with an entry as it stands, keeps its place, and asks for files and reasons anew', () => {
  const held = entry(2019, [{ subject: 'law-and-policy', result: { kind: 'marks', marks: 131 } }], {
    region: '450124',
  });
  const draft = draftOf(TODAY, held);
  expect(draft).toMatchObject({ year: '2019', level: 'intermediate', why: '', evidence: [] });
  expect(examOf(draft, held)).toEqual({
    ...{ year: 2019, level: 'intermediate', region: '450124' },
    papers: [{ subject: 'law-and-policy', result: { kind: 'marks', marks: 131 } }],
  });
});

it('keeps papers of another level apart', () => {
  expect(examOf({ ...sound, level: 'senior' }).papers).toEqual([]);
});

it.each([
  ['60', 120],
  ['60.5', 121],
  ['100', 200],
  ['100.5', undefined],
  ['60.25', undefined],
  ['', undefined],
  ['-1', undefined],
])('takes %j for %s half-points', (text, half) => {
  expect(halfPointsOf(text)).toBe(half);
});

it('offers next year’s exam, this one, those before, and an older entry’s own', () => {
  expect(yearsFrom(TODAY)[0]).toBe(2027);
  expect(yearsFrom(TODAY, 2009)).toContain(2009);
});
