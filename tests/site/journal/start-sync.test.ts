// When a page syncs: few batches a sitting, new tries after failures, and a guest left alone.
import { describe, expect, it } from 'vitest';
import type { KeptJournal } from '../../../site/src/journal/journal.ts';
import { completeSignIn } from '../../../site/src/journal/session.ts';
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
  /** Another page of the visit, with nothing left to do. */
  const opened = async () => {
    const next = startSync(journal, browser.call, fakePage(world.clock, browser.locks));
    await quiet(journal, next);
    return next;
  };
  const batches = () => world.server.batchesOf('person-one').map((batch) => batch.entries.length);
  return { world, server: world.server, browser, journal, page, sync, settled, opened, batches };
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

describe('a page that opens', () => {
  it('asks nothing when the last comparison is fresh, however many pages are opened', async () => {
    const { server, opened, world, sync } = await start();
    expect(server.log).toEqual(['listBatches']);
    sync.stop();
    for (let i = 0; i < 9; i += 1) {
      world.clock.ms += MINUTE / 2;
      await opened();
    }
    expect(server.log).toEqual(['listBatches']);
  });

  it('asks once when the last comparison is five minutes old, and when there was none', async () => {
    const { server, opened, world } = await start();
    world.clock.ms += 5 * MINUTE;
    await opened();
    await opened();
    expect(server.log).toEqual(['listBatches', 'listBatches']);
  });

  it('asks also when the clock was put back since', async () => {
    const { server, browser, opened } = await start();
    browser.skew = -60 * MINUTE;
    await opened();
    expect(server.log).toEqual(['listBatches', 'listBatches']);
  });

  it.each([
    ['that is worth an item', 10],
    ['that is more than enough', 25],
  ])('sends what waits %s, and asks nothing with it', async (_what, count) => {
    const { server, journal, opened, sync, batches } = await start();
    sync.stop();
    for (let i = 0; i < count; i += 1) await journal.add(answer(`q-${i}`));
    await opened();
    expect(batches()).toEqual([count]);
    expect(server.log.filter((line) => line === 'listBatches')).toHaveLength(1);
  });

  it('keeps quiet over the few answers of a drill that goes on from page to page', async () => {
    const { server, world, journal, opened, sync } = await start();
    await journal.add(answer('q-0'));
    await sync.flush();
    sync.stop();
    const { length } = server.log;
    for (let i = 1; i < 5; i += 1) {
      const { stop } = await opened();
      await journal.add(answer(`q-${i}`));
      world.clock.ms += MINUTE / 2;
      stop();
    }
    expect(server.log).toHaveLength(length);
  });

  it('after a sign-in asks who it is and what there is, though somebody compared just before', async () => {
    const { server, browser, journal, sync } = await start();
    const page = { href: 'https://site.example/?signed-in=1', replace: () => {} };
    await completeSignIn(journal, browser.call, { sync, page });
    expect(server.log).toEqual(['listBatches', 'me', 'listBatches']);
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
