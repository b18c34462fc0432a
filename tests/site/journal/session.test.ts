// Signing in and out on a shared browser: a guest's work comes along, and nothing of one person is seen by the next.
import { describe, expect, it, vi } from 'vitest';
import type { KeptJournal } from '../../../site/src/journal/journal.ts';
import { claim, completeSignIn, forget, handOver, signOut, whoAmI } from '../../../site/src/journal/session.ts';
import { syncOnce } from '../../../site/src/journal/sync.ts';
import { answer, type Browser, entriesIn, killedAt, makeWorld, signIn, streamsIn } from './world.ts';

function syncOf(journal: KeptJournal, browser: Browser) {
  return { flush: () => syncOnce(journal, browser.call) as never };
}

function pageAt(href: string) {
  const page = { href, replace: vi.fn((next: string) => void Object.assign(page, { href: next })) };
  return page;
}

async function start() {
  const world = makeWorld();
  const browser = world.browser('one');
  const journal = await browser.tab();
  const leave = () => signOut(journal, browser.call, { sync: syncOf(journal, browser), locks: browser.locks });
  return { world, server: world.server, browser, journal, leave };
}

describe('who is here', () => {
  it('asks nothing for a guest', async () => {
    const { server, browser, journal } = await start();
    expect(await whoAmI(journal, browser.call)).toEqual({ kind: 'guest' });
    const page = pageAt('https://site.example/practice?chapter=4');
    await completeSignIn(journal, browser.call, { sync: syncOf(journal, browser), page });
    expect(server.log).toEqual([]);
    expect(page.replace).not.toHaveBeenCalled();
  });

  it('opens the other person’s journal when the session is theirs, and keeps the two apart', async () => {
    const { browser, journal } = await start();
    await signIn(browser, journal, 'person-one');
    await journal.add(answer('q-1'));
    browser.cookie.person = 'person-two';
    expect(await whoAmI(journal, browser.call)).toMatchObject({ person: 'person-two', confirmed: true });
    expect(journal.profile).toBe('person-two');
    expect(journal.state.questions.size).toBe(0);
    expect(await entriesIn(journal)).toMatchObject([{ owner: 'person-one' }]);
  });

  it('answers from memory when the server cannot be asked', async () => {
    const { server, browser, journal } = await start();
    await signIn(browser, journal, 'person-one');
    server.faults = ['lost-before'];
    expect(await whoAmI(journal, browser.call)).toMatchObject({ person: 'person-one', confirmed: false });
  });
});

describe('after the sign-in', () => {
  it('claims the guest’s work, syncs it and cleans the address', async () => {
    const { server, browser, journal } = await start();
    for (let i = 0; i < 20; i += 1) await journal.add(answer(`q-${i}`));
    browser.cookie.person = 'person-one';
    const page = pageAt('https://site.example/practice?chapter=4&signed-in=1');
    const who = await completeSignIn(journal, browser.call, { sync: syncOf(journal, browser), page });
    expect(who).toEqual({ kind: 'person', person: 'person-one', name: '名 person-one', confirmed: true });
    expect(page.href).toBe('https://site.example/practice?chapter=4');
    expect(server.batchesOf('person-one')).toHaveLength(1);
    expect(journal.state.questions.size).toBe(20);
  });

  it('leaves the address when nobody answered, so that the next load asks again', async () => {
    const { server, browser, journal } = await start();
    server.faults = ['lost-before'];
    const page = pageAt('https://site.example/?signed-in=1');
    await completeSignIn(journal, browser.call, { sync: syncOf(journal, browser), page });
    expect(page.replace).not.toHaveBeenCalled();
  });

  it('claims all or nothing, wherever it is cut', async () => {
    for (let step = 0, lived = false; !lived; step += 1) {
      const { browser, journal } = await start();
      await journal.add(answer('q-1'));
      await journal.queueReport({ question: 'q-1', version: 1, reason: 'stem', text: '' });
      lived = await killedAt(step, browser.call, () => claim(journal, 'person-one', '名'));
      const owners = new Set([...(await entriesIn(journal)), ...(await streamsIn(journal))].map((row) => row.owner));
      expect(owners.size).toBe(1);
      await claim(journal, 'person-one', '名');
      expect(journal.state.questions.size).toBe(1);
    }
  });

  it('changes nothing more when two tabs claim, and gives the next guest a new device', async () => {
    const { browser, journal, leave } = await start();
    const other = await browser.tab();
    const { device } = await journal.add(answer('q-1'));
    browser.cookie.person = 'person-one';
    await Promise.all([claim(journal, 'person-one', '名'), claim(other, 'person-one', '名')]);
    expect(await entriesIn(journal)).toHaveLength(1);
    expect((await journal.add(answer('q-2'))).device).toBe(device);
    await leave();
    expect((await journal.add(answer('q-3'))).device).not.toBe(device);
  });
});

