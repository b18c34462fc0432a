// An item is found by where it stands: a known subject, a chapter of its tree, the file of that chapter, an id that begins with it.
import { about, type Bank, type Finding, type Refs, treeOf } from '../bank.ts';

export function chapter(bank: Bank, refs: Refs): Finding[] {
  return bank.files.flatMap((file) => misplaced(file, refs));
}

/** A file as far as its place is concerned. */
interface Shelved {
  path: string;
  subject: string;
  chapter: string;
  items: readonly { id: string }[];
}

/** The same for one file of anything that has ids. */
export function misplaced(file: Shelved, refs: Refs): Finding[] {
  return [...ofFile(file, refs), ...ofIds(file)];
}

function ofFile(file: Shelved, refs: Refs): Finding[] {
  const fault = (message: string): Finding => ({ level: 'error', file: file.path, check: 'chapter', message });
  if (!refs.subjects.some((s) => s.id === file.subject)) {
    return [fault(`There is no subject ${file.subject}; known are ${refs.subjects.map((s) => s.id).join(', ')}.`)];
  }
  const found = treeOf(refs, file.subject)?.chapters.find((c) => c.id === file.chapter);
  if (found === undefined) {
    return [
      fault(
        `${file.subject} has no chapter ${file.chapter} in the ${refs.release.edition} syllabus; see syllabus/${refs.release.edition}.json.`,
      ),
    ];
  }
  const path = `${file.subject}/${String(found.number).padStart(2, '0')}.json`;
  return file.path === path
    ? []
    : [
        fault(
          `The questions of ${file.chapter} belong into ${path}; move the file or correct its subject and chapter.`,
        ),
      ];
}

function ofIds(file: Shelved): Finding[] {
  const prefix = idPrefix(file.chapter);
  return file.items
    .filter((item) => !item.id.startsWith(prefix))
    .map((item) => about({ file, item }, 'chapter', `Ids of ${file.chapter} begin with ${prefix}; renumber this one.`));
}

/** What the ids of a chapter begin with: jc18-04 → `jc04-`. */
export function idPrefix(chapterId: string): string {
  return chapterId.replace(/\d\d-/, '').concat('-');
}
