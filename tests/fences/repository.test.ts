// The repository itself: what must be in it (licence, exact versions, working links) and what must never be (paths of a machine, registry
// hosts, leftovers, unexplained exceptions).
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFiles, ROOT, textOf } from './files.ts';
import { anysIn } from './syntax.ts';

const LONGEST_FILE = 300;

const all = projectFiles().filter((path) => !/\.(png|jpe?g|ico|woff2?|otf|ttf|gz)$/.test(path));
const code = all.filter((path) => /\.(ts|tsx|mjs|astro|css)$/.test(path));
const written = all.filter((path) => path !== 'package-lock.json');

/** Every line of the files that a pattern matches, as `path:line text`. */
function lines(paths: readonly string[], pattern: RegExp, text = textOf): string[] {
  return paths.flatMap((path) =>
    text(path)
      .split('\n')
      .flatMap((line, i) => (pattern.test(line) ? [`${path}:${i + 1} ${line.trim().slice(0, 120)}`] : [])),
  );
}

/** An absolute path of somebody's machine; the part after the slash keeps URLs and routes out. */
const MACHINE_PATH = /(?<![\w.:/\-*])\/(?:home|root|work|tmp|Users|private|mnt)\/[\w.-]+/;

/** A package registry, npm's own or another: the lock and the configuration name none, so that each user's own is used. */
const PACKAGE_HOST = /registry\s*=|https?:\/\/[\w.-]*(?:registry|npm|pypi|mirror)[\w.-]*\/(?!package\/)/i;

const LEFTOVER = new RegExp(`\\b(?:${['TO', 'FIX'].map((a, i) => a + ['DO', 'ME'][i]).join('|')}|X{3})\\b`);

const EXCEPTION = /biome-ignore|@ts-(?:expect-error|ignore|nocheck)|eslint-|prettier-ignore|v8 ignore/;

/** An exception with its reason; `@ts-expect-error` and `@ts-nocheck` hide what they do not name and have none that is good enough. */
const EXPLAINED = /biome-ignore [\w/]+: (?!<explanation>)\S.{9,}|@ts-expect-error:? \S.{9,}|v8 ignore \w+ -- \S.{9,}/;

const SKIPPED = /\b(?:it|test|describe)\.(?:skip|only|todo|skipIf|runIf|fails)\b/;

function unexplainedAnys(path: string, text: string): string[] {
  const above = (line: number) => text.split('\n')[line - 2] ?? '';
  return anysIn(path, text)
    .filter(({ line }) => !/biome-ignore lint\/suspicious\/noExplicitAny: \S/.test(above(line)))
    .map(({ line }) => `${path}:${line}`);
}

describe('no file holds', () => {
  it('a path of a machine', () => {
    expect(lines(written, MACHINE_PATH)).toEqual([]);
  });

  it('a link in place of itself: it would lead to one machine alone', () => {
    const folders = ['', ...new Set(all.map((path) => path.split('/').slice(0, -1).join('/')))];
    const entries = folders
      .flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => join(folder, name)))
      // What git ignores may be linked: two checkouts of one machine share it so.
      .filter((path) => path !== 'node_modules');
    expect(entries.length).toBeGreaterThan(all.length / 2);
    expect(entries.filter((path) => lstatSync(join(ROOT, path)).isSymbolicLink())).toEqual([]);
  });

  it('the address of a package registry', () => {
    expect(lines(all, PACKAGE_HOST)).toEqual([]);
  });

  it('a leftover mark of work', () => {
    expect(lines(written, LEFTOVER)).toEqual([]);
  });

  it('the type any, unless the line above explains it', () => {
    const found = code.filter((path) => !path.endsWith('.css')).flatMap((path) => unexplainedAnys(path, textOf(path)));
    expect(found).toEqual([]);
  });

  it('an exception without its reason', () => {
    const exceptions = lines(
      code.filter((path) => path !== 'tests/fences/repository.test.ts'),
      EXCEPTION,
    );
    expect(exceptions.filter((line) => !EXPLAINED.test(line))).toEqual([]);
  });

  it('a test that does not run', () => {
    expect(
      lines(
        code.filter((path) => path.startsWith('tests/')),
        SKIPPED,
      ),
    ).toEqual([]);
  });

  it(`more than ${LONGEST_FILE} lines`, () => {
    expect(code.filter((path) => textOf(path).split('\n').length > LONGEST_FILE + 1)).toEqual([]);
  });
});

