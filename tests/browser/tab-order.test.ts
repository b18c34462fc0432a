// Tab reaches everything on every page, in the order of the page, with the focus drawn and nothing over it.
import { describe, expect, it } from 'vitest';
import { open } from './steps.ts';
import { fromTheTop, stops, tabThrough } from './tabbing.ts';
import { DESK, PHONE, useVisitors, visitor } from './visitors.ts';

useVisitors();

describe('Tab', () => {
  const pages = [
    '/',
    '/practice/',
    '/practice/drill/?chapter=jc18-04&most=3',
    '/book/',
    '/progress/',
    '/me/',
    '/invitation/',
    '/none/',
  ];
  const cases = pages.flatMap((path) => [[path, PHONE] as const, [path, DESK] as const]);

  it.each(cases)('reaches everything on %s in the order of the page, in sight (%o)', async (path, viewport) => {
    const { page, expects } = await visitor({ viewport });
    expects(/404/);
    if (path === '/none/') await page.goto(path);
    else await open(page, path);
    if (path.includes('drill')) await page.locator('.stem').waitFor();
    await fromTheTop(page);
    const wanted = await stops(page);
    const { reached, unseen } = await tabThrough(page, wanted.length);
    expect(reached).toEqual(wanted);
    expect(unseen).toEqual([]);
  });
});
