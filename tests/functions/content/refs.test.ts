import { describe, expect, test } from 'vitest';
import { shareOf, treeOf } from '../../../functions/content/bank.ts';
import { blueprintsFile, passLinesFile } from '../../../functions/content/reference-schema.ts';
import { loadRefs } from '../../../functions/content/refs.ts';
import { countdown } from '../../../functions/domain/exams/calendar.ts';
import { passLineFor } from '../../../functions/domain/exams/pass-line.ts';
import { BLUEPRINTS } from '../../support/mock-bank.ts';
import { folderWith } from './builders.ts';

const refs = loadRefs();
const chapters = refs.syllabus.flatMap((s) => Object.values(s.subjects).flatMap((tree) => tree.chapters));

describe('the reference data that ships', () => {
  test('names the six papers', () => {
    expect(refs.subjects.map((s) => [s.id, s.level, s.form, s.minutes])).toEqual([
      ['junior-comprehensive', 'junior', 'objective', 120],
      ['junior-practice', 'junior', 'objective', 120],
      ['intermediate-comprehensive', 'intermediate', 'objective', 120],
      ['law-and-policy', 'intermediate', 'objective', 120],
      ['intermediate-practice', 'intermediate', 'essay', 150],
      ['senior-practice', 'senior', 'essay', 180],
    ]);
  });

  test('has the 2018 trees of five papers, numbered without gaps', () => {
    const sizes = refs.subjects.map((s) => treeOf(refs, s.id)?.chapters.map((c) => c.number));
    const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);
    expect(sizes).toEqual([upTo(9), upTo(14), upTo(10), upTo(14), upTo(15), undefined]);
  });

  test('uses every chapter id once, with its number in it, and maps onto chapters that exist', () => {
    const ids = new Set(chapters.map((c) => c.id));
    expect(ids.size).toBe(chapters.length);
    expect(chapters.filter((c) => Number(c.id.slice(-2)) !== c.number)).toEqual([]);
    expect(chapters.flatMap((c) => c.becomes).filter((id) => !ids.has(id))).toEqual([]);
  });

  test('names only papers that exist, and claims nobody verified a tree', () => {
    const papers = new Set(refs.subjects.map((s) => s.id));
    const trees = refs.syllabus.flatMap((s) => Object.entries(s.subjects));
    expect(trees.filter(([subject]) => !papers.has(subject))).toEqual([]);
    expect(trees.filter(([, tree]) => tree.verified)).toEqual([]);
  });

  test('gives each chapter its share of the paper', () => {
    const tree = treeOf(refs, 'law-and-policy');
    const sum = tree?.chapters.reduce((total, c) => total + shareOf(tree, c), 0);
    expect(sum).toBeCloseTo(1);
  });

  test('registers each version of a statute once, the older one ending before the newer one begins', () => {
    const versions = Map.groupBy(refs.statutes, (s) => s.name);
    for (const [name, list] of versions) {
      const ordered = list.toSorted((a, b) => (a.effective < b.effective ? -1 : 1));
      expect(new Set(list.map((s) => s.version)).size, name).toBe(list.length);
      ordered.slice(0, -1).forEach((s, i) => {
        expect((s.until ?? '9') < (ordered[i + 1]?.effective ?? ''), `${name} ${s.version}`).toBe(true);
      });
      for (const s of list) expect(s.version <= s.effective, `${name} ${s.version}`).toBe(true);
    }
  });

  test('counts down to the announced days, and says when the next are not announced', () => {
    expect(countdown(refs.sittings, '2026-05-01')).toEqual({ state: 'days', year: 2026, day: '2026-05-23', left: 22 });
    expect(countdown(refs.sittings, '2026-11-23')).toEqual({ state: 'unannounced', year: 2027 });
    expect(refs.sittings.filter((s) => (s.source ?? '') === '')).toEqual([]);
  });
});

describe('the rules of mock papers that ship', () => {
  test('make papers as the exam does, for its minutes, and short ones', () => {
    const official = refs.blueprints.filter((b) => b.form === 'official');
    for (const subject of refs.subjects.filter((s) => s.level !== 'senior')) {
      const blueprint = official.find((b) => b.answered === subject.form);
      expect(blueprint?.minutes, subject.id).toBe(subject.minutes);
      const { single = 0, multiple = 0, case: cases = 0, design = 0 } = blueprint?.counts ?? {};
      const essays = cases + design;
      expect(subject.questions, subject.id).toEqual({ known: true, single, multiple, essay: essays });
    }
    expect(refs.blueprints).toEqual(BLUEPRINTS);
  });

  test('have a national line of 60 marks for every year of the calendar and every level', () => {
    const national = refs.passLines.filter((line) => line.scope === 'national');
    expect(new Set(national.map((line) => line.mark))).toEqual(new Set([120]));
    for (const { year } of refs.sittings) {
      expect(national.filter((line) => line.year === year).map((line) => line.level)).toEqual([
        'junior',
        'intermediate',
        'senior',
      ]);
    }
  });

  test('hold a local line where it is known to hold, and claim of none that it was verified', () => {
    const ask = (level: 'junior' | 'intermediate', region?: string) =>
      passLineFor(refs.passLines, { year: 2025, level, subject: 'law-and-policy', region })?.mark;
    expect([ask('junior', '450124'), ask('intermediate', '450124102')]).toEqual([106, 116]);
    expect([ask('junior', '450123'), ask('intermediate')]).toEqual([120, 120]);
    expect(refs.passLines.filter((line) => line.verified)).toEqual([]);
  });
});

describe('a rule of mock papers', () => {
  const national = { year: 2025, level: 'junior', mark: 120, scope: 'national', verified: false, source: '标准' };
  const short = { id: 'short-9', form: 'short', answered: 'objective', counts: { single: 20 }, minutes: 30 };

  test.each([
    ['a local line without regions', { ...national, scope: 'local' }],
    ['a national line with regions', { ...national, regions: ['450124'] }],
    ['half a half-point', { ...national, mark: 105.5 }],
  ])('is refused when it is %s', (_what, line) => {
    expect(passLinesFile.safeParse({ passLines: [national] }).success).toBe(true);
    expect(passLinesFile.safeParse({ passLines: [line] }).success).toBe(false);
  });

  test.each([
    ['an objective paper that asks a case', [{ ...short, counts: { single: 20, case: 1 } }]],
    ['an essay paper that asks singles', [{ ...short, answered: 'essay' }]],
    ['a paper that asks nothing', [{ ...short, counts: {} }]],
    ['an id used twice', [short, short]],
  ])('is refused when it is %s', (_what, blueprints) => {
    expect(blueprintsFile.safeParse({ blueprints: [short] }).success).toBe(true);
    expect(blueprintsFile.safeParse({ blueprints }).success).toBe(false);
  });
});

test('a wrong reference file is named in the error', () => {
  const folder = folderWith({ 'syllabus/2018.json': '{}', 'subjects.json': '{ "subjects": 1 }' });
  expect(() => loadRefs(folder)).toThrow(/subjects\.json is not as reference-schema\.ts says/);
});
