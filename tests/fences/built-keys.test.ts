// No key of the bank is built into what must not have one: the functions' bundles hold no question at all, the site holds keys only in its
// packs, and what mock papers ask lies beside the functions that grade it and nowhere else. The canaries are the explanations of the real items: whoever copies a question copies its explanation.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bankFolder, readBank } from '../../functions/content/load.ts';
import { mockFolder } from '../../functions/content/mock.ts';
import { manifest } from '../../functions/entry/manifest.ts';
import { buildStale } from '../../functions/local/build.ts';
import { projectFiles, ROOT } from './files.ts';

const { bank } = readBank(bankFolder);
const items = bank.files.flatMap((file) => file.items);
const mock = readBank(mockFolder);
const mockItems = [...mock.bank.files.flatMap((file) => file.items), ...mock.essays.flatMap((file) => file.essays)];
const mockCanaries = mockItems.flatMap((item) => [item.explanation, item.stem]);
const explanations = items.map((item) => item.explanation);
const stems = items.map((item) => item.stem);

/** Escaped as JavaScript and JSON may escape Chinese: a built file must not hide a canary behind `\u`. */
function escaped(text: string): string {
  return [...text].map((c) => (c < '\x7f' ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)).join('');
}

/** The canaries a text holds. A canary's first 24 characters are enough to tell it from every other. */
function canariesIn(text: string, canaries: readonly string[]): string[] {
  const lower = text.toLowerCase();
  return canaries.filter((canary) => {
    const start = canary.slice(0, 24);
    return text.includes(start) || lower.includes(escaped(start).toLowerCase());
  });
}

const built = (folder: string) => projectFiles(folder, join(ROOT, 'dist')).map((path) => join(ROOT, 'dist', path));
const holding = (paths: readonly string[], canaries: readonly string[]) =>
  paths.filter((path) => canariesIn(readFileSync(path, 'utf8'), canaries).length > 0);

describe('what is built', () => {
  beforeAll(async () => {
    await buildStale(() => {});
  }, 180_000);

  it('has a bundle for every function, and no question in any', () => {
    const bundles = manifest.map(({ name }) => join(ROOT, 'dist/functions', name, 'index.mjs'));
    expect(bundles.filter((path) => !existsSync(path))).toEqual([]);
    expect(holding(bundles, [...explanations, ...stems, ...mockCanaries])).toEqual([]);
  });

  it('has no item of a mock paper in the site or in the packs, neither its words nor its id', () => {
    const open = [...built('site'), ...built('bank')];
    const readable = open.filter((path) => /\.(html|js|mjs|css|json|xml|txt|webmanifest)$/.test(path));
    expect(readable.length).toBeGreaterThan(20);
    expect(holding(readable, mockCanaries)).toEqual([]);
    const ids = new Set(mockItems.map((item) => item.id));
    const named = (path: string) => readFileSync(path, 'utf8').match(/\b[a-z]{2}\d\d-\d{3}\b/g) ?? [];
    expect(readable.filter((path) => named(path).some((id) => ids.has(id)))).toEqual([]);
  });

  it('has the items of mock papers beside the functions that ask for them, and no other', () => {
    const beside = built('functions').filter((path) => canariesIn(readFileSync(path, 'utf8'), mockCanaries).length > 0);
    const folders = new Set(beside.map((path) => relative(join(ROOT, 'dist/functions'), dirname(path))));
    const asking = manifest.filter((entry) => entry.mockBank).map(({ name }) => join(name, 'mock'));
    expect([...folders].sort()).toEqual(asking.sort());
  });

  it('has keys and explanations in the packs alone', () => {
    const site = built('site').filter((path) => /\.(html|js|mjs|css|json|xml|txt|webmanifest)$/.test(path));
    const packs = site.filter((path) => path.startsWith(join(ROOT, 'dist/site/packs/')));
    const rest = site.filter((path) => !packs.includes(path));
    expect(rest.length).toBeGreaterThan(5);
    expect(holding(rest, explanations)).toEqual([]);
    expect(rest.filter((path) => /"key"\s*:\s*\[\s*"[A-E]"/.test(readFileSync(path, 'utf8')))).toEqual([]);
    expect(holding(packs, explanations)).not.toEqual([]);
  });
});

describe('the search for canaries', () => {
  it('has a canary for every item', () => {
    expect(mockItems.length).toBeGreaterThanOrEqual(180);
    expect(mockCanaries.length).toBe(2 * mockItems.length);
    expect(explanations.length).toBeGreaterThanOrEqual(160);
    expect(new Set(explanations.map((text) => text.slice(0, 24))).size).toBeGreaterThan(150);
  });

  it('finds one that is planted, escaped or not', () => {
    const [first = '', second = ''] = explanations;
    expect(canariesIn(`const a = "${first}";`, explanations)).toContain(first);
    expect(canariesIn(`const a = "${escaped(second)}";`, explanations)).toContain(second);
    expect(canariesIn(`const a = "${escaped(second).toUpperCase()}";`, explanations)).toContain(second);
    expect(canariesIn('const a = "助人学堂";', explanations)).toEqual([]);
  });
});
