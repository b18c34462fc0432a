// Questions of mock papers in a page's bank: they have a place and a content like any other, and nothing that is counted counts them.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EMPTY, type State } from '../../../functions/domain/practice/fold.ts';
import type { Journal } from '../../../site/src/journal/journal.ts';
import { keepReviewed, listReviewed, type ReviewedQuestion } from '../../../site/src/journal/mock-kept.ts';
import { type Bank, openBank, questionsOf } from '../../../site/src/shell/bank.ts';
import { lackingIn, takeKept, takeReleased } from '../../../site/src/shell/reviewed.ts';
import type { Shell } from '../../../site/src/shell/shell.tsx';

const question = (id: string, chapter = 'one-1') =>
  ({ id, chapter, subject: 'one', version: 1, kind: 'multiple', stem: `stem of ${id}` }) as ReviewedQuestion;
const catalogue = {
  subjects: [
    {
      ...{ id: 'one', level: 'junior', name: { zh: '一', en: 'One' } },
      chapters: [{ id: 'one-1', number: 1, pack: 'pack-1', questions: [{ id: 'q-1', kind: 'single' }] }],
    },
  ],
};
const pack = { questions: [{ id: 'q-1', kind: 'single', stem: 'of the pack' }] };
const journalOf = (ids: string[], profile = 'anna') => {
  const questions = new Map(ids.map((id) => [id, {}])) as unknown as State['questions'];
  return { profile, state: { ...EMPTY, questions } } as Journal;
};

let bank: Bank;
beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  const files: Record<string, unknown> = { '/packs/catalogue.json': catalogue, '/packs/pack-1.json': pack };
  vi.stubGlobal('fetch', async (path: string) => new Response(JSON.stringify(files[path])));
  bank = await openBank('catalogue');
});

describe('a question that was taken in', () => {
  it('stands in its chapter and is loaded without a pack; the chapter’s own questions stay as they are', async () => {
    bank.take([question('m-1'), question('q-1'), question('m-2', 'of-another-edition')]);
    expect(bank.placeOf('m-1')?.chapter.id).toBe('one-1');
    expect([bank.kindOf('m-1'), bank.kindOf('q-1'), bank.kindOf('none')]).toEqual(['multiple', 'single', undefined]);
    expect([bank.isMock('m-1'), bank.isMock('q-1'), bank.isMock('m-2')]).toEqual([true, false, false]);
    expect(bank.placeOf('m-2')).toBeUndefined();
    const loaded = await bank.load(['m-1', 'q-1']);
    expect([...loaded.values()].map(({ stem }) => stem).sort()).toEqual(['of the pack', 'stem of m-1']);
    expect(bank.catalogue.subjects.flatMap(questionsOf)).toEqual(['q-1']);
  });

  it('comes from what this browser keeps of its owner; a guest has none', async () => {
    await keepReviewed('anna', [question('m-1')]);
    await takeKept(bank, journalOf(['m-1'], 'guest'));
    expect(lackingIn(bank, journalOf(['m-1', 'q-1']))).toEqual(['m-1']);
    await takeKept(bank, journalOf(['m-1']));
    expect(lackingIn(bank, journalOf(['m-1', 'q-1']))).toEqual([]);
  });

  it('comes from the server fifty at a time, and is kept', async () => {
    const ids = Array.from({ length: 60 }, (_, i) => `m-${i}`);
    const asked: number[] = [];
    const call = (async (_: string, { query }: { query: { questions: string } }) => {
      const wanted = query.questions.split(',');
      asked.push(wanted.length);
      return { questions: wanted.filter((id) => id !== 'm-7').map((id) => question(id)) };
    }) as unknown as NonNullable<Shell['call']>;
    const journal = journalOf(ids);
    await takeReleased({ bank, journal } as Shell, call, ids);
    expect(asked).toEqual([50, 10]);
    expect(lackingIn(bank, journal)).toEqual(['m-7']);
    expect((await listReviewed('anna')).length).toBe(59);
  });
});
