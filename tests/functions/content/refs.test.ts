import { describe, expect, test } from 'vitest';
import { shareOf, treeOf } from '../../../functions/content/bank.ts';
import { loadRefs } from '../../../functions/content/refs.ts';
import { countdown } from '../../../functions/domain/exams/calendar.ts';
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

test('a wrong reference file is named in the error', () => {
  const folder = folderWith({ 'syllabus/2018.json': '{}', 'subjects.json': '{ "subjects": 1 }' });
  expect(() => loadRefs(folder)).toThrow(/subjects\.json is not as reference-schema\.ts says/);
});
