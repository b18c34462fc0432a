// Steps of stories about mock papers: the bank behind them, papers that were sat by the wire, and pages opened with their content.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Answer } from '../../functions/contract/index.ts';
import { ask } from './courses.ts';
import { begin } from './exam.ts';
import { open } from './steps.ts';

const BANK = join(import.meta.dirname, '../../functions/content/mock');
const DEVICE = 'a-device-before';

type Asked = Answer<'readAttempt'>['asked'][number];
type Picks = (question: Asked, key: readonly string[]) => readonly string[];

/** The keys of the questions of a subject, as the bank's own files have them. */
function keysOf(subject: string): ReadonlyMap<string, readonly string[]> {
  const folder = join(BANK, subject);
  const files = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
  return new Map(files.flatMap(({ items }) => items.map(({ id, key }: { id: string; key: string[] }) => [id, key])));
}

/** Answers an attempt's questions and hands it in, all by the wire. */
export async function answerAndHandIn(page: Page, attempt: string, picks: Picks): Promise<Asked[]> {
  const { asked, subject } = await ask(page, 'readAttempt', { params: { attempt } });
  const keys = keysOf(subject);
  const answers = asked.map((question) => ({
    ...{ n: question.n, seq: question.n, flagged: question.n === 2, spentS: question.n * 3 },
    picked: [...picks(question, keys.get(question.id) ?? [])],
  }));
  await ask(page, 'submitAttempt', { params: { attempt }, body: { device: DEVICE, answers, texts: [] } });
  return asked;
}

/** No key of it is corrected in the demo world: its marks are as they are reckoned here. */
export const SUBJECT = 'law-and-policy';

/** A short paper of it, sat and handed in. */
export async function satShort(page: Page, picks: Picks): Promise<{ attempt: string; asked: Asked[] }> {
  const attempt = await begin(page, { subject: SUBJECT });
  return { attempt, asked: await answerAndHandIn(page, attempt, picks) };
}

/** Two of the singles right and one wrong; of the multiples the first in part, the second wrong; all else blank: 2.5 marks of 30. */
export const mixed: Picks = ({ n, kind, options }, key) => {
  const wrong = options.map(({ id }) => id).find((id) => !key.includes(id)) ?? '';
  if (kind === 'single') return n <= 2 ? key : n === 3 ? [wrong] : [];
  if (n === 21) return key.slice(0, 1);
  return n === 22 ? [...key.slice(0, 1), wrong].sort() : [];
};

export async function openResult(page: Page, attempt: string, root = ''): Promise<void> {
  await open(page, `${root}/mock/result/?attempt=${attempt}`);
  await page.locator('.mock-large').waitFor();
}

export async function openReview(page: Page, attempt: string, search = '', root = ''): Promise<void> {
  await open(page, `${root}/mock/review/?attempt=${attempt}${search}`);
  await page.locator('article').waitFor();
}

/** The list with all that it shows. */
export async function openList(page: Page, root = ''): Promise<void> {
  await open(page, `${root}/mock/`);
  await page.locator('.mock-subject').first().waitFor();
}
