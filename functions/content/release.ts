// The immutable release: a pack per chapter and a catalogue that names the packs, each under the hash of its content.
// The same bank gives the same bytes, whatever the order of its files. Only reviewed items are released.
import type { Catalogue, CatalogueChapter, CatalogueSubject, Pack } from '../domain/questions/release.ts';
import type { Bank, Refs } from './bank.ts';
import { treeOf } from './bank.ts';
import { canonicalJson, contentHash } from './canonical.ts';
import type { Chapter, Subject } from './reference-schema.ts';
import { isReviewed } from './review.ts';
import { toQuestion } from './schema.ts';

export interface Release {
  catalogue: Catalogue;
  catalogueHash: string;
  /** Content hash → the bytes of the file as JSON text: every pack, and the catalogue. */
  files: Map<string, string>;
}

/** The release of a bank. It releases what it is given: whether the bank has errors is for the caller to ask first. */
export function buildRelease(bank: Bank, refs: Refs): Release {
  const files = new Map<string, string>();
  const add = (content: Pack | Catalogue): string => {
    const text = canonicalJson(content);
    const hash = contentHash(text);
    files.set(hash, text);
    return hash;
  };
  const subjects = refs.subjects.map((subject) => releasedSubject(bank, refs, subject, add));
  const catalogue: Catalogue = { format: 1, lawAsOf: refs.release.lawAsOf, subjects, sittings: refs.sittings };
  return { catalogue, catalogueHash: add(catalogue), files };
}

/** How many questions a catalogue names. */
export function questionCount(catalogue: Catalogue): number {
  return catalogue.subjects.flatMap((s) => s.chapters).reduce((sum, chapter) => sum + chapter.questions.length, 0);
}

function releasedSubject(bank: Bank, refs: Refs, subject: Subject, add: (pack: Pack) => string): CatalogueSubject {
  const tree = treeOf(refs, subject.id);
  const chapters =
    tree?.chapters.flatMap((chapter) => releasedChapter({ bank, refs, subject, chapter }, add) ?? []) ?? [];
  const { id, level, name } = subject;
  return { id, level, name, edition: refs.release.edition, verified: tree?.verified ?? false, chapters };
}

/** A chapter and its pack; undefined while none of its items is reviewed. */
function releasedChapter(
  { bank, refs, subject, chapter }: { bank: Bank; refs: Refs; subject: Subject; chapter: Chapter },
  add: (pack: Pack) => string,
): CatalogueChapter | undefined {
  const questions = bank.files
    .filter((file) => file.subject === subject.id && file.chapter === chapter.id)
    .flatMap((file) => file.items)
    .filter(isReviewed)
    .map(toQuestion)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (questions.length === 0) return undefined;
  const pack = add({ format: 1, chapter: chapter.id, questions });
  const { id, number, name, weight = 1 } = chapter;
  const later = refs.syllabus.flatMap((edition) => Object.values(edition.subjects).flatMap((tree) => tree.chapters));
  const becomes = chapter.becomes.flatMap((next) => later.find((c) => c.id === next)?.name ?? []);
  return { id, number, name, weight, pack, questions: questions.map((q) => ({ id: q.id, kind: q.kind })), becomes };
}
