// The journal on the disk: what a tab adds is kept, shown in every tab, and never numbered twice.
import { describe, expect, it, vi } from 'vitest';
import { fold } from '../../../functions/domain/practice/fold.ts';
import type { Drill } from '../../../site/src/journal/drill-record.ts';
import { openJournal } from '../../../site/src/journal/journal.ts';
import { syncOnce } from '../../../site/src/journal/sync.ts';
import { answer, entriesIn, makeWorld, START, signIn, streamsIn } from './world.ts';

const drill: Drill = {
  id: 'drill-one',
  title: [{ zh: '社会工作综合能力', en: 'Comprehensive' }],
  subject: 'junior-comprehensive',
  chapterIds: ['c-4'],
  mode: 'answer',
  order: 'sequential',
  questions: ['q-1', 'q-2'],
  index: 1,
  given: { 'q-1': { picked: ['A'], earned: 2, possible: 2, version: 1 } },
  startedAt: '2026-11-23T01:00:00.000Z',
  updatedAt: '2026-11-23T01:00:00.000Z',
};

describe('adding', () => {
  it('keeps every entry over a reload, with the same state', async () => {
    const browser = makeWorld().browser('one');
    const journal = await browser.tab();
    for (const id of ['q-1', 'q-2', 'q-1']) await journal.add(answer(id));
    await journal.add({ kind: 'setting', name: 'streak', value: 3 });
    const { state } = journal;
    journal.close();
    const reopened = await browser.tab();
    expect(reopened.state).toEqual(state);
    expect(reopened.state).toEqual(fold(await entriesIn(reopened)));
    expect(await reopened.pending()).toBe(4);
  });

  it('keeps the scoring profile of an answer apart from whose it is, on the disk and on the way', async () => {
    const world = makeWorld();
    const browser = world.browser('one');
    const journal = await browser.tab();
    await journal.add(answer('q-1'));
    await signIn(browser, journal, 'person-one');
    expect(await entriesIn(journal)).toMatchObject([{ profile: 'official-1', owner: 'person-one' }]);
    await syncOnce(journal, browser.call);
    const [sent] = world.server.entriesOf('person-one');
    expect(sent).toMatchObject({ profile: 'official-1' });
    expect(sent).not.toHaveProperty('owner');
    const other = world.browser('two');
    const theirs = await other.tab();
    await signIn(other, theirs, 'person-one');
    await syncOnce(theirs, other.call);
    expect(await entriesIn(theirs)).toEqual(await entriesIn(journal));
  });

  it('gives two tabs that add at once distinct numbers without gaps, and rising stamps', async () => {
    const browser = makeWorld().browser('one');
    const tabs = [await browser.tab(), await browser.tab()];
    const added = await Promise.all(Array.from({ length: 20 }, (_, i) => tabs[i % 2]?.add(answer(`q-${i}`))));
    expect(added.map((entry) => entry?.seq).sort((a = 0, b = 0) => a - b)).toEqual(added.map((_, i) => i + 1));
    const stamps = (await entriesIn(tabs[0] as never)).map((entry) => entry.at);
    expect(stamps).toEqual([...new Set(stamps)].sort());
    await vi.waitFor(() => expect(tabs[0]?.state).toEqual(tabs[1]?.state));
    expect(tabs[0]?.state.questions.size).toBe(20);
  });

  it('stamps after everything seen, also when the clock goes back', async () => {
    const world = makeWorld();
    const journal = await world.browser('one').tab();
    const first = await journal.add(answer('q-1'));
    world.clock.ms = START - 60_000;
    expect((await journal.add(answer('q-1'))).at > first.at).toBe(true);
  });

  it('leaves nothing when it fails', async () => {
    const journal = await makeWorld().browser('one').tab();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await expect(journal.add(answer('q-1'), drill)).rejects.toMatchObject({
      name: 'JournalUnavailable',
      reason: 'full',
    });
    put.mockRestore();
    expect(await entriesIn(journal)).toEqual([]);
    expect(await streamsIn(journal)).toEqual([]);
    expect(journal.state.questions.size).toBe(0);
  });

  it('puts what a tab shows as the guest’s into the journal of whoever claimed it, also unheard', async () => {
    const world = makeWorld();
    const browser = world.browser('one');
    const deaf = await openJournal({ ...(await browser.tab()).env, channel: undefined });
    const journal = await browser.tab();
    await journal.add(answer('q-1'));
    await signIn(browser, journal, 'person-one');
    await deaf.add(answer('q-2'));
    expect(deaf.profile).toBe('person-one');
    expect((await entriesIn(journal)).map((row) => row.owner)).toEqual(['person-one', 'person-one']);
  });

  it('tells who subscribes, until they stop', async () => {
    const browser = makeWorld().browser('one');
    const [journal, other] = [await browser.tab(), await browser.tab()];
    const heard = vi.fn();
    const stop = journal.subscribe(heard);
    await journal.add(answer('q-1'));
    await other.add(answer('q-2'));
    await vi.waitFor(() => expect(journal.state.questions.has('q-2')).toBe(true));
    stop();
    const before = heard.mock.calls.length;
    expect(before).toBeGreaterThanOrEqual(2);
    await journal.add(answer('q-3'));
    expect(heard.mock.calls.length).toBe(before);
  });
});

describe('drills', () => {
  it('are saved, loaded, listed with the latest first and deleted', async () => {
    const journal = await makeWorld().browser('one').tab();
    await journal.saveDrill(drill);
    await journal.add(answer('q-2'), { ...drill, id: 'drill-two', updatedAt: '2026-11-23T02:00:00.000Z' });
    expect(await journal.loadDrill('drill-one')).toEqual(drill);
    expect((await journal.listDrills()).map((one) => one.id)).toEqual(['drill-two', 'drill-one']);
    await journal.deleteDrill('drill-one');
    expect(await journal.loadDrill('drill-one')).toBeUndefined();
  });
});
