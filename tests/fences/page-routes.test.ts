// A page carries the addresses of what it calls, and calls nothing whose address it does not carry.
import { dirname, join } from 'node:path/posix';
import { describe, expect, it } from 'vitest';
import { audiences, type RouteName, routes } from '../../functions/contract/routes.ts';
import { projectFiles, textOf } from './files.ts';

const files = new Set(projectFiles('site/src'));
const pages = [...files].filter((path) => path.endsWith('.astro') && path.startsWith('site/src/pages/'));

/** What every page carries, as site/src/api/addresses.ts lists it. */
const common = tablesIn('site/src/api/addresses.ts');

/** Audiences whose tables a file imports. */
function tablesIn(path: string): string[] {
  return [...textOf(path).matchAll(/contract\/(\w+)\/routes\.ts'/g)].map(([, audience = '']) => audience);
}

/** The files of the site that a page loads sooner or later, itself among them. */
function loadedBy(page: string): Set<string> {
  const seen = new Set([page]);
  for (const path of seen) {
    for (const [, from = ''] of textOf(path).matchAll(
      /(?:(?:import|export) (?!type )[^';]*from |import\()\s*'(\.[^']+)'/g,
    )) {
      const to = join(dirname(path), from);
      if (files.has(to)) seen.add(to);
    }
  }
  return seen;
}

/** The routes that a file calls, or makes an address of. */
function callsIn(path: string): string[] {
  return [...textOf(path).matchAll(/\b(?:call|addressOf|readFile)\(\s*(?:\w+,\s*)?'(\w+)'/g)].map(
    ([, name = '']) => name,
  );
}

const audienceOf = (route: string) => routes[route as RouteName]?.split('/')[2] ?? `no audience: ${route}`;

describe.each(pages.filter((page) => textOf(page).includes('<script>')))('%s', (page) => {
  const loaded = [...loadedBy(page)];
  const carried = new Set([
    ...common,
    ...loaded.filter((path) => path === page || path.includes('/shell/')).flatMap(tablesIn),
  ]);

  it('carries the address of whatever it calls', () => {
    const called = new Set(loaded.flatMap(callsIn).map(audienceOf));
    expect([...called].filter((audience) => !carried.has(audience))).toEqual([]);
  });

  it('carries no table of which it calls nothing', () => {
    const called = new Set(loaded.flatMap(callsIn).map(audienceOf));
    expect([...carried].filter((audience) => !common.includes(audience) && !called.has(audience))).toEqual([]);
  });
});

/** Of programs, which have no pages. */
const PAGELESS = ['open'];

it('finds a call in some page of every audience that has pages', () => {
  const called = new Set(pages.flatMap((page) => [...loadedBy(page)].flatMap(callsIn)).map(audienceOf));
  expect(audiences.filter((audience) => !called.has(audience) && !PAGELESS.includes(audience))).toEqual([]);
});
