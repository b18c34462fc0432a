// How much a rule comes to for somebody, in cents, step by step: never below nothing, never past the rule's cap.
import type { Level } from '../questions/release.ts';
import type { SubsidyRule } from './rule.ts';

/**
 * `base`: of the level · `months`: so many times · `less`: what was received before is taken off · `capped`: no more than is left of the cap.
 * `cents` is what it comes to after the step, `by` the number of the step: cents, or months.
 */
export interface Step {
  name: 'base' | 'months' | 'less' | 'capped';
  by: number;
  cents: number;
}

/** `level`: nothing is known of this level · `received`: something was received, and whether it is taken off is not known. */
export type Amount = { known: true; cents: number; steps: Step[] } | { known: false; why: 'level' | 'received' };

type Priced = Pick<SubsidyRule, 'kind' | 'amounts' | 'difference' | 'cap'>;

/** `received`: cents by this rule before; `months`: those applied for, of a monthly one. */
export function amountFor(rule: Priced, level: Level, { received = 0, months = 1 }): Amount {
  const base = rule.amounts[level];
  if (base === undefined) return { known: false, why: 'level' };
  const steps: Step[] = [{ name: 'base', by: base, cents: base }];
  const last = () => steps.at(-1)?.cents ?? 0;
  if (rule.kind === 'monthly') steps.push({ name: 'months', by: months, cents: base * months });
  if (received > 0 && rule.kind === 'one-off') {
    if (rule.difference === 'unknown') return { known: false, why: 'received' };
    if (rule.difference) steps.push({ name: 'less', by: received, cents: Math.max(0, last() - received) });
  }
  const left = roomOf(rule, received);
  if (left < last()) steps.push({ name: 'capped', by: left, cents: left });
  return { known: true, cents: last(), steps };
}

/** Cents that are left of a rule's cap; Infinity where none is known. */
export function roomOf({ cap }: Pick<SubsidyRule, 'cap'>, received: number): number {
  return typeof cap === 'number' ? Math.max(0, cap - received) : Number.POSITIVE_INFINITY;
}
