// P1 and P2: what a guest's visits to the answering page ask of the network, in a real browser: the first one, the next one, and one with the line cut.
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { audienceOf } from '../../../functions/contract/routes.ts';
import { openBrowser } from '../browser.ts';
import { byType, type Counted, type Counter, startCounter } from '../counter.ts';
import type { Row } from '../measure.ts';
import { startProduct } from '../product.ts';
import { makeScratch } from '../scratch.ts';

const DRILL = '/practice/drill/?chapter=jc18-04&most=20';
const ANSWERS = 3;
/** A headless browser reads no web app manifest. */
const MANIFEST = 'a browser with windows adds the manifest: 1 more';
const PHONE = { viewport: { width: 360, height: 740 } };
const OPEN = 'button.option[data-option="A"]';

export async function visits(): Promise<Row[]> {
  const { folder, remove } = makeScratch();
  const undo: (() => unknown)[] = [remove];
  try {
    const product = await startProduct(join(folder, 'data'));
    undo.push(product.stop);
    const counter = await startCounter(product.origin);
    undo.push(counter.close);
    const browser = await openBrowser(folder);
    undo.push(() => browser.close());
    return await rowsOf(await browser.newContext(PHONE), counter);
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

async function rowsOf(context: BrowserContext, counter: Counter): Promise<Row[]> {
  const first = await visited(context, counter);
  const next = await visited(context, counter);
  counter.cut();
  const offline = await visited(context, counter);
  const page = ofPage(first);
  const worker = first.filter((one) => one.byWorker);
  const calls = [...first, ...next, ...offline].filter(({ path }) => audienceOf(path) !== undefined);
  return [
    { ...requestsRow('a first visit', page, 8), note: `${byType(page)}; ${MANIFEST}` },
    {
      goal: '–',
      what: 'bytes over the line, a first visit',
      figure: bytesOf(page),
      unit: 'bytes',
      note: 'JS, CSS, HTML and questions, compressed',
    },
    { ...requestsRow('its service worker, in the background', worker), goal: '–' },
    {
      goal: '–',
      what: 'bytes over the line, its service worker',
      figure: bytesOf(worker),
      unit: 'bytes',
      note: 'every page, for use offline',
    },
    requestsRow('a second visit', ofPage(next), 0),
    requestsRow('a visit with the line cut, answered all the same', ofPage(offline), 0),
    {
      goal: 'P2',
      what: `functions called, 3 visits of ${ANSWERS} answers each`,
      figure: calls.length,
      unit: 'calls',
      limit: { most: 0 },
      note: 'opening a pack, starting a drill, grading',
    },
  ];
}

/** Opens the drill in a new tab, answers some questions, and tells what the network was asked for until it was quiet. */
async function visited(context: BrowserContext, counter: Counter): Promise<Counted[]> {
  counter.taken();
  const page = await context.newPage();
  try {
    await page.goto(`${counter.origin}${DRILL}`);
    for (let i = 0; i < ANSWERS; i += 1) await answer(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.waitForLoadState('networkidle');
    return counter.taken();
  } finally {
    await page.close();
  }
}

/** Picks the first option and sees what it earned; where several may be right, one is submitted alone. */
async function answer(page: Page): Promise<void> {
  await page.locator(OPEN).waitFor();
  await page.keyboard.press('A');
  const picked = page.locator(`${OPEN}[aria-pressed="true"]`);
  const verdict = page.locator('.verdict');
  await picked.or(verdict).waitFor();
  if (await picked.isVisible()) await page.keyboard.press('Enter');
  await verdict.waitFor();
  await page.keyboard.press('ArrowRight');
}

/** What the page itself needs. The worker's filling of its cache, and the browser's check for a newer worker, are nobody's wait. */
function ofPage(counted: readonly Counted[]): Counted[] {
  return counted.filter((one) => !one.byWorker);
}

function requestsRow(what: string, counted: readonly Counted[], most?: number): Row {
  const row: Row = {
    goal: 'P1',
    what: `requests of ${what}`,
    figure: counted.length,
    unit: 'requests',
    note: byType(counted),
  };
  return most === undefined ? row : { ...row, limit: { most } };
}

function bytesOf(counted: readonly Counted[]): number {
  return counted.reduce((sum, { bytes }) => sum + bytes, 0);
}
