// A release of a bank as it is read: one catalogue that names packs by their content hash, one pack of questions per chapter.
// Files under a hash never change, so every cache may keep them for ever.
import type { Sitting } from '../exams/calendar.ts';
import type { Day } from '../time.ts';
import type { Kind, Question } from './question.ts';

/** 初级（助理社会工作师）、中级（社会工作师）、高级（高级社会工作师）. */
export type Level = 'junior' | 'intermediate' | 'senior';

/** A text in Chinese and, for the interface in English, in English. */
export interface Named {
  zh: string;
  en: string;
}

/** A chapter of a syllabus edition and the pack that holds its questions. */
export interface CatalogueChapter {
  id: string;
  number: number;
  name: Named;
  /** Its marks on the paper the weights were taken from: a weight, not a promise. */
  weight: number;
  /** The content hash of its pack: `/packs/<pack>.json`. */
  pack: string;
  /** Its questions in order. */
  questions: { id: string; kind: Kind }[];
  /** The names of the chapters of the next edition it became, where known. */
  becomes: Named[];
}

/** One paper of the exam (科目). A subject without chapters has no questions yet. */
export interface CatalogueSubject {
  id: string;
  level: Level;
  name: Named;
  /** The syllabus edition its chapters follow, and whether that tree was checked against the official text. */
  edition: string;
  verified: boolean;
  chapters: CatalogueChapter[];
}

export interface Catalogue {
  format: 1;
  /** Law questions follow the law in force on this day. */
  lawAsOf: Day;
  subjects: CatalogueSubject[];
  sittings: Sitting[];
}

export interface Pack {
  format: 1;
  chapter: string;
  questions: Question[];
}

/** Where a content-addressed file of the bank is served. */
export function packPath(hash: string): string {
  return `/packs/${hash}.json`;
}
