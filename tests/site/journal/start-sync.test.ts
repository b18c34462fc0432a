// When a page syncs: few batches a sitting, new tries after failures, and a guest left alone.
import { describe, expect, it } from 'vitest';
import type { KeptJournal } from '../../../site/src/journal/journal.ts';
import { type Sync, startSync } from '../../../site/src/journal/start-sync.ts';
import { answer, fakePage, makeWorld, signIn } from './world.ts';

const MINUTE = 60_000;

async function start(person: string | undefined = 'person-one') {
  const world = makeWorld();
  const browser = world.browser('one');
  const journal = await browser.tab();
  if (person) await signIn(browser, journal, person);
  const page = fakePage(world.clock, browser.locks);
  const sync = startSync(journal, browser.call, page);
  const settled = () => quiet(journal, sync);
  await settled();
  const batches = () => world.server.batchesOf('person-one').map((batch) => batch.entries.length);
  return { world, server: world.server, browser, journal, page, sync, settled, batches };
}

/** Until the page has nothing left to do by itself: its reads of the database are behind us, and no round is underway. */
async function quiet(journal: KeptJournal, sync: Sync): Promise<void> {
  for (let calm = 0; calm < 4; calm = sync.status.state === 'syncing' ? 0 : calm + 1) {
    await journal.db.read(async (tx) => tx.objectStore('meta').count());
  }
}

describe('a sitting', () => {
  it('of 20 answers with 30 s for each ends as one batch', async () => {
    const { journal, page, settled, batches, sync } = await start();
    for (let i = 0; i < 20; i += 1) {
      await page.pass(30_000, settled);
      await journal.add(answer(`q-${i}`));
    }
    await settled();
    await sync.flush();
    await page.pass(30 * MINUTE, settled);
    expect(batches()).toEqual([20]);
    expect(sync.status).toMatchObject({ state: 'synced', pending: 0, refused: 0 });
  });

  it('of 20 answers, with a look at another app after each, ends as two batches and the rest', async () => {
    const { journal, page, settled, batches } = await start();
    for (let i = 0; i < 20; i += 1) {
      await page.pass(30_000, settled);
      await journal.add(answer(`q-${i}`));
      await settled();
      page.fire('hidden');
      await settled();
      page.fire('shown');
      await settled();
    }
    expect(batches().length).toBeLessThanOrEqual(3);
  });

  it('that stops is sent after three quiet minutes', async () => {
    const { journal, page, settled, batches, sync } = await start();
    await journal.add(answer('q-1'));
    await settled();
    await page.pass(2 * MINUTE, settled);
    expect(sync.status).toMatchObject({ state: 'pending', pending: 1 });
    await page.pass(MINUTE, settled);
    expect(batches()).toEqual([1]);
  });

  it('is sent when the page is hidden, with a request that outlives it', async () => {
    const { journal, page, settled, batches } = await start();
    await journal.add(answer('q-1'));
    await settled();
    page.fire('hidden');
    await settled();
    expect(batches()).toEqual([1]);
  });
});

describe('failures', () => {
  it('are tried again after 2 s, 4 s, … and are said to be offline meanwhile', async () => {
    const { server, journal, page, settled, batches, sync } = await start();
    await journal.add(answer('q-1'));
    server.faults = Array.from({ length: 8 }, () => 'lost-before');
    await sync.flush();
    expect(sync.status).toMatchObject({ state: 'offline', code: 'offline', pending: 1 });
    const left = () => server.faults.length;
    await page.pass(2000, settled);
    expect(left()).toBe(6);
    await page.pass(4000, settled);
    expect(left()).toBe(5);
    await page.pass(5 * MINUTE, settled);
    expect(batches()).toEqual([1]);
    expect(sync.status.state).toBe('synced');
  });

  it('end at once when the network is back', async () => {
    const { server, journal, page, settled, batches, sync } = await start();
    await journal.add(answer('q-1'));
    server.faults = ['lost-before'];
    await sync.flush();
    page.fire('online');
    await settled();
    expect(batches()).toEqual([1]);
  });

  it('of the session stop the tries and keep the entries, until somebody signs in', async () => {
    const { server, browser, journal, page, settled, batches, sync } = await start();
    await journal.add(answer('q-1'));
    delete browser.cookie.person;
    await sync.flush();
    expect(sync.status).toMatchObject({ state: 'signed-out', pending: 1 });
    const { length } = server.log;
    await page.pass(60 * MINUTE, settled);
    expect(server.log).toHaveLength(length);
    browser.cookie.person = 'person-one';
    page.fire('shown');
    await settled();
    expect(batches()).toEqual([1]);
    expect(sync.status.state).toBe('synced');
  });

  it('that no new try will mend show as stuck, with their count, and can be tried by hand', async () => {
    const { journal, sync } = await start();
    await journal.add(answer('poison'));
    await sync.flush();
    expect(sync.status).toMatchObject({ state: 'stuck', pending: 0, refused: 1 });
    expect(await sync.retryRefused()).toMatchObject({ state: 'stuck', refused: 1 });
  });

  it('of whose session it is show as other-person', async () => {
    const { browser, sync } = await start();
    browser.cookie.person = 'person-two';
    expect(await sync.flush()).toMatchObject({ state: 'other-person' });
  });
});

describe('a guest', () => {
  it('causes no request, whatever happens on the page', async () => {
    const { server, journal, page, settled, sync } = await start('');
    for (let i = 0; i < 30; i += 1) await journal.add(answer(`q-${i}`));
    for (const event of ['hidden', 'shown', 'online'] as const) page.fire(event);
    await page.pass(60 * MINUTE, settled);
    await sync.flush();
    expect(server.log).toEqual([]);
    expect(sync.status).toMatchObject({ state: 'guest', pending: 30 });
  });

  it('who signs in is synced without a new start', async () => {
    const { browser, journal, settled, sync, batches } = await start('');
    for (let i = 0; i < 20; i += 1) await journal.add(answer(`q-${i}`));
    await signIn(browser, journal, 'person-one');
    await settled();
    await sync.flush();
    expect(batches()).toEqual([20]);
  });
});

describe('a report', () => {
  it('goes at once, without the few entries that are being gathered', async () => {
    const { server, journal, settled, sync } = await start();
    await journal.add(answer('q-1'));
    await sync.flush();
    await journal.add(answer('q-2'));
    await journal.queueReport({ question: 'q-1', version: 1, reason: 'key', text: '' });
    await settled();
    expect(server.reports.size).toBe(1);
    expect(sync.status).toMatchObject({ pending: 1 });
    sync.stop();
  });
});
