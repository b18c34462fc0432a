// What became of an entry's minutes in a registration period, as codes with what they are about. The sentences are the site's words.
import type { Instant } from '../time.ts';

/** `minutes` is what the line is about; `by` is the id of a person, `with`, `first` and `degree` are ids of entries. */
export interface LedgerLineParams {
  counted: { minutes: number };
  /** At the same time as another entry, for which it counts. */
  overlap: { minutes: number; with: string };
  /** More than the place lets count in a period; `cap` in minutes. */
  capped: { minutes: number; category: string; cap: number; source: string };
  /** Before the period or after it. */
  outside: { minutes: number };
  'not-approved': { minutes: number };
  refused: { minutes: number; by: string; at: Instant; why: string };
  revoked: { minutes: number; by: string; at: Instant; why: string };
  /** A degree counts once in a lifetime, and another did. */
  'degree-again': { minutes: number; first: string };
  /** Courses of a degree that counts in this period as a whole. */
  'in-degree': { minutes: number; degree: string };
  /** The place has no rule for that category. */
  'no-local-rule': { minutes: number; place: string; category: string };
}

export type LedgerCode = keyof LedgerLineParams;

export type LedgerLine = {
  [C in LedgerCode]: { entry: string; code: C; params: LedgerLineParams[C] };
}[LedgerCode];
