// Opening the database where it cannot be had, and letting go of it for a newer page: a clear reason each time.
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { JournalUnavailable } from '../../../site/src/journal/db.ts';
import { openJournal } from '../../../site/src/journal/journal.ts';
import { memoryJournal } from '../../../site/src/journal/memory-journal.ts';
import { answer, makeWorld } from './world.ts';

const env = { now: () => '2026-11-23T01:00:00.000Z', newId: () => 'device-one' };

function openAt(factory: IDBFactory, version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open('zhuren', version);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

describe('a browser that keeps nothing', () => {
  it('says `absent` where there is no database', async () => {
    await expect(openJournal({ ...env, indexedDB: undefined })).rejects.toMatchObject({ reason: 'absent' });
  });

  it('says `refused` where opening is not allowed', async () => {
    const open = () => {
      throw new DOMException('not here', 'SecurityError');
    };
    await expect(openJournal({ ...env, indexedDB: { open } as never })).rejects.toMatchObject({ reason: 'refused' });
  });

  it('practises in memory all the same, and says that reports cannot be sent', async () => {
    const journal = memoryJournal(env, new JournalUnavailable('absent'));
    const heard = vi.fn();
    journal.subscribe(heard);
    await journal.add(answer('q-1'));
    await journal.add(answer('q-1'));
    expect(journal.kept).toBe(false);
    expect(journal.state.questions.get('q-1')?.answers).toBe(2);
    expect(heard).toHaveBeenCalledTimes(2);
    await expect(journal.queueReport({ question: 'q-1', version: 1, reason: 'other', text: '' })).rejects.toMatchObject(
      { reason: 'absent' },
    );
  });
});

describe('two versions of the site on one browser', () => {
  it('lets the newer page have the database, says so, and takes no more changes', async () => {
    const browser = makeWorld().browser('one');
    const journal = await browser.tab();
    const heard = vi.fn();
    journal.subscribe(heard);
    (await openAt(browser.indexedDB, 2)).close();
    expect(journal.outdated).toBe(true);
    expect(heard).toHaveBeenCalled();
    await expect(journal.add(answer('q-1'))).rejects.toMatchObject({ reason: 'outdated' });
  });

  it('says `outdated` when the database is a newer one', async () => {
    const indexedDB = new IDBFactory();
    (await openAt(indexedDB, 2)).close();
    await expect(openJournal({ ...env, indexedDB })).rejects.toMatchObject({ reason: 'outdated' });
  });

  it('says `blocked` while an older page holds on to it', async () => {
    const indexedDB = {
      open() {
        const request = { onblocked: () => {} };
        queueMicrotask(() => request.onblocked());
        return request;
      },
    };
    await expect(openJournal({ ...env, indexedDB: indexedDB as never })).rejects.toMatchObject({ reason: 'blocked' });
  });
});

describe('a connection the browser has closed behind our back', () => {
  it('is opened once more, and the change is kept', async () => {
    const journal = await makeWorld().browser('one').tab();
    const real = IDBDatabase.prototype.transaction;
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
      throw new DOMException('connection lost', 'InvalidStateError');
    });
    expect(real).toBeDefined();
    await journal.add(answer('q-1'));
    spy.mockRestore();
    expect(journal.state.questions.size).toBe(1);
  });
});
