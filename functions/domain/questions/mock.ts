// The mock bank as it is read: items that nobody may see a key of before an attempt at them is closed, by subject, and what papers are made by.
import type { PassLine } from '../exams/pass-line.ts';
import type { Blueprint, ItemKind } from '../papers/blueprint.ts';
import type { Essay } from './essay.ts';
import type { Question } from './question.ts';
import type { Level, Named } from './release.ts';

/** An item of the mock bank, with its key or its points, and the chapter it belongs to: 'jc18-04'. */
export type MockItem = (Question | Essay) & { chapter: string };

export interface MockChapter {
  id: string;
  number: number;
  name: Named;
  /** Its marks on the paper the weights were taken from: a weight, not a promise. */
  weight: number;
}

/** One paper of the exam that has items, all of them: single and multiple, or cases and designs. */
export interface MockSubject {
  id: string;
  level: Level;
  name: Named;
  form: 'objective' | 'essay';
  /** In the order of the syllabus, also those that have no item yet. */
  chapters: MockChapter[];
  /** By id. */
  items: MockItem[];
}

/** What a list of subjects says. */
export interface MockSummary extends Omit<MockSubject, 'chapters' | 'items'> {
  /** Its items by kind; a kind without any is left out. */
  counts: Partial<Record<ItemKind, number>>;
}

/** The one file that names the subjects and holds the rules that papers follow. */
export interface MockIndex {
  format: 1;
  subjects: MockSummary[];
  blueprints: Blueprint[];
  passLines: PassLine[];
}
