// No key of the bank is built into what must not have one: the functions' bundles hold no question at all, the site holds keys only in its
// packs. The canaries are the explanations of the real items: whoever copies a question copies its explanation.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bankFolder, readBank } from '../../functions/content/load.ts';
import { manifest } from '../../functions/entry/manifest.ts';
import { buildStale } from '../../functions/local/build.ts';
import { projectFiles, ROOT } from './files.ts';

const { bank } = readBank(bankFolder);
const items = bank.files.flatMap((file) => file.items);
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
    expect(holding(bundles, [...explanations, ...stems])).toEqual([]);
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
