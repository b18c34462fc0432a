// The bank as the site serves it, for stories that must know the right answer, and the answers of each kind.
import { inject } from 'vitest';
import type { Question } from '../../functions/domain/questions/question.ts';
import {
  type Catalogue,
  type CatalogueChapter,
  type Pack,
  packPath,
} from '../../functions/domain/questions/release.ts';

async function get<T>(path: string): Promise<T> {
  const response = await fetch(`${inject('origin')}${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json() as Promise<T>;
}

export async function catalogue(): Promise<Catalogue> {
  const page = await (await fetch(`${inject('origin')}/`)).text();
  const [, hash = ''] = /data-catalogue="([^"]+)"/.exec(page) ?? [];
  return get(packPath(hash));
}

/** A chapter's entry in the catalogue and its questions, in order. */
export async function chapterOf(id: string): Promise<{ entry: CatalogueChapter; questions: Question[] }> {
  const { subjects } = await catalogue();
  const entry = subjects.flatMap((subject) => subject.chapters).find((chapter) => chapter.id === id);
  if (entry === undefined) throw new Error(`no chapter ${id}`);
  return { entry, questions: (await get<Pack>(packPath(entry.pack))).questions };
}

/** A chapter's first questions. */
export async function firstOf(id: string, count: number): Promise<[Question, ...Question[]]> {
  const [first, ...rest] = (await chapterOf(id)).questions.slice(0, count);
  if (first === undefined) throw new Error(`chapter ${id} has no questions`);
  return [first, ...rest];
}

/** Answers of each kind to a question. `partial` is for multiples: the key without its last letter. */
export const answers = {
  right: ({ key }: Question) => [...key],
  partial: ({ key }: Question) => key.slice(0, -1),
  wrong: ({ key, options }: Question) =>
    options
      .filter(({ id }) => !key.includes(id))
      .map(({ id }) => id)
      .slice(0, 1),
} as const;

export type How = keyof typeof answers;

/** The options' ids that a visitor picks. */
export function pickedBy(how: How, question: Question): string[] {
  return answers[how](question);
}
