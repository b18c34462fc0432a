// Questions with their keys, as examiners see them, and the corrections that hold instead.
import type { Answer } from '../contract/index.ts';
import { OFFICIAL_1 } from '../domain/grading/profile.ts';
import type { ItemRef } from '../domain/papers/set-paper.ts';
import { isEssay } from '../domain/questions/essay.ts';
import type { MockItem, MockSubject } from '../domain/questions/mock.ts';
import type { MadeCorrection } from '../store/key-corrections.ts';
import type { ExaminerDeps } from './deps.ts';
import { Problem } from './problem.ts';

/** A question with its key, as examiners see it. */
export type Keyed = Answer<'readPaperQuestions'>['questions'][number] extends infer Q ? Omit<Q & object, 'n'> : never;

/** A subject of the bank; Problem `not_found` for one that has no items. */
export async function subjectOf(deps: ExaminerDeps, id: string): Promise<MockSubject> {
  const subject = await deps.mockBank.subject(id);
  if (subject === undefined) throw new Problem('not_found');
  return subject;
}

/** A question in a version as one text. */
export function nameOf({ id, version }: ItemRef): string {
  return `${id} ${version}`;
}

/** The corrections that hold, by question and version. */
export async function correctionsByItem(deps: ExaminerDeps): Promise<Map<string, MadeCorrection>> {
  const all = await deps.store.keyCorrections.all();
  return new Map(all.map((one) => [nameOf({ id: one.question, version: one.version }), one]));
}

/** An item with its key and all that is known of it. */
export function keyedOf(
  item: MockItem,
  chapters: MockSubject['chapters'],
  correction: MadeCorrection | undefined,
): Keyed {
  const { id, version, kind, chapter, difficulty, stem, explanation, source } = item;
  const chapterName = chapters.find((one) => one.id === chapter)?.name ?? { zh: chapter, en: chapter };
  const common = { id, version, kind, chapter, chapterName, difficulty, stem, explanation, source };
  const decided = correction === undefined ? {} : { correction: decidedOf(correction) };
  if (isEssay(item)) return { ...common, options: [], key: [], parts: item.parts.map((part) => ({ ...part })) };
  const options = item.options.map((option) => ({ ...option }));
  return { ...common, options, key: [...item.key], ...decided };
}

/** What a correction decided. */
export function decidedOf({ id, at, key, credited, why }: MadeCorrection) {
  return { correction: id, at, ...(key && { key: [...key] }), credited: credited === true, why };
}

/** What an item can earn, in half-points. */
export function possibleOf(item: MockItem): number {
  return isEssay(item) ? item.parts.reduce((sum, { possible }) => sum + possible, 0) : OFFICIAL_1.kinds[item.kind].full;
}
