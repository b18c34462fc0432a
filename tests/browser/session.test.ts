// Whose records are whose on a shared browser, and what happens when a session ends: no answer is lost, and none reaches another person's account.
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import type { Question } from '../../functions/domain/questions/question.ts';
import { zh } from '../../site/src/words/zh.ts';
import { firstOf } from './bank.ts';
import { openServer } from './server.ts';
import { answer, answerAll, open, openDrill, progressShown, signedIn, signIn, signOut, syncNow } from './steps.ts';
import { identities, kept } from './storage.ts';
import { useVisitors, visitor } from './visitors.ts';

const FIVE = '?chapter=jc18-02&most=5';

useVisitors();
const server = openServer();
afterAll(() => server.close());

it('goes on keeping answers after the session has ended on the server, says so, and sends them after the next sign-in', async () => {
  await server.forget('trainer');
  const { page, context, expects } = await visitor();
  expects(/40[14]/);
  await signIn(page, 'trainer');
  await server.endSession(context);
  await openDrill(page, FIVE);
  await answerAll(page, await firstOf('jc18-02', 5));
  await open(page, '/me/');
  await page.getByText(zh.me.syncStates['signed-out']).waitFor();
  await page.getByText(zh.me.pending(5)).waitFor();
  expect(await server.entries('trainer')).toEqual([]);

  await page.getByRole('link', { name: zh.me.signIn, exact: true }).click();
  await signedIn(page, 'trainer');
  await page.getByText(zh.me.syncStates.synced).waitFor();
  expect(identities(await server.entries('trainer'))).toEqual(identities((await kept(page)).entries));
});

it('leaves nothing on the browser after signing out, shows the next person nothing of the first, and gives the first all back', async () => {
  await server.forget('trainer');
  await server.forget('bureau');
  const { page } = await visitor();
  await signIn(page, 'trainer');
  await openDrill(page, FIVE);
  await answerAll(page, await firstOf('jc18-02', 5), 'wrong');
  const counts = await progressShown(page);
  await signOut(page);
  const left = await kept(page);
  expect([left.entries, left.drills, left.reports]).toEqual([[], [], []]);

  await signIn(page, 'bureau');
  await open(page, '/progress/');
  await page.getByText(zh.progress.empty).waitFor();
  await open(page, '/book/');
  await page.getByText(zh.book.empty.wrong).waitFor();
  await signOut(page);

  await signIn(page, 'trainer');
  expect(await progressShown(page)).toEqual(counts);
});

it.each([
  ['that hears of it', false],
  ['that hears nothing of it', true],
])(
  'never sends what one person answered to the account of another who signed in beside it, from a tab %s',
  async (_, deaf) => {
    await server.forget('trainer');
    await server.forget('bureau');
    const { page, context, expects } = await visitor();
    expects(/40[14]/);
    await signIn(page, 'trainer');
    await server.endSession(context);
    const first = await context.newPage();
    if (deaf) await first.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
    const [asked, ...rest] = await firstOf('jc18-02', 5);
    await openDrill(first, FIVE);
    await answer(first, asked);
    const mine = identities((await kept(page)).entries);
    expect(mine).toHaveLength(1);

    await context.clearCookies();
    await page.goto('/api/public/login?return=%2Fme%2F');
    await page.locator('button[value=demo-bureau]').click();
    await signedIn(page, 'bureau');
    // A tab that hears of the other person leaves the drill; one that does not goes on in the journal it was opened with.
    if (deaf) await answerRest(first, rest);
    else await first.getByText(zh.drill.theirs).waitFor();
    await syncNow(page);

    const sent = identities(await server.entries('bureau'));
    expect(sent.filter((one) => mine.includes(one))).toEqual([]);
    expect(sent).toEqual([]);
    expect(await server.entries('trainer')).toEqual([]);
    const held = (await kept(page)).entries;
    expect(held).toHaveLength(deaf ? 5 : 1);
    expect(identities(held)).toEqual(expect.arrayContaining(mine));
  },
);

async function answerRest(page: Page, questions: readonly Question[]): Promise<void> {
  await page.getByRole('button', { name: zh.drill.next }).click();
  await answerAll(page, questions);
}