describe('signing out', () => {
  it('leaves nothing of a person whose entries the server holds, and takes the device up again', async () => {
    const { server, browser, journal, leave } = await start();
    await signIn(browser, journal, 'person-one');
    const { device } = await journal.add(answer('q-1'));
    expect(await leave()).toEqual({ next: 'https://issuer.example/end', unsent: 0 });
    expect(journal.profile).toBe('guest');
    expect(await entriesIn(journal)).toEqual([]);
    await signIn(browser, journal, 'person-one');
    await syncOnce(journal, browser.call);
    expect(journal.state.questions.size).toBe(1);
    expect(await journal.add(answer('q-2'))).toMatchObject({ device, seq: 2 });
    expect(server.entriesOf('person-one')).toHaveLength(1);
  });

  it('keeps what could not be sent for that person’s next sign-in, and only that', async () => {
    const { server, browser, journal, leave } = await start();
    await signIn(browser, journal, 'person-one');
    await journal.add(answer('sent'));
    await syncOnce(journal, browser.call);
    await journal.add(answer('unsent'));
    server.faults = ['busy'];
    expect(await leave()).toMatchObject({ unsent: 1 });
    expect(await entriesIn(journal)).toMatchObject([{ question: 'unsent', owner: 'person-one' }]);
    expect(journal.state.questions.size).toBe(0);
    await signIn(browser, journal, 'person-one');
    await syncOnce(journal, browser.call);
    expect(server.entriesOf('person-one')).toHaveLength(2);
    expect(journal.state.questions.size).toBe(2);
  });

  it('changes nothing when the session could not be ended', async () => {
    const { server, browser, journal, leave } = await start();
    await signIn(browser, journal, 'person-one');
    await journal.add(answer('q-1'));
    server.faults = ['lost-before', 'lost-before'];
    await expect(leave()).rejects.toMatchObject({ code: 'offline' });
    expect(journal.profile).toBe('person-one');
    expect(journal.state.questions.size).toBe(1);
  });

  it('shows the next person on the same browser nothing of the last one', async () => {
    const { server, browser, journal, leave } = await start();
    await signIn(browser, journal, 'person-one');
    await journal.add(answer('q-1'));
    await journal.saveDrill({ id: 'drill-one' } as never);
    server.faults = ['busy'];
    await leave();
    await signIn(browser, journal, 'person-two');
    await journal.add(answer('q-9'));
    await syncOnce(journal, browser.call);
    expect([...journal.state.questions.keys()]).toEqual(['q-9']);
    expect(await journal.listDrills()).toEqual([]);
    expect(server.entriesOf('person-two')).toMatchObject([{ question: 'q-9' }]);
    expect(server.entriesOf('person-one')).toEqual([]);
  });

  it('loses and doubles nothing wherever it is cut', async () => {
    for (let step = 0, lived = false; !lived; step += 1) {
      const { server, browser, journal } = await start();
      await signIn(browser, journal, 'person-one');
      await journal.add(answer('sent'));
      await syncOnce(journal, browser.call);
      await journal.add(answer('pending'));
      lived = await killedAt(step, browser.call, (call) =>
        signOut(journal, call, { sync: { flush: () => syncOnce(journal, call) as never }, locks: browser.locks }),
      );
      journal.close();
      const reopened = await browser.tab();
      await signIn(browser, reopened, 'person-one');
      expect(await syncOnce(reopened, browser.call)).toEqual({ state: 'done' });
      expect(server.entriesOf('person-one').map((entry) => 'question' in entry && entry.question)).toEqual([
        'sent',
        'pending',
      ]);
      expect(reopened.state.questions.size).toBe(2);
    }
  });

  it('writes nothing of an answer that comes after another tab has signed out', async () => {
    const { world, server, browser, journal, leave } = await start();
    const elsewhere = world.browser('two');
    const theirs = await elsewhere.tab();
    await signIn(elsewhere, theirs, 'person-one');
    await theirs.add(answer('q-1'));
    await syncOnce(theirs, elsewhere.call);
    await signIn(browser, journal, 'person-one');
    const tab = await browser.tab();
    const late = (async (name: 'listBatches', sent: never) => {
      const answered = await browser.call(name, sent);
      await leave();
      return answered;
    }) as never;
    await syncOnce(tab, late);
    expect(server.log).toContain('logout');
    expect(await entriesIn(journal)).toEqual([]);
  });
});

