// A subject that has questions covers every chapter of its tree, in proportion to the chapter's weight.
import { type Bank, bySubject, type Finding, overall, type Refs, shareOf, treeOf } from '../bank.ts';

/** How far a chapter may be from its share: this part of it, or this many items, whichever is more. */
const PART = 0.4;
const ITEMS = 2;

export function coverage(bank: Bank, refs: Refs): Finding[] {
  return [...bySubject(bank)].flatMap(([subject, items]) => {
    const tree = treeOf(refs, subject);
    if (tree === undefined || items.length === 0) return [];
    return tree.chapters.flatMap((chapter) => {
      const has = bank.files.filter((f) => f.chapter === chapter.id).reduce((sum, f) => sum + f.items.length, 0);
      const expected = shareOf(tree, chapter) * items.length;
      if (has > 0 && Math.abs(has - expected) <= Math.max(expected * PART, ITEMS)) return [];
      const wanted = `its weight asks for about ${Math.max(1, Math.round(expected))} of ${items.length}`;
      return [overall('coverage', `${subject}: ${chapter.id} ${chapter.name.zh} has ${has} items; ${wanted}.`)];
    });
  });
}
