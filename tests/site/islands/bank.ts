// A small bank for the islands' tests: two papers, two chapters each, no packs to fetch.
import type { CatalogueChapter, CatalogueSubject } from '../../../functions/domain/questions/release.ts';
import type { Bank } from '../../../site/src/shell/bank.ts';

function chapter(id: string, number: number, weight: number, questions: CatalogueChapter['questions']) {
  return { id, number, weight, questions, name: { zh: `${id} 章`, en: id }, pack: `pack-${id}`, becomes: [] };
}

function subject(id: string, chapters: CatalogueChapter[]): CatalogueSubject {
  const name = { zh: `${id} 科`, en: id };
  return { id, level: 'junior', name, edition: '2018', verified: false, chapters };
}

const subjects = [
  subject('one', [
    chapter('one-1', 1, 10, [
      { id: 'q11', kind: 'single' },
      { id: 'q12', kind: 'multiple' },
    ]),
    chapter('one-2', 2, 20, [{ id: 'q13', kind: 'single' }]),
  ]),
  subject('two', [
    chapter('two-1', 1, 5, [{ id: 'q21', kind: 'single' }]),
    chapter('two-2', 2, 6, [{ id: 'q22', kind: 'multiple' }]),
  ]),
];

export const bank: Bank = {
  catalogue: { format: 1, lawAsOf: '2026-01-01', subjects, sittings: [] },
  placeOf(question) {
    const places = subjects.flatMap((s) => s.chapters.map((c) => ({ subject: s, chapter: c })));
    return places.find((place) => place.chapter.questions.some((q) => q.id === question));
  },
  subject: (id) => subjects.find((s) => s.id === id),
  kindOf: (id) => subjects.flatMap((s) => s.chapters.flatMap((c) => c.questions)).find((q) => q.id === id)?.kind,
  isMock: () => false,
  take: () => undefined,
  load: async () => new Map(),
  loadAll: async () => undefined,
};
