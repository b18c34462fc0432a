// How a page begins, put together as in the browser: journal, wire, sync and session over a server that answers `fetch`.
import { describe, expect, it, vi } from 'vitest';
import type { Connection } from '../../../site/src/journal/connect.ts';
import { type BrowserEnv, browserEnv } from '../../../site/src/journal/env.ts';
import { startJournal } from '../../../site/src/journal/start.ts';
import { answer, fakePage, makeWorld } from './world.ts';

async function begin(href: string, indexedDB?: null) {
  const world = makeWorld();
  const browser = world.browser('one');
  const tab = await browser.tab();
  const page = { href, replace: (next: string) => void Object.assign(page, { href: next }) };
  const env: BrowserEnv = { ...fakePage(world.clock, browser.locks), ...tab.env, page };
  if (indexedDB === null) env.indexedDB = undefined;
  const send = vi.fn<typeof fetch>(async (url) => {
    const name = String(url).endsWith('/me') ? 'me' : 'listBatches';
    return Response.json(await browser.call(name as 'me', { params: { person: browser.cookie.person } } as never));
  });
  return { world, browser, env, send, page };
}

describe('a page that begins', () => {
  it('asks nothing for a guest', async () => {
    const { env, send } = await begin('https://site.example/practice');
    const { journal, connected } = await startJournal(env, send);
    connected(() => expect.unreachable());
    await journal.add(answer('q-1'));
    expect(send).not.toHaveBeenCalled();
  });

  it('completes a sign-in that has just ended, and hands over the connection', async () => {
    const { browser, env, send, page } = await begin('https://site.example/practice?signed-in=1');
    browser.cookie.person = 'person-one';
    const { journal, connected } = await startJournal(env, send);
    const { who, sync } = await new Promise<Connection>(connected);
    expect(who).toMatchObject({ kind: 'person', person: 'person-one', confirmed: true });
    expect(journal.profile).toBe('person-one');
    expect(page.href).toBe('https://site.example/practice');
    expect(sync.status.state).toBe('synced');
    sync.stop();
  });

  it('connects when somebody signs in in another tab', async () => {
    const { browser, env, send } = await begin('https://site.example/practice');
    const { connected } = await startJournal(env, send);
    const connection = new Promise<Connection>(connected);
    const other = await browser.tab();
    browser.cookie.person = 'person-one';
    const { claim } = await import('../../../site/src/journal/session.ts');
    await claim(other, 'person-one', '名');
    const { who, sync } = await connection;
    expect(who).toMatchObject({ person: 'person-one' });
    sync.stop();
  });

  it('practises in memory where nothing is kept, and says why', async () => {
    const { env, send } = await begin('https://site.example/practice', null);
    const { journal, unavailable } = await startJournal(env, send);
    await journal.add(answer('q-1'));
    expect(journal.kept).toBe(false);
    expect(unavailable?.reason).toBe('absent');
  });
});

describe('browserEnv', () => {
  it('makes ids the contract takes, each another', () => {
    const { newId } = browserEnv();
    const ids = Array.from({ length: 100 }, newId);
    expect(new Set(ids).size).toBe(100);
    for (const id of ids) expect(id).toMatch(/^[0-9A-Za-z_-]{16}$/);
  });

  it('tells the time as an instant', () => {
    expect(browserEnv().now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('carries a word from one tab to the others', async () => {
    const [one, other] = [browserEnv(), browserEnv()];
    const heard = new Promise((resolve) => other.channel?.listen(resolve));
    one.channel?.post({ profile: 'guest' });
    expect(await heard).toEqual({ profile: 'guest' });
    one.channel?.close();
    other.channel?.close();
  });
});
