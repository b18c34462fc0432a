import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isAnswering, isStreamed, isTimed } from '../../../functions/entry/function-entry.ts';
import { manifest } from '../../../functions/entry/manifest.ts';
import { loadApps, loadStreamed, loadTimed } from '../../../functions/local/apps.ts';
import { scratchFolder } from './scratch.ts';

const BUNDLE = `const said = process.env.APPS_TEST;
export const app = { fetch: () => new Response(said) };`;

function bundles(text: (name: string) => string | undefined): string {
  const folder = scratchFolder();
  for (const { name } of manifest) {
    const bundle = text(name);
    if (bundle === undefined) continue;
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'index.mjs'), bundle);
  }
  return folder;
}

test('every function of the manifest is loaded, and has its environment while it loads', async () => {
  const apps = await loadApps(
    bundles(() => BUNDLE),
    { APPS_TEST: 'early enough' },
  );
  expect([...apps.keys()]).toEqual(manifest.filter(isAnswering).map(({ audience }) => audience));
  for (const app of apps.values()) {
    expect(await (await app.fetch(new Request('http://127.0.0.1/'))).text()).toBe('early enough');
  }
});

test.each([
  ['has no bundle', undefined],
  ['has a bundle without an app', 'export const handler = () => undefined;'],
])('a function that %s is named', async (_what, bundle) => {
  const folder = bundles((name) => (name === 'candidate' ? bundle : BUNDLE));
  await expect(loadApps(folder, {})).rejects.toThrow('The bundle of the function "candidate" is missing');
});

test('what a timer starts is loaded with how often it runs', async () => {
  const timed = await loadTimed(bundles(() => "export const handler = async () => 'ran';"));
  const expected = manifest.filter(isTimed).map(({ name, everyMinutes }) => ({ name, everyMinutes }));
  expect(timed.map(({ name, everyMinutes }) => ({ name, everyMinutes }))).toEqual(expected);
  expect(expected.length).toBeGreaterThan(0);
  for (const { run } of timed) expect(await run()).toBe('ran');
});

test('what reads the stream is loaded with what it is handed', async () => {
  const streamed = await loadStreamed(bundles(() => "export const handler = async () => 'ran';"));
  const expected = manifest.filter(isStreamed).map(({ name, stream }) => ({ name, stream }));
  expect(streamed.map(({ name, stream }) => ({ name, stream }))).toEqual(expected);
  expect(expected.length).toBeGreaterThan(0);
  for (const { run } of streamed) expect(await run({ Records: [] })).toBe('ran');
});

test('a function without what its timer starts, or what the stream is handed to, is named', async () => {
  const folder = bundles((name) => (['jobs', 'tally'].includes(name) ? BUNDLE : 'export const handler = () => 1;'));
  await expect(loadTimed(folder)).rejects.toThrow('The bundle of the function "jobs" is missing');
  await expect(loadStreamed(folder)).rejects.toThrow('The bundle of the function "tally" is missing');
});
