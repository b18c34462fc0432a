// One round of syncing, story by story: what is resent, what is set aside, and whose journal it is.
import { describe, expect, it } from 'vitest';
import { retryAside } from '../../../site/src/journal/streams.ts';
import { syncOnce } from '../../../site/src/journal/sync.ts';
import { POISON } from './server.ts';
import { answer, contents, copyOf, entriesIn, killedAt, makeWorld, START, signIn, streamsIn } from './world.ts';

async function signedIn(name = 'one', person = 'person-one') {
  const world = makeWorld();
  const browser = world.browser(name);
  const journal = await browser.tab();
  await signIn(browser, journal, person);
  return { world, server: world.server, browser, journal, sync: () => syncOnce(journal, browser.call) };
}

async function addMany(journal: { add: (change: ReturnType<typeof answer>) => Promise<unknown> }, ids: string[]) {
  for (const id of ids) await journal.add(answer(id));
}

function numbered(count: number, prefix = 'q'): string[] {
  return Array.from({ length: count }, (_, i) => `${prefix}-${i}`);
}

describe('sending', () => {
  it('sends at most 50 entries a batch', async () => {
    const { server, journal, sync } = await signedIn();
    await addMany(journal, numbered(120));
    await sync();
    expect(server.log.filter((line) => line.startsWith('addBatch'))).toEqual([
      'addBatch one-device-001 1-50',
      'addBatch one-device-001 51-100',
      'addBatch one-device-001 101-120',
    ]);
    expect(await journal.pending()).toBe(0);
  });

  it.each(['lost-before', 'lost-after', 'busy', 'internal'] as const)(
    'sends the same frozen batch again after %s, though more was added meanwhile',
    async (fault) => {
      const { server, journal, sync } = await signedIn();
      await addMany(journal, numbered(3));
      server.faults = [fault];
      expect(await sync()).toMatchObject({ state: 'later' });
      expect((await streamsIn(journal))[0]?.frozen).toEqual({ first: 1, count: 3 });
      await addMany(journal, numbered(2, 'later'));
      expect(await sync()).toEqual({ state: 'done' });
      expect(server.batchesOf('person-one').map((batch) => batch.entries.length)).toEqual([3, 2]);
      if (fault === 'lost-after') expect(server.bodies[1]).toEqual(server.bodies[0]);
    },
  );

  it.each(['not_signed_in', 'session_expired'] as const)(
    'keeps everything when the session has ended (%s)',
    async (code) => {
      const { server, journal, sync } = await signedIn();
      await addMany(journal, numbered(3));
      server.faults = [code];
      expect(await sync()).toEqual({ state: 'signed-out', code });
      expect(await journal.pending()).toBe(3);
      expect(await entriesIn(journal)).toHaveLength(3);
    },
  );

  it('stops when the session belongs to somebody else', async () => {
    const { server, browser, journal, sync } = await signedIn();
    await addMany(journal, numbered(3));
    browser.cookie.person = 'person-two';
    expect(await sync()).toEqual({ state: 'other-person', code: 'not_found' });
    expect(server.entriesOf('person-two')).toEqual([]);
    expect(await journal.pending()).toBe(3);
  });

  it('does not take an answer of something in between for an acknowledgement', async () => {
    const { journal } = await signedIn();
    await addMany(journal, numbered(3));
    expect(await syncOnce(journal, (async () => ({ welcome: 'to the hotel' })) as never)).toEqual({
      state: 'later',
      code: 'internal',
    });
    expect(await journal.pending()).toBe(3);
  });

  it('makes no request for a guest', async () => {
    const world = makeWorld();
    const browser = world.browser('one');
    const journal = await browser.tab();
    await journal.add(answer('q-1'));
    expect(await syncOnce(journal, browser.call)).toEqual({ state: 'done' });
    expect(world.server.log).toEqual([]);
  });
});

describe('a page killed at any step of a round', () => {
  it('has lost nothing and doubled nothing when it is opened again', async () => {
    for (let step = 0, lived = false; !lived; step += 1) {
      const { world, server, browser, journal } = await signedIn();
      const other = world.browser('two');
      const otherJournal = await other.tab();
      await signIn(other, otherJournal, 'person-one');
      await addMany(otherJournal, numbered(4, 'theirs'));
      await syncOnce(otherJournal, other.call);
      await addMany(journal, numbered(4, 'ours'));
      lived = await killedAt(step, browser.call, (call) => syncOnce(journal, call));
      journal.close();
      const reopened = await browser.tab();
      await reopened.add(answer('after'));
      expect(await syncOnce(reopened, browser.call)).toEqual({ state: 'done' });
      const all = contents(server.entriesOf('person-one'));
      expect(all).toHaveLength(9);
      expect(new Set(all).size).toBe(9);
      expect(reopened.state.questions.size).toBe(9);
    }
  });
});

