// The counting behind the size budget, on a small site with everything a page can name.
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { manifest } from '../../functions/entry/manifest.ts';
import { pageWeight } from './page-weight.ts';
import {
  BUNDLE_MOST,
  COURSE_PAGE_MOST,
  OWN_PAGE_MOST,
  overweight,
  PAGE_MOST,
  STAFF_PAGE_MOST,
  weighAll,
} from './size-budget.ts';

let root: string;

function put(path: string, text: string | Buffer): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Script that gzip cannot make smaller than about three quarters of `bytes`. */
const heavy = (bytes: number) => `export const heavy = '${randomBytes(bytes).toString('base64')}';\n`;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sizes-'));
  for (const { name } of manifest) put(`dist/functions/${name}/index.mjs`, 'export {};');
  put('dist/site/index.html', '<link rel="stylesheet" href="/_astro/a.css"><p>');
  put('dist/site/_astro/a.css', 'p { margin: 0 }');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

it('counts what a page names and all that this imports, at once and later, each once', async () => {
  put(
    'dist/site/p/index.html',
    '<link rel="stylesheet" href="/_astro/a.css"><script src="/plain.js"></script>' +
      '<script type="module" src="/_astro/page.js"></script><astro-island component-url="/_astro/island.js">',
  );
  put('dist/site/plain.js', '(() => {})();');
  put('dist/site/_astro/page.js', "import { s } from './shared.js'; s(); import('./late.js');");
  put('dist/site/_astro/island.js', "import { s } from '/_astro/shared.js'; export default s;");
  put('dist/site/_astro/shared.js', 'export const s = () => 1;');
  put('dist/site/_astro/late.js', 'export const late = 2;');
  put('dist/site/_astro/other.js', heavy(50_000));
  const { files, bytes } = await pageWeight(join(root, 'dist/site'), 'p/index.html');
  expect(files.map((file) => file.path)).toEqual([
    '_astro/a.css',
    '_astro/island.js',
    '_astro/late.js',
    '_astro/page.js',
    '_astro/shared.js',
    'plain.js',
  ]);
  expect(bytes).toBe(files.reduce((sum, file) => sum + file.bytes, 0));
});

it('counts what is written into the page itself', async () => {
  const bare = await pageWeight(join(root, 'dist/site'), 'index.html');
  put('dist/site/index.html', `<link rel="stylesheet" href="/_astro/a.css"><script>${heavy(900)}</script>`);
  const { bytes } = await pageWeight(join(root, 'dist/site'), 'index.html');
  expect(bytes).toBeGreaterThan(bare.bytes + 900);
});

it('fails on a page that names a file that is not there', async () => {
  put('dist/site/index.html', '<script type="module" src="/_astro/gone.js"></script>');
  await expect(pageWeight(join(root, 'dist/site'), 'index.html')).rejects.toThrow('gone.js');
});

it('weighs every bundle and every page, and names what is over its budget', async () => {
  put('dist/site/practice/index.html', '<script type="module" src="/big.js"></script>');
  put('dist/site/big.js', heavy(PAGE_MOST));
  put(`dist/functions/${manifest[0]?.name}/index.mjs`, Buffer.alloc(BUNDLE_MOST + 1));
  const weighed = await weighAll(root);
  expect(weighed).toHaveLength(manifest.length + 2);
  expect(overweight(weighed)).toEqual([
    `function ${manifest[0]?.name} weighs 400001 bytes, 1 more than its 400000.`,
    expect.stringMatching(/^page practice\/index\.html weighs \d+ bytes/),
  ]);
});

it('lets the pages of staff and of one’s own data weigh more, in both languages, and no other', async () => {
  for (const page of ['staff', 'en/staff/people', 'staffing', 'en/profile', 'invitation', 'profiles'])
    put(`dist/site/${page}/index.html`, '<p>');
  const weighed = await weighAll(root);
  const mostOf = (page: string) => weighed.find(({ what }) => what === `page ${page}/index.html`)?.most;
  expect(['staff', 'en/staff/people', 'staffing'].map(mostOf)).toEqual([STAFF_PAGE_MOST, STAFF_PAGE_MOST, PAGE_MOST]);
  expect(['en/profile', 'invitation', 'profiles'].map(mostOf)).toEqual([OWN_PAGE_MOST, OWN_PAGE_MOST, PAGE_MOST]);
});

it('lets the pages of training weigh more, in both languages', async () => {
  for (const page of ['training', 'en/course', 'trainings']) put(`dist/site/${page}/index.html`, '<p>');
  const weighed = await weighAll(root);
  const mostOf = (page: string) => weighed.find(({ what }) => what === `page ${page}/index.html`)?.most;
  const most = ['training', 'en/course', 'trainings'].map(mostOf);
  expect(most).toEqual([COURSE_PAGE_MOST, COURSE_PAGE_MOST, PAGE_MOST]);
});
