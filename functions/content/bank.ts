// The bank in memory: files of items, the reference data they are checked against, and what a check says about them.
import type { Sitting } from '../domain/exams/calendar.ts';
import type { PassLine } from '../domain/exams/pass-line.ts';
import type { Blueprint } from '../domain/papers/blueprint.ts';
import type { MockItem } from '../domain/questions/mock.ts';
import type { EssayFile as EssayContent } from './essay-schema.ts';
import type { Chapter, ReleaseConfig, Statute, Subject, Syllabus, Tree } from './reference-schema.ts';
import type { Item, QuestionFile } from './schema.ts';

/** A question file and where it stands, from the bank's folder: `law-and-policy/09.json`. */
export interface BankFile extends QuestionFile {
  path: string;
}

export interface Bank {
  files: BankFile[];
}

/** What the bank refers to. */
export interface Refs {
  subjects: Subject[];
  /** Oldest edition first. */
  syllabus: Syllabus[];
  statutes: Statute[];
  sittings: Sitting[];
  release: ReleaseConfig;
  blueprints: Blueprint[];
  passLines: PassLine[];
}

/** One thing an author has to look at. `file` is a path in the bank, or `bank` for what concerns all of it; `check` names who says so. */
export interface Finding {
  level: 'error' | 'warning';
  file: string;
  item?: string;
  check: string;
  message: string;
}

/** Every check has this signature, and reads nothing else. */
export type Check = (bank: Bank, refs: Refs) => Finding[];

export interface Placed {
  file: BankFile;
  item: Item;
}

/** A file of essays and where it stands: `intermediate-practice/05.json`. */
export interface EssayFile extends EssayContent {
  path: string;
}

/** An item of the mock bank as it would be released, and whether it may be. */
export interface Candidate {
  file: { path: string; subject: string };
  item: MockItem;
  reviewed: boolean;
}

/** What a finding points at. */
export interface Spot {
  file: { path: string };
  item: { id: string };
}

/** Every item with its file, in the order of the files. */
export function placed(bank: Bank): Placed[] {
  return bank.files.flatMap((file) => file.items.map((item) => ({ file, item })));
}

/** The items by subject, for what is judged over a whole paper. */
export function bySubject(bank: Bank): Map<string, Item[]> {
  const subjects = new Map<string, Item[]>();
  for (const file of bank.files) subjects.set(file.subject, [...(subjects.get(file.subject) ?? []), ...file.items]);
  return subjects;
}

/** The chapter tree of a subject in the edition the bank follows; undefined where that edition has none. */
export function treeOf(refs: Refs, subject: string): Tree | undefined {
  return refs.syllabus.find((s) => s.edition === refs.release.edition)?.subjects[subject];
}

/** A chapter's share of a paper, 0 … 1: its weight among the tree's, or an equal share where no weights are known. */
export function shareOf(tree: Tree, chapter: Chapter): number {
  const total = tree.chapters.reduce((sum, c) => sum + (c.weight ?? 1), 0);
  return (chapter.weight ?? 1) / total;
}

/** A finding about one item. */
export function about(
  { file, item }: Spot,
  check: string,
  message: string,
  level: Finding['level'] = 'error',
): Finding {
  return { level, file: file.path, item: item.id, check, message };
}

/** A finding about all questions of a subject, or about the whole bank. */
export function overall(check: string, message: string, level: Finding['level'] = 'error'): Finding {
  return { level, file: 'bank', check, message };
}

/** A share as an author reads it: 0.4375 → 44 %. */
export function percentText(share: number): string {
  return `${Math.round(share * 100)} %`;
}
