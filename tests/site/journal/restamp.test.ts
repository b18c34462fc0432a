// Entries of a clock that was days off: put right before they leave the device, once and for all devices, and never after they have left.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../functions/domain/practice/fold.ts';
import { STAMPS } from '../../../functions/domain/practice/journal.ts';
import { dayOf, instantOf, isFarAhead, msOf } from '../../../functions/domain/time.ts';
import { mendedStamps } from '../../../site/src/journal/restamp.ts';
import { completeSignIn } from '../../../site/src/journal/session.ts';
import { startSync } from '../../../site/src/journal/start-sync.ts';
import { freezeNext } from '../../../site/src/journal/streams.ts';
import { syncOnce } from '../../../site/src/journal/sync.ts';
import { answer, entriesIn, fakePage, killedAt, makeWorld, START, signIn, streamsIn } from './world.ts';

const DAY = 86_400_000;
const YEAR = 365 * DAY;
const NOW = instantOf(START);
const TODAY = dayOf(NOW);

async function guestAhead(skew = YEAR) {
  const world = makeWorld();
  const browser = world.browser('one');
  browser.skew = skew;
  const journal = await browser.tab();
  const sync = () => syncOnce(journal, browser.call);
  const ids = () => world.server.entriesOf('person-one').map((entry) => 'question' in entry && entry.question);
  return { world, server: world.server, browser, journal, sync, ids };
}

const daysOf = (journal: { state: { days: ReadonlyMap<string, unknown> } }) => [...journal.state.days.keys()];

describe('stamps that are mended', () => {
  const unset = fc.nat({ max: msOf(STAMPS.first) - 1 }).map(instantOf);
  const any = fc.integer({ min: msOf(STAMPS.first) + DAY, max: msOf(STAMPS.last) }).map(instantOf);
  const near = fc.integer({ min: -3 * DAY, max: 3 * DAY }).map(fromNow);
  const stamps = fc.array(fc.oneof(any, near, unset));

  it('are none that was possible, all before a day from now, and the moved ones in their order', () => {
    fc.assert(
      fc.property(stamps, (before) => {
        const after = mendedStamps(before, NOW);
        const moved = after.filter((at, i) => at !== before[i]);
        expect(after).toHaveLength(before.length);
        expect(moved).toEqual([...new Set(moved)].sort());
        for (const [i, at] of after.entries()) {
          const was = before[i] as string;
          expect(isFarAhead(at, NOW)).toBe(false);
          if (at !== was) expect(at <= NOW && (isFarAhead(was, NOW) || was < STAMPS.first)).toBe(true);
        }
        expect(mendedStamps(after, NOW), 'mending again changes nothing').toEqual(after);
      }),
    );
  });

  it('lie at now, or just before what followed when the clock was right again', () => {
    const [ahead, yesterday] = [fromNow(YEAR), fromNow(-DAY)];
    expect(mendedStamps([ahead, ahead], NOW)).toEqual([fromNow(-1), NOW]);
    expect(mendedStamps([ahead, ahead, yesterday], NOW)).toEqual([fromNow(-DAY - 2), fromNow(-DAY - 1), yesterday]);
    expect(mendedStamps([yesterday, ahead], NOW)).toEqual([yesterday, NOW]);
  });

  it('are also those of a clock that was never set, and of one past the last year', () => {
    const early = ['1970-01-01T00:00:00.000Z', '+010000-01-01T00:00:00.000Z', STAMPS.first];
    expect(mendedStamps(early.slice(0, 2), NOW)).toEqual([fromNow(-1), NOW]);
    expect(mendedStamps(early.slice(2), NOW)).toEqual([STAMPS.first]);
  });

  function fromNow(ms: number): string {
    return instantOf(START + ms);
  }
});

