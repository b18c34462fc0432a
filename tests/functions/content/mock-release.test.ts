import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { BankFile, Finding } from '../../../functions/content/bank.ts';
import { bankFolder, readBank } from '../../../functions/content/load.ts';
import { candidatesOf, loadMock, type MockContent, mockFolder } from '../../../functions/content/mock.ts';
import { againstRelease, buildMockRelease, writeMockRelease } from '../../../functions/content/mock-release.ts';
import { loadRefs } from '../../../functions/content/refs.ts';
import { listed } from '../../../functions/content/released.ts';
import { assemble } from '../../../functions/domain/papers/assemble.ts';
import { questionsOf } from '../../../functions/domain/papers/blueprint.ts';
import { BLUEPRINTS, PASS_LINES } from '../../support/mock-bank.ts';
import { essay, essayFileOf, essayRefs, file, folderWith, multiple, single } from './builders.ts';

const refs = essayRefs({ blueprints: [...BLUEPRINTS], passLines: [...PASS_LINES] });
const second: Partial<BankFile> = { path: 'junior-comprehensive/05.json', chapter: 'jc18-05' };
const draft = single({ id: 'jc04-503', review: { state: 'draft', blind: [] } });

function contentOf(files: BankFile[]): MockContent {
  const content = { bank: { files }, essays: [essayFileOf([essay()])], released: {} };
  return { ...content, released: listed(candidatesOf(content), {}) };
}

const files = [
  file([single({ id: 'jc04-502' }), multiple({ id: 'jc04-501' }), draft]),
  file([single({ id: 'jc05-501' })], second),
];
const content = contentOf(files);

function textsOf(of: MockContent): [string, string][] {
  const folder = folderWith();
  writeMockRelease(buildMockRelease(of, refs), folder);
  return readdirSync(folder)
    .sort()
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
}

describe('a release of the mock bank', () => {
  const { index, subjects } = buildMockRelease(content, refs);

  test('names the subjects that have items with their counts, and holds the rules of papers', () => {
    expect(index.subjects.map((s) => [s.id, s.form, s.counts])).toEqual([
      ['junior-comprehensive', 'objective', { single: 2, multiple: 1 }],
      ['intermediate-practice', 'essay', { case: 1 }],
    ]);
    expect(index).toMatchObject({ format: 1, blueprints: BLUEPRINTS, passLines: PASS_LINES });
  });

  test('holds whole items by id with their chapters, and every chapter with its weight', () => {
    expect(subjects[0]?.items.map((i) => [i.id, i.chapter])).toEqual([
      ['jc04-501', 'jc18-04'],
      ['jc04-502', 'jc18-04'],
      ['jc05-501', 'jc18-05'],
    ]);
    expect(subjects[0]?.items[0]).toHaveProperty('key');
    expect(subjects[0]?.items[0]).not.toHaveProperty('review');
    expect(subjects[0]?.chapters.map((c) => [c.id, c.weight])).toEqual([
      ['jc18-04', 3],
      ['jc18-05', 1],
    ]);
    expect(subjects[1]?.chapters.map((c) => c.weight)).toEqual([1]);
  });

  test('leaves out what nobody reviewed and what is not on the list', () => {
    const unlisted = buildMockRelease({ ...content, released: {} }, refs);
    expect(unlisted.subjects).toEqual([]);
    expect(unlisted.index.blueprints).toEqual(BLUEPRINTS);
    expect(subjects.flatMap((s) => s.items.map((i) => i.id))).not.toContain('jc04-503');
  });

  test('is the same bytes, whatever the order of files, items and fields', () => {
    const reversed = files
      .toReversed()
      .map((f) => ({ ...f, items: f.items.toReversed().map((i) => Object.fromEntries(Object.entries(i).reverse())) }));
    expect(textsOf(contentOf(reversed as BankFile[]))).toEqual(textsOf(content));
  });

  test('is an index and a file a subject', () => {
    expect(textsOf(content).map(([name]) => name)).toEqual([
      'index.json',
      'intermediate-practice.json',
      'junior-comprehensive.json',
    ]);
  });
});

describe('what stops a release', () => {
  const finding = (over: Partial<Finding>): Finding => ({
    level: 'error',
    file: 'x.json',
    check: 'key',
    message: 'm',
    ...over,
  });
  const against = (over: Partial<Finding>): number => againstRelease({ ...content, findings: [finding(over)] }).length;

  test.each([
    ['an error of a reviewed item', { item: 'jc04-501' }, 1],
    ['an edit of a released item', { item: 'jc04-503', check: 'released' }, 1],
    ['an error of a draft', { item: 'jc04-503' }, 0],
    ['a warning', { item: 'jc04-501', level: 'warning' as const }, 0],
    ['a reviewed item that is not listed: it stays behind', { item: 'jc04-501', check: 'unlisted' }, 0],
    ['a judgement of the whole bank', { check: 'coverage' }, 0],
  ])('%s', (_what, over, count) => {
    expect(against(over)).toBe(count);
  });
});

describe('the mock bank that ships', () => {
  const shipped = loadRefs();
  const release = buildMockRelease(loadMock(mockFolder, shipped, readBank(bankFolder).bank), shipped);
  const papers = release.subjects.flatMap((subject) =>
    release.index.blueprints.filter((b) => b.answered === subject.form).map((b) => [subject, b] as const),
  );

  test('offers two objective subjects and one of essays', () => {
    expect(release.index.subjects.map((s) => [s.id, s.form])).toEqual([
      ['junior-comprehensive', 'objective'],
      ['law-and-policy', 'objective'],
      ['intermediate-practice', 'essay'],
    ]);
    expect(papers).toHaveLength(6);
  });

  test.each(papers)('makes a paper of $id by $1.id, whatever the seed', ({ chapters, items }, blueprint) => {
    for (const seed of [1, 2, 3]) {
      const made = assemble(blueprint, items, { seed, seen: new Map(), chapters });
      expect(made).toMatchObject({ ok: true, repeated: 0 });
      expect(made.ok && new Set(made.refs.map((r) => r.id)).size).toBe(questionsOf(blueprint));
    }
  });

  test.each(papers.filter(([, b]) => b.form === 'short'))(
    'makes two short papers of $id that share nothing',
    (...[subject, blueprint]) => {
      const { chapters, items } = subject;
      const first = assemble(blueprint, items, { seed: 1, seen: new Map(), chapters });
      const seen = new Map((first.ok ? first.refs : []).map((r) => [r.id, 1]));
      expect(seen.size).toBe(questionsOf(blueprint));
      expect(assemble(blueprint, items, { seed: 2, seen, chapters })).toMatchObject({ ok: true, repeated: 0 });
    },
  );

  test.each(papers.filter(([s, b]) => b.form === 'official' && s.form === 'objective'))(
    'asks every chapter on an official paper of $id',
    ({ chapters, items }, blueprint) => {
      const made = assemble(blueprint, items, { seed: 5, seen: new Map(), chapters });
      const chapterOf = new Map(items.map((i) => [i.id, i.chapter]));
      const asked = new Set((made.ok ? made.refs : []).map((r) => chapterOf.get(r.id)));
      expect(chapters.filter((c) => !asked.has(c.id))).toEqual([]);
    },
  );
});
