// The bank in the browser: the catalogue this site was built with, and packs as they are needed. Files under a hash come from the cache
// once they were opened; no function is called.
import type { Kind, Question } from '../../../functions/domain/questions/question.ts';
import {
  type Catalogue,
  type CatalogueChapter,
  type CatalogueSubject,
  type Pack,
  packPath,
} from '../../../functions/domain/questions/release.ts';

/** A chapter with the subject it belongs to. */
export interface Place {
  subject: CatalogueSubject;
  chapter: CatalogueChapter;
}

export interface Bank {
  catalogue: Catalogue;
  /** Where a question stands; undefined for one that this release does not hold. */
  placeOf(question: string): Place | undefined;
  subject(id: string): CatalogueSubject | undefined;
  kindOf(question: string): Kind | undefined;
  /** Whether a question came from a mock paper: packs do not hold it. */
  isMock(question: string): boolean;
  /** Takes in questions of one's own reviews, with the chapter each belongs to. */
  take(questions: readonly (Question & { chapter: string })[]): void;
  /** The questions of some ids, by id. Ids that this release does not hold are missing. Rejects when a pack cannot be had. */
  load(questions: Iterable<string>): Promise<Map<string, Question>>;
  /** Opens every pack, so that the cache holds it; tells how many of them are there. */
  loadAll(tell: (done: number, of: number) => void): Promise<void>;
}

/** Opens the bank. Rejects when the catalogue cannot be had. */
export async function openBank(hash: string): Promise<Bank> {
  const catalogue = await fetchJson<Catalogue>(packPath(hash));
  const places = placesOf(catalogue);
  const packs = new Map<string, Promise<Question[]>>();
  const taken = new Map<string, Question>();

  function open(pack: string): Promise<Question[]> {
    const known = packs.get(pack);
    if (known !== undefined) return known;
    const opening = fetchJson<Pack>(packPath(pack)).then((p) => p.questions);
    packs.set(pack, opening);
    opening.catch(() => packs.delete(pack));
    return opening;
  }

  async function load(questions: Iterable<string>): Promise<Map<string, Question>> {
    const wanted = new Set(questions);
    const inPacks = [...wanted].filter((id) => !taken.has(id));
    const needed = new Set(inPacks.flatMap((id) => places.get(id)?.chapter.pack ?? []));
    const opened = await Promise.all([...needed].map(open));
    return new Map([...opened.flat(), ...taken.values()].filter((q) => wanted.has(q.id)).map((q) => [q.id, q]));
  }

  async function loadAll(tell: (done: number, of: number) => void): Promise<void> {
    const all = [...new Set([...places.values()].map((place) => place.chapter.pack))];
    for (const [done, pack] of all.entries()) {
      tell(done, all.length);
      await open(pack);
    }
    tell(all.length, all.length);
  }

  function take(questions: readonly (Question & { chapter: string })[]): void {
    const byChapter = new Map(chaptersOf(catalogue).map((place) => [place.chapter.id, place]));
    for (const { chapter, ...question } of questions) {
      const place = byChapter.get(chapter);
      // What the packs hold is theirs; a chapter of another edition has no place to show it in.
      if (place === undefined || (places.has(question.id) && !taken.has(question.id))) continue;
      taken.set(question.id, question);
      places.set(question.id, place);
    }
  }

  const kindOf = (id: string) =>
    taken.get(id)?.kind ?? places.get(id)?.chapter.questions.find((question) => question.id === id)?.kind;
  return {
    ...{ catalogue, load, loadAll, take, kindOf },
    placeOf: (id) => places.get(id),
    subject: (id) => catalogue.subjects.find((s) => s.id === id),
    isMock: (id) => taken.has(id),
  };
}

/** All question ids of a subject, in syllabus order. */
export function questionsOf(subject: CatalogueSubject): string[] {
  return subject.chapters.flatMap((chapter) => chapter.questions.map((q) => q.id));
}

/** How many questions a release holds. */
export function sizeOf(catalogue: Catalogue): number {
  return catalogue.subjects.reduce((sum, subject) => sum + questionsOf(subject).length, 0);
}

function placesOf(catalogue: Catalogue): Map<string, Place> {
  return new Map(chaptersOf(catalogue).flatMap((place) => place.chapter.questions.map((q) => [q.id, place])));
}

function chaptersOf({ subjects }: Catalogue): Place[] {
  return subjects.flatMap((subject) => subject.chapters.map((chapter) => ({ subject, chapter })));
}

async function fetchJson<T>(path: string): Promise<T> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json() as Promise<T>;
}