describe('a guest whose clock is a year ahead', () => {
  it('signs in, and finds today’s figures here and on every other device', async () => {
    const { world, server, browser, journal, ids } = await guestAhead();
    for (const id of ['q-1', 'q-2', 'q-1']) await journal.add(answer(id, id === 'q-2' ? 0 : 2));
    await journal.add({ kind: 'note', question: 'q-1', text: '第一稿' });
    await journal.add({ kind: 'note', question: 'q-1', text: '定稿' });
    expect(daysOf(journal)).toEqual([dayOf(instantOf(START + YEAR))]);

    browser.cookie.person = 'person-one';
    const sync = startSync(journal, browser.call, fakePage(world.clock, browser.locks));
    const page = { href: 'https://site.example/?signed-in=1', replace: () => {} };
    await completeSignIn(journal, browser.call, { sync, page });
    sync.stop();
    expect(server.log[0], 'the clock is put right before anything is sent').toBe('me');
    expect(daysOf(journal)).toEqual([TODAY]);
    expect(journal.state.questions.get('q-1')).toMatchObject({ answers: 2, rights: 2, note: '定稿' });
    expect(journal.state).toEqual(fold(server.entriesOf('person-one')));
    expect(ids()).toEqual(['q-1', 'q-2', 'q-1', 'q-1', 'q-1']);
    expect((await streamsIn(journal))[0]?.at).toBe(journal.state.latest);

    const other = world.browser('two');
    const theirs = await other.tab();
    await signIn(other, theirs, 'person-one');
    await syncOnce(theirs, other.call);
    expect(theirs.state).toEqual(journal.state);
    world.clock.ms += 60_000;
    const [here, there] = [await journal.add(answer('q-9')), await theirs.add(answer('q-9'))];
    expect([here.at, there.at].map(dayOf)).toEqual([TODAY, TODAY]);
  });

  it('and is put right by hand has stamps that rise from then on', async () => {
    const { browser, journal } = await guestAhead();
    await journal.add(answer('q-1'));
    browser.skew = 0;
    const stamps = [];
    for (let i = 0; i < 3; i += 1) stamps.push((await journal.add(answer('q-2'))).at);
    expect(stamps).toEqual([NOW, instantOf(START + 1), instantOf(START + 2)]);
  });

  it('is shown today’s figures in every tab, also when nothing could be sent', async () => {
    const { server, browser, journal, sync } = await guestAhead();
    await journal.add(answer('q-1'));
    const tab = await browser.tab();
    await signIn(browser, journal, 'person-one');
    server.faults = ['lost-before'];
    expect(await sync()).toMatchObject({ state: 'later' });
    expect(daysOf(journal)).toEqual([TODAY]);
    await tab.changed();
    expect(daysOf(tab)).toEqual([TODAY]);
  });

  it('whose clock was put right meanwhile keeps the order in which all was done', async () => {
    const { world, browser, journal, sync, ids } = await guestAhead();
    await journal.add(answer('q-1', 0));
    await journal.add(answer('q-2', 0));
    browser.skew = 0;
    world.clock.ms += 60_000;
    await journal.add(answer('q-1', 2));
    world.clock.ms += 60_000;
    await signIn(browser, journal, 'person-one');
    await sync();
    const stamps = (await entriesIn(journal)).map((entry) => entry.at);
    expect(stamps).toEqual([...stamps].sort());
    expect(journal.state.questions.get('q-1')).toMatchObject({ streak: 1, last: { earned: 2 } });
    expect(ids()).toEqual(['q-1', 'q-2', 'q-1']);
  });

  it('loses and doubles nothing, and sends nothing of that year, wherever the page is cut', async () => {
    for (let step = 0, lived = false; !lived; step += 1) {
      const { server, browser, journal } = await guestAhead();
      for (const id of ['q-1', 'q-2', 'q-3']) await journal.add(answer(id));
      await signIn(browser, journal, 'person-one');
      lived = await killedAt(step, browser.call, (call) => syncOnce(journal, call));
      journal.close();
      const reopened = await browser.tab();
      expect(await syncOnce(reopened, browser.call)).toEqual({ state: 'done' });
      expect(server.entriesOf('person-one')).toHaveLength(3);
      expect(server.bodies.flatMap((batch) => batch.entries).filter((entry) => isFarAhead(entry.at, NOW))).toEqual([]);
      expect(daysOf(reopened)).toEqual([TODAY]);
    }
  });
});