describe('after the account was deleted', () => {
  it('leaves nothing of the person, not even what was never sent, and all of the others', async () => {
    const { browser, journal } = await start();
    await signIn(browser, journal, 'person-two');
    await journal.add(answer('theirs'));
    await signIn(browser, journal, 'person-one');
    await journal.add(answer('sent'));
    await syncOnce(journal, browser.call);
    await journal.add(answer('unsent'));
    await journal.saveDrill({ id: 'drill-one' } as never);
    await journal.queueReport({ question: 'q-1', version: 1, reason: 'stem', text: '' });
    await forget(journal, browser.locks);
    expect([journal.profile, journal.state.questions.size]).toEqual(['guest', 0]);
    const rows = await journal.db.read((tx) =>
      Promise.all((['entries', 'streams', 'drills', 'reports'] as const).map((name) => tx.objectStore(name).getAll())),
    );
    expect(rows.flat().map(({ owner }) => owner)).toEqual(['person-two', 'person-two']);
    expect(await journal.db.read((tx) => tx.objectStore('meta').get('sync person-one'))).toBeUndefined();
  });

  it('takes nothing from a guest when it is told twice', async () => {
    const { browser, journal } = await start();
    await signIn(browser, journal, 'person-one');
    await forget(journal, browser.locks);
    await journal.add(answer('q-1'));
    await forget(journal, browser.locks);
    expect(journal.state.questions.size).toBe(1);
  });
});

describe('after a record was claimed', () => {
  it('brings what was not sent to the person one signs in as next, under a new device, and no more', async () => {
    const { server, browser, journal } = await start();
    await signIn(browser, journal, 'person-one');
    const { device } = await journal.add(answer('sent'));
    await syncOnce(journal, browser.call);
    await journal.add(answer('unsent'));
    await journal.saveDrill({ id: 'drill-one', updatedAt: '2026-11-23T01:00:00.000Z' } as never);
    await handOver(journal, browser.locks);
    expect([...journal.state.questions.keys()]).toEqual(['unsent']);
    await signIn(browser, journal, 'person-claimed');
    await syncOnce(journal, browser.call);
    expect(server.entriesOf('person-claimed')).toMatchObject([{ question: 'unsent', seq: 1 }]);
    expect(server.entriesOf('person-claimed')[0]?.device).not.toBe(device);
    expect(server.entriesOf('person-one')).toHaveLength(1);
    expect(await journal.listDrills()).toMatchObject([{ id: 'drill-one' }]);
    expect((await entriesIn(journal)).map(({ owner }) => owner)).toEqual(['person-claimed']);
  });

  it('loses and doubles nothing wherever it is cut', async () => {
    for (let step = 0, lived = false; !lived; step += 1) {
      const { browser, journal } = await start();
      await signIn(browser, journal, 'person-one');
      await journal.add(answer('unsent'));
      lived = await killedAt(step, browser.call, () => handOver(journal, browser.locks));
      journal.close();
      const reopened = await browser.tab();
      await handOver(reopened, browser.locks);
      expect((await entriesIn(reopened)).map(({ owner }) => owner)).toEqual(['guest']);
    }
  });
});
