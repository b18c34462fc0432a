// How strong the banks are: what there is by subject and chapter, how good it is, and which bars it misses. Counts only what is reviewed.
import { assemble, type PoolItem } from '../domain/papers/assemble.ts';
import type { Blueprint } from '../domain/papers/blueprint.ts';
import { DIFFICULTIES, type Difficulty } from '../domain/questions/question.ts';
import { type Bank, type EssayFile, percentText, placed, type Refs, treeOf } from './bank.ts';
import type { Bars } from './bars.ts';
import { letterCounts } from './checks/key-balance.ts';
import { alike } from './checks/near-duplicate.ts';
import { isReadTwice } from './essay-review.ts';
import { agreementOf, isReviewed } from './review.ts';
import type { Item } from './schema.ts';

/** Both banks as they were read. */
export interface Banks {
  practice: Bank;
  mock: Bank;
  essays: readonly EssayFile[];
}

/** What can be said of a chapter, or of all of a subject. */
export interface Strength {
  /** A chapter's id or a subject's. */
  name: string;
  practice: number;
  mock: number;
  /** Of both together, those that two independent readers agree with. */
  reviewed: number;
  kinds: { single: number; multiple: number };
  difficulty: Record<Difficulty, number>;
  /** How often each of A to D is the key of a single. */
  letters: number[];
  /** How many characters the right options of singles are longer than the wrong ones, on the mean; negative when they are shorter. */
  lengthDifference: number;
  /** Items whose stem is close to that of another, in either bank. */
  alike: number;
  /** Items that rest on a version of a statute that is not in force on the day the release follows. */
  outdated: number;
  unverified: number;
}

export interface SubjectStrength extends Strength {
  chapters: Strength[];
  agreement: { readings: number; agreed: number };
  /** Full papers of the mock bank that share no item with one another. */
  papers: number;
}

/** Every subject that has objective items, in the order of the subjects. */
export function strengths(banks: Banks, refs: Refs): SubjectStrength[] {
  const close = new Set(
    alike([...placed(banks.practice), ...placed(banks.mock)]).flatMap((finding) => finding.item ?? []),
  );
  const known = { refs, close };
  return refs.subjects.flatMap((subject) => {
    const of = (bank: Bank) => bank.files.filter((file) => file.subject === subject.id);
    const [practice, mock] = [of(banks.practice), of(banks.mock)];
    if (practice.length + mock.length === 0) return [];
    const itemsOf = (files: Bank['files'], chapter?: string) =>
      files.filter((file) => chapter === undefined || file.chapter === chapter).flatMap((file) => file.items);
    const chapters = treeOf(refs, subject.id)?.chapters ?? [];
    const both = [...itemsOf(practice), ...itemsOf(mock)];
    return [
      {
        ...strengthOf(subject.id, { practice: itemsOf(practice), mock: itemsOf(mock) }, known),
        chapters: chapters.map(({ id }) =>
          strengthOf(id, { practice: itemsOf(practice, id), mock: itemsOf(mock, id) }, known),
        ),
        agreement: agreementOf(both),
        papers: disjointPapers(mock, refs, subject.id),
      },
    ];
  });
}

/** How many full papers can be made one after another of what is reviewed, none with an item of an earlier one. */
export function disjointPapers(mock: Bank['files'], refs: Refs, subject: string): number {
  const blueprint = refs.blueprints.find((b) => b.form === 'official' && b.answered === 'objective');
  if (blueprint === undefined) return 0;
  const chapters = (treeOf(refs, subject)?.chapters ?? []).map(({ id, weight = 1 }) => ({ id, weight }));
  let pool = mock.flatMap((file) =>
    file.items
      .filter((item) => isReviewed(item) && !item.unverified)
      .map((item): PoolItem => ({ ...item, chapter: file.chapter })),
  );
  for (let papers = 0; ; papers += 1) {
    const taken = paperOf(blueprint, pool, { chapters, seed: papers + 1 });
    if (taken === undefined) return papers;
    pool = pool.filter(({ id }) => !taken.has(id));
  }
}

