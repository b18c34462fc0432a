// Time and chance are arguments: only the composition roots read a clock or draw a number.
import { describe, expect, it } from 'vitest';
import { projectFiles, textOf } from './files.ts';
import { clocksIn } from './syntax.ts';

/** Who may, and why. A name with a slash at its end is a folder. */
const ROOTS: { [path: string]: string } = {
  'functions/deps.ts': 'the composition root of every function',
  'functions/local/': 'a composition of its own: it plays the parts that AWS plays, timers and keys among them',
  'site/src/journal/env.ts': "the browser's composition root",
};

const files = ['functions', 'site', 'infra']
  .flatMap((folder) => projectFiles(folder))
  .filter((path) => /\.(ts|tsx|mjs|astro)$/.test(path))
  .filter((path) => !Object.keys(ROOTS).some((root) => path === root || (root.endsWith('/') && path.startsWith(root))));

describe('time and chance', () => {
  it('are read in composition roots alone', () => {
    const found = files.flatMap((path) =>
      clocksIn(path, textOf(path)).map(({ line, what }) => `${path}:${line} ${what}`),
    );
    expect(found).toEqual([]);
  });

  it('are looked for in many files', () => {
    expect(files.length).toBeGreaterThan(80);
  });

  it.each(Object.keys(ROOTS))('have a root at %s that reads them', (root) => {
    const path = root.endsWith('/') ? projectFiles(root.slice(0, -1)).filter((p) => p.endsWith('.ts')) : [root];
    expect(path.flatMap((p) => clocksIn(p, textOf(p)))).not.toEqual([]);
  });

  it.each([
    ['Date.now()', 'Date.now'],
    ['const t = Date["now"]', 'Date.now'],
    ['const { now } = Date', 'Date.now'],
    ['new Date()', 'new Date()'],
    ['new Date', 'new Date()'],
    ['Date()', 'Date()'],
    ['Math.random() * 2', 'Math.random'],
    ['globalThis.Math.random()', 'Math.random'],
    ['performance.now()', 'performance.now'],
    ['crypto.randomUUID()', 'crypto.randomUUID'],
    ['self.crypto.getRandomValues(new Uint8Array(4))', 'crypto.getRandomValues'],
    ['process.hrtime.bigint()', 'process.hrtime'],
    ["import { randomBytes as bytes } from 'node:crypto'", 'import { randomBytes }'],
  ])('are seen in `%s`', (code, what) => {
    expect(clocksIn('planted.ts', code).map((finding) => finding.what)).toContain(what);
  });

  it('are seen in the frontmatter and the scripts of a page', () => {
    const page = '---\nconst built = new Date();\n---\n<p>now</p>\n<script>\nDate.now();\n</script>\n';
    expect(clocksIn('planted.astro', page)).toHaveLength(2);
  });

  it.each([
    'new Date(ms).toISOString()',
    '// Date.now() is forbidden',
    "'Math.random()'",
    'Date.parse(day)',
    'env.now()',
  ])('are not seen in `%s`', (code) => {
    expect(clocksIn('planted.ts', code)).toEqual([]);
  });
});
