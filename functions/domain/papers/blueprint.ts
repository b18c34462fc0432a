// Blueprints: what a mock paper is made of and how long it takes. Data, so that another year's exam is another line and not another program.
import type { EssayKind } from '../questions/essay.ts';
import type { Kind } from '../questions/question.ts';

/** `official`: as the exam's own paper. `short`: a part of it, for half an hour. */
export const PAPER_FORMS = ['official', 'short'] as const;
export type PaperForm = (typeof PAPER_FORMS)[number];

/** What a paper may ask: the objective kinds, and those that are answered in words. */
export type ItemKind = Kind | EssayKind;
export const ITEM_KINDS: readonly ItemKind[] = ['single', 'multiple', 'case', 'design'];

export interface Blueprint {
  id: string;
  form: PaperForm;
  /** Which subjects it is for. */
  answered: 'objective' | 'essay';
  /** How many of each kind; a kind that is missing is not asked. */
  counts: Readonly<Partial<Record<ItemKind, number>>>;
  minutes: number;
}

/** How many questions a paper of this blueprint has. */
export function questionsOf({ counts }: Blueprint): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