/** What of the bars is missed, each as a sentence; empty when the banks are as strong as they must be. */
export function shortfalls(banks: Banks, refs: Refs, bars: Bars): string[] {
  const all = new Map(strengths(banks, refs).map((strength) => [strength.name, strength]));
  const objective = Object.entries(bars.items).flatMap(([subject, wanted]) => {
    const strength = all.get(subject);
    if (strength === undefined) return [`${subject} has no items; ${wanted} are wanted.`];
    return [
      ...atLeast(`${subject}: reviewed items`, strength.reviewed, wanted),
      ...atLeast(`${subject}: full papers that share no item`, strength.papers, bars.papers),
      ...qualityOf(strength, bars),
    ];
  });
  return [...objective, ...essayShortfalls(banks.essays, bars)];
}

function qualityOf({ name, agreement, difficulty, lengthDifference, outdated }: SubjectStrength, bars: Bars): string[] {
  const share = agreement.agreed / (agreement.readings || 1);
  const total = DIFFICULTIES.reduce((sum, d) => sum + difficulty[d], 0) || 1;
  const uneven = DIFFICULTIES.filter(
    (d) => Math.abs(difficulty[d] / total - bars.difficulty.share) > bars.difficulty.tolerance,
  );
  return [
    ...(share < bars.agreement
      ? [
          `${name}: ${percentText(share)} of the blind readings picked the key; ${percentText(bars.agreement)} are wanted.`,
        ]
      : []),
    ...uneven.map(
      (d) => `${name}: ${percentText(difficulty[d] / total)} of the items are ${d}; about a third is wanted.`,
    ),
    ...(Math.abs(lengthDifference) > bars.lengthDifference
      ? [`${name}: right options differ from wrong ones by ${lengthDifference.toFixed(1)} characters on the mean.`]
      : []),
    ...(outdated > 0 ? [`${name}: ${outdated} items rest on a version of a statute that is not in force.`] : []),
  ];
}

function essayShortfalls(essays: Banks['essays'], bars: Bars): string[] {
  return Object.entries(bars.essays).flatMap(([subject, wanted]) => {
    const read = essays.filter((file) => file.subject === subject).flatMap((file) => file.essays.filter(isReadTwice));
    return (['case', 'design'] as const).flatMap((kind) =>
      atLeast(`${subject}: reviewed ${kind}s`, read.filter((essay) => essay.kind === kind).length, wanted[kind]),
    );
  });
}

function atLeast(what: string, has: number, wanted: number): string[] {
  return has >= wanted ? [] : [`${what}: ${has} of ${wanted}.`];
}

function paperOf(
  blueprint: Blueprint,
  pool: readonly PoolItem[],
  { chapters, seed }: { chapters: { id: string; weight: number }[]; seed: number },
): Set<string> | undefined {
  const paper = assemble(blueprint, pool, { seed, seen: new Map(), chapters });
  return paper.ok ? new Set(paper.refs.map(({ id }) => id)) : undefined;
}

function strengthOf(
  name: string,
  { practice, mock }: { practice: Item[]; mock: Item[] },
  { refs, close }: { refs: Refs; close: ReadonlySet<string> },
): Strength {
  const items = [...practice, ...mock];
  const count = (test: (item: Item) => boolean) => items.filter(test).length;
  return {
    name,
    practice: practice.length,
    mock: mock.length,
    reviewed: count(isReviewed),
    kinds: { single: count((i) => i.kind === 'single'), multiple: count((i) => i.kind === 'multiple') },
    difficulty: {
      easy: count((i) => i.difficulty === 'easy'),
      medium: count((i) => i.difficulty === 'medium'),
      hard: count((i) => i.difficulty === 'hard'),
    },
    letters: [...letterCounts('single', items).values()],
    lengthDifference: lengthDifference(items),
    alike: count((i) => close.has(i.id)),
    outdated: count((item) => isOutdated(item, refs)),
    unverified: count((i) => i.unverified === true),
  };
}

function lengthDifference(items: readonly Item[]): number {
  const differences = items
    .filter((item) => item.kind === 'single')
    .map((item) => {
      const mean = (right: boolean) => {
        const lengths = item.options.filter((o) => item.key.includes(o.id) === right).map((o) => o.text.length);
        return lengths.reduce((sum, n) => sum + n, 0) / (lengths.length || 1);
      };
      return mean(true) - mean(false);
    });
  return differences.reduce((sum, n) => sum + n, 0) / (differences.length || 1);
}

function isOutdated({ source }: Item, { statutes, release }: Refs): boolean {
  if (source.type !== 'statute') return false;
  const statute = statutes.find((s) => s.name === source.statute && s.version === source.version);
  return statute?.until !== undefined && statute.until < release.lawAsOf;
}