describe('an entry the server will not take', () => {
  it('is set aside alone, keeps counting on this device and does not hold up the others', async () => {
    const { server, journal, sync } = await signedIn();
    await addMany(journal, [...numbered(6), POISON, ...numbered(5, 'r')]);
    expect(await sync()).toEqual({ state: 'done' });
    expect(await journal.pending()).toBe(0);
    expect((await streamsIn(journal))[0]?.aside).toEqual([7]);
    expect(server.entriesOf('person-one')).toHaveLength(11);
    expect(journal.state.questions.get(POISON)?.answers).toBe(1);
  });

  it('is offered again on request, and then kept once', async () => {
    const { server, browser, journal, sync } = await signedIn();
    await addMany(journal, ['q-1', POISON, 'q-2']);
    await sync();
    const before = journal.state;
    await retryAside(journal.db, journal.profile, journal.env.newId);
    await journal.changed();
    expect(journal.state).toEqual(before);
    expect(await journal.pending()).toBe(1);
    const forgiving = (async (name: 'addBatch', sent: { body: { entries: object[] } }) => {
      const body = { ...sent.body, entries: sent.body.entries.map((entry) => ({ ...entry, question: 'mended' })) };
      return browser.call(name, { ...sent, body } as never);
    }) as never;
    await syncOnce(journal, forgiving, { down: false });
    expect(server.entriesOf('person-one')).toHaveLength(3);
    expect((await streamsIn(journal))[0]?.aside).toBeUndefined();
  });
});

describe('a device number that two browsers write (a copied profile)', () => {
  it('is given up by the later one, whose own entries go out under a new device, each once', async () => {
    const { world, server, browser, journal, sync } = await signedIn();
    await addMany(journal, numbered(3, 'before'));
    await sync();
    const copied = world.browser('copy');
    const copy = await copyOf(journal, copied);
    copied.cookie.person = 'person-one';
    await addMany(journal, numbered(2, 'original'));
    await addMany(copy, numbered(4, 'copy'));
    expect(await sync()).toEqual({ state: 'done' });
    expect(await syncOnce(copy, copied.call)).toEqual({ state: 'done' });
    expect(await sync()).toEqual({ state: 'done' });
    const all = contents(server.entriesOf('person-one'));
    expect(all).toHaveLength(9);
    expect(new Set(all).size).toBe(9);
    expect(copy.state).toEqual(journal.state);
    expect(await copy.pending()).toBe(0);
    expect((await copy.add(answer('next'))).device).not.toBe((await journal.add(answer('next'))).device);
    expect(browser.name).toBe('one');
  });

  it('is given up also by a copy that had nothing to send', async () => {
    const { world, journal, sync } = await signedIn();
    await addMany(journal, numbered(3, 'before'));
    await sync();
    const copied = world.browser('copy');
    const copy = await copyOf(journal, copied);
    copied.cookie.person = 'person-one';
    await addMany(journal, numbered(2, 'original'));
    await sync();
    await syncOnce(copy, copied.call);
    expect(copy.state).toEqual(journal.state);
    expect((await copy.add(answer('mine'))).device).toMatch(/^copy-/);
  });

  it('is kept when what the server holds is what was sent and never answered', async () => {
    const { world, server, journal, sync } = await signedIn();
    await addMany(journal, numbered(3));
    const restored = await copyOf(journal, world.browser('restored'));
    await sync();
    const { call } = world.browser('x');
    expect(call).toBeDefined();
    await restored.add(answer('after-the-backup'));
    expect(await syncOnce(restored, server.callAs({ person: 'person-one' }))).toEqual({ state: 'done' });
    expect(new Set(server.entriesOf('person-one').map((entry) => entry.device)).size).toBe(1);
    expect(server.entriesOf('person-one')).toHaveLength(4);
  });
});

describe('reports of questions', () => {
  const report = { question: 'q-1', version: 1, reason: 'key', text: '答案应为 B' } as const;

  it('wait for a sign-in, are sent once and leave the outbox', async () => {
    const world = makeWorld();
    const browser = world.browser('one');
    const journal = await browser.tab();
    await journal.queueReport(report);
    await signIn(browser, journal, 'person-one');
    world.server.faults = ['none', 'lost-after'];
    expect(await syncOnce(journal, browser.call)).toMatchObject({ state: 'later' });
    expect(await syncOnce(journal, browser.call)).toEqual({ state: 'done' });
    expect(world.server.reports.size).toBe(1);
    expect(await journal.db.read((tx) => tx.objectStore('reports').count())).toBe(0);
  });

  it('are kept aside when the server will not take them', async () => {
    const { server, journal, sync } = await signedIn();
    await journal.queueReport(report);
    server.faults = ['none', 'invalid_input'];
    expect(await sync()).toEqual({ state: 'done' });
    const rows = await journal.db.read((tx) => tx.objectStore('reports').getAll());
    expect(rows).toMatchObject([{ ...report, refused: true }]);
  });
});

describe('a device clock that is off', () => {
  it('is corrected in later stamps when it is off by more than two minutes, and left alone otherwise', async () => {
    for (const [skew, expected] of [
      [-3_600_000, START + 60_000],
      [90_000, START + 150_000],
    ] as const) {
      const { world, browser, journal, sync } = await signedIn();
      browser.skew = skew;
      await sync();
      world.clock.ms = START + 60_000;
      expect(Date.parse((await journal.add(answer('q-1'))).at)).toBe(expected);
    }
  });
});
