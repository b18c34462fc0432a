// Steps of stories about the exam page: beginning an attempt, opening it, and what the server holds of it.
import { globSync, readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import type { Answer } from '../../functions/contract/index.ts';
import { examZh } from '../../site/src/words/zh-exam.ts';
import { ROOT } from '../fences/files.ts';
import type { Trace } from '../support/leaks.ts';

export type Sitting = Answer<'readAttempt'>;

export interface Beginning {
  mode?: 'realistic' | 'relaxed';
  subject?: string;
}

/** Begins a short paper for whoever is signed in, on a device that is not this browser's; tells its id. */
export async function begin(
  page: Page,
  { mode = 'relaxed', subject = 'junior-comprehensive' }: Beginning = {},
): Promise<string> {
  const { status, body } = await page.evaluate(
    async (wanted) => {
      const { actor } = await (await fetch('/api/public/me')).json();
      const answer = await fetch(`/api/mock/people/${actor.person}/attempts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...wanted, request: crypto.randomUUID() }),
      });
      return { status: answer.status, body: await answer.json() };
    },
    { kind: 'on-demand', device: 'a-device-before', subject, form: 'short', mode, factor: 100 },
  );
  if (body.attempt === undefined) throw new Error(`no attempt was begun: ${status} ${JSON.stringify(body)}`);
  return body.attempt.attempt;
}

/** Opens an attempt's page and waits for its question, whoever may write it. */
export async function openExam(page: Page, attempt: string, path = '/mock/sit/'): Promise<void> {
  await page.goto(`${path}?attempt=${attempt}`);
  await page.locator('.exam .stem').waitFor();
}

/** Opens it, and takes it over. */
export async function sit(page: Page, attempt: string): Promise<void> {
  await openExam(page, attempt);
  await takeOver(page);
}

export async function takeOver(page: Page): Promise<void> {
  await page.getByRole('button', { name: examZh.otherDeviceHere }).click();
  await page.locator('button.option:not([disabled]), textarea:not([readonly])').first().waitFor();
}

/** Waits until the page says that all is at the server. */
export async function saved(page: Page): Promise<void> {
  await page.locator('.exam-saved[data-state=saved]').waitFor();
}

/** What the server holds. */
export async function atServer(page: Page, attempt: string): Promise<Sitting> {
  return page.evaluate(async (id) => (await fetch(`/api/mock/attempts/${id}`)).json(), attempt);
}

/** What is picked at the server, by question: `{ 1: 'A', 2: 'AC' }`. Blank ones are left out. */
export function picksOf({ answers }: Pick<Sitting, 'answers'>): Record<number, string> {
  const given = answers.filter(({ picked }) => picked.length > 0);
  return Object.fromEntries(given.map(({ n, picked }) => [n, picked.join('')]));
}

/** Goes to a question by the card, and presses letters there. */
export async function answerAt(page: Page, n: number, letters: string): Promise<void> {
  await goTo(page, n);
  for (const letter of letters) await page.keyboard.press(letter);
}

export async function goTo(page: Page, n: number): Promise<void> {
  const at = async () =>
    Number(/^(\d+)/.exec((await page.locator('.exam-position [aria-hidden]').textContent()) ?? '')?.[1]);
  for (let here = await at(); here !== n; here = await at()) {
    await page.keyboard.press(here < n ? 'n' : 'p');
    await page
      .getByText(examZh.position(here + Math.sign(n - here), 25), { exact: true })
      .waitFor({ state: 'attached' });
  }
}

/** The seconds that the page says are left. */
export async function leftS(page: Page): Promise<number> {
  const text = (await page.locator('.exam-time').textContent()) ?? '';
  const [, m = '0', s = '0'] = /(\d+):(\d\d)$/.exec(text) ?? [];
  return Number(m) * 60 + Number(s);
}

interface Keyed {
  id: string;
  explanation: string;
  options?: { why: string }[];
  parts?: { model: string; points: { text: string }[] }[];
}

/** What nobody may read of some questions before their attempt is over: explanations, why an option is right or wrong, model answers. */
export function secretsOf(questions: readonly { id: string }[]): string[] {
  const ids = new Set(questions.map(({ id }) => id));
  const files = globSync('functions/content/mock/*/*.json', { cwd: ROOT });
  const items = files.flatMap(
    (file) => (JSON.parse(readFileSync(`${ROOT}/${file}`, 'utf8')) as { items?: Keyed[] }).items ?? [],
  );
  return items
    .filter(({ id }) => ids.has(id))
    .flatMap(({ explanation, options = [], parts = [] }) => [
      explanation,
      ...options.map(({ why }) => why),
      ...parts.flatMap(({ model, points }) => [model, ...points.map(({ text }) => text)]),
    ]);
}

/** Everything that is answered to a browser from now on: bodies and headers. */
export function answersTo(context: BrowserContext): () => Promise<Trace[]> {
  const reading: Promise<Trace>[] = [];
  context.on('response', (response) => {
    const body = response.text().catch(() => '');
    const text = body.then((it) => `${JSON.stringify(response.headers())} ${it}`);
    reading.push(text.then((it) => ({ where: response.url(), text: it })));
  });
  return () => Promise.all(reading);
}

/** Where one of some sentences is found. */
export function tellsOf(traces: readonly Trace[], secrets: readonly string[]): string[] {
  const told = (text: string) =>
    secrets.find((secret) => text.includes(secret) || text.includes(JSON.stringify(secret).slice(1, -1)));
  return traces.flatMap(({ where, text }) => (told(text) === undefined ? [] : [`${where}: ${told(text)}`]));
}
