// The server dies in the middle of syncing, twice, and comes back on its data: what it acknowledged is there, and everything is there once.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import type { Entry } from '../../functions/domain/practice/journal.ts';
import { engineBinary, startEngine } from '../../functions/local/engine.ts';
import { type Product, startProduct } from '../support/product.ts';
import { chapterOf } from './bank.ts';
import { openServer } from './server.ts';
import { answerAll, openDrill, signIn, syncNow } from './steps.ts';
import { identities, kept } from './storage.ts';
import { BROKEN_NETWORK, useVisitors, visitor } from './visitors.ts';

/** More than two batches. */
const MARKS = 110;

useVisitors();

const dataFolder = mkdtempSync(join(tmpdir(), 'zhuren-crash-'));
let product: Product | undefined;
afterEach(async () => {
  await product?.kill();
  rmSync(dataFolder, { recursive: true, force: true });
});

/** Many entries in a short time: the flag of a question on and off. Resolves when all are on the disk. */
async function mark(page: Page, times: number): Promise<void> {
  const before = (await kept(page)).entries.length;
  for (let i = 0; i < times; i += 1) await page.keyboard.press('f');
  await expect.poll(async () => (await kept(page)).entries.length, { timeout: 20_000 }).toBe(before + times);
}

/** The table of a launcher that is not running. */
async function entriesInFile(origin: string): Promise<Entry[]> {
  const engine = await startEngine({ binary: engineBinary(process.env), file: join(dataFolder, 'table.db') });
  const server = openServer(engine.endpoint, origin);
  try {
    return await server.entries('new');
  } finally {
    await server.close();
    await engine.stop();
  }
}

it('loses nothing and doubles nothing when the server is killed while it takes in a journal', async () => {
  product = await startProduct({ dataFolder });
  const { origin } = product;
  const port = Number(new URL(origin).port);
  const { page, context, expects } = await visitor({ origin });
  expects(BROKEN_NETWORK);
  expects(/status (of )?50/);
  await signIn(page, 'new');
  await openDrill(page, '?chapter=jc18-01&most=10');
  await context.setOffline(true);
  await answerAll(page, (await chapterOf('jc18-01')).questions.slice(0, 10));
  await page.locator('.result .button.plain').first().click();
  await mark(page, MARKS);

  const acknowledged = page.waitForResponse((response) => isBatch(response.request()) && response.ok());
  await context.setOffline(false);
  await acknowledged;
  await product.kill();
  product = await startProduct({ dataFolder, port });
  await mark(page, MARKS);
  const underway = page.waitForRequest(isBatch);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await underway;
  await product.kill();
  product = await startProduct({ dataFolder, port });
  await syncNow(page);

  const { entries, streams } = await kept(page);
  expect(entries).toHaveLength(10 + 2 * MARKS);
  expect(streams.map(({ last, acked }) => last - acked)).toEqual([0]);
  await product.stop();
  const stored = identities(await entriesInFile(origin));
  expect(stored).toEqual(identities(entries));
  expect(new Set(stored).size).toBe(stored.length);
});

function isBatch(request: { method(): string; url(): string }): boolean {
  return request.method() === 'POST' && request.url().endsWith('/batches');
}