describe('these searches find', () => {
  const plant = (pattern: RegExp, line: string) => lines(['planted'], pattern, () => line);
  const slash = '/';

  it.each(['root', 'work', 'home', 'tmp'])('a path under %s', (folder) => {
    expect(plant(MACHINE_PATH, `const file = '${slash}${folder}${slash}project'`)).toHaveLength(1);
  });

  it.each(['/api/public/me', 'https://example.org/work/x', 'functions/work/x'])('nothing in %s', (line) => {
    expect(plant(MACHINE_PATH, line)).toEqual([]);
  });

  it.each([`"resolved": "https:${slash}/registry.example.org/x.tgz"`, `registry${' = '}x`])(
    'a registry in %s',
    (line) => {
      expect(plant(PACKAGE_HOST, line)).toHaveLength(1);
    },
  );

  it('leftovers, skipped tests and the type any', () => {
    expect(plant(LEFTOVER, `// ${'TO'}${'DO'} later`)).toHaveLength(1);
    expect(plant(SKIPPED, `it${'.'}skip('x')`)).toHaveLength(1);
    expect(unexplainedAnys('planted.ts', 'const x: Array<any> = []; // any')).toHaveLength(1);
  });

  it('exceptions that say nothing', () => {
    expect(EXPLAINED.test('// biome-ignore lint/style/noDefaultExport: the tool reads it')).toBe(true);
    expect(EXPLAINED.test('// biome-ignore lint/style/noDefaultExport: <explanation>')).toBe(false);
    expect(EXPLAINED.test('// biome-ignore lint/style/noDefaultExport')).toBe(false);
    expect(EXPLAINED.test('// @ts-expect-error')).toBe(false);
    expect(EXPLAINED.test('// @ts-ignore because it is so')).toBe(false);
  });
});

describe('the package', () => {
  const manifest = JSON.parse(textOf('package.json'));
  const lists = ['dependencies', 'devDependencies', 'optionalDependencies'];

  it('names exact versions alone', () => {
    const versions = lists.flatMap((list) => Object.entries<string>(manifest[list] ?? {}));
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    expect(versions.length).toBeGreaterThan(20);
  });

  it('has scripts of one word', () => {
    expect(Object.keys(manifest.scripts).filter((name) => !/^[a-z]+$/.test(name))).toEqual([]);
  });

  it('is under the MIT licence, and so is the file that says it', () => {
    expect(manifest.license).toBe('MIT');
    expect(textOf('LICENSE')).toMatch(/^MIT License\n[\s\S]*WITHOUT WARRANTY OF ANY KIND/);
  });

  it.each(['README.md', 'CONTRIBUTING.md'])('has every script that %s names', (file) => {
    const named = [...textOf(file).matchAll(/npm (?:run )?([a-z]+)/g)].map((match) => match[1] ?? '');
    const own = new Set(['ci', 'i', 'install', 'audit', 'exec', ...Object.keys(manifest.scripts)]);
    expect(named.filter((name) => !own.has(name))).toEqual([]);
  });
});

describe('the documents', () => {
  const documents = all.filter((path) => path.endsWith('.md'));

  it('link to files that exist', () => {
    const known = new Set(
      all.flatMap((path) => [path, ...path.split('/').map((_, i, parts) => parts.slice(0, i).join('/'))]),
    );
    const broken = documents.flatMap((path) =>
      [...textOf(path).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
        .map((match) => new URL(match[1] ?? '', `file:///${path}`).pathname.slice(1).replace(/\/$/, ''))
        .filter((target) => !known.has(decodeURIComponent(target)))
        .map((target) => `${path} → ${target}`),
    );
    expect(broken).toEqual([]);
  });
});