describe('a clock that was never set', () => {
  it('makes entries that the server takes all the same, as today’s', async () => {
    const { server, browser, journal, sync } = await guestAhead(-START);
    await journal.add(answer('q-1'));
    expect(daysOf(journal)).toEqual(['1970-01-01']);
    await signIn(browser, journal, 'person-one');
    await sync();
    expect(daysOf(journal)).toEqual([TODAY]);
    expect(server.entriesOf('person-one').map((entry) => entry.at >= STAMPS.first)).toEqual([true]);
  });
});

describe('a batch on its way', () => {
  it('is sent again as it was, whatever the clock says by now', async () => {
    const { browser, journal } = await guestAhead(0);
    await signIn(browser, journal, 'person-one');
    await journal.add(answer('q-1'));
    const frozen = await freezeNext(journal.db, 'person-one', NOW);
    await journal.add(answer('q-2'));
    expect(frozen).toMatchObject({ batch: { first: 1, entries: [{ at: NOW }] }, restamped: false });
    expect(await freezeNext(journal.db, 'person-one', instantOf(START - YEAR))).toEqual(frozen);
    expect((await entriesIn(journal)).map((entry) => entry.at)).toEqual([NOW, instantOf(START + 1)]);
  });
});

describe('somebody signed in whose clock is set to another day', () => {
  it.each([
    ['ahead', YEAR],
    ['back', -YEAR],
  ])('%s hears the server’s time before anything is sent', async (_what, skew) => {
    const { world, server, browser, journal, sync } = await guestAhead(0);
    await signIn(browser, journal, 'person-one');
    await journal.add(answer('q-1'));
    await sync();
    world.clock.ms += 60_000;
    const before = await journal.add(answer('q-2'));
    browser.skew = skew;
    if (skew > 0) await journal.add(answer('q-3'));
    server.log.length = 0;
    await sync();
    expect(server.log.map((line) => line.split(' ')[0])).toEqual(['listBatches', 'addBatch']);
    expect(daysOf(journal)).toEqual([TODAY]);
    expect(server.entriesOf('person-one')).toContainEqual(before);
  });

  it('sends nothing while the server cannot be heard', async () => {
    const { server, browser, journal, sync } = await guestAhead(0);
    await signIn(browser, journal, 'person-one');
    browser.skew = YEAR;
    await journal.add(answer('q-1'));
    server.faults = ['lost-before'];
    expect(await sync()).toMatchObject({ state: 'later' });
    expect((await streamsIn(journal))[0]?.frozen).toBeUndefined();
    await sync();
    expect(daysOf(journal)).toEqual([TODAY]);
  });
});

describe('entries from far ahead that are at the server already', () => {
  it('are not followed by any later stamp', async () => {
    const { world, browser, journal, sync } = await guestAhead(0);
    await signIn(browser, journal, 'person-one');
    const entry = { ...answer('q-1'), at: instantOf(START + YEAR) };
    const body = { device: 'another-device', first: 1, entries: [entry as never] };
    await browser.call('addBatch', { params: { person: 'person-one' }, body });
    await sync();
    const stamps = [];
    for (let i = 0; i < 3; i += 1) {
      stamps.push((await journal.add(answer('q-2'))).at);
      world.clock.ms -= 1000;
    }
    expect(stamps).toEqual([NOW, instantOf(START + 1), instantOf(START + 2)]);
    expect(daysOf(journal)).toEqual([TODAY, dayOf(entry.at)]);
  });
});
