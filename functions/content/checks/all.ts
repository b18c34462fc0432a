// Every check of the bank, in the order their findings are read.
import type { Bank, Check, Finding, Refs } from '../bank.ts';
import { chapter } from './chapter.ts';
import { coverage } from './coverage.ts';
import { duplicateId } from './duplicate-id.ts';
import { explanation } from './explanation.ts';
import { key } from './key.ts';
import { keyBalance } from './key-balance.ts';
import { kindShape } from './kind-shape.ts';
import { kinds } from './kinds.ts';
import { longestOption } from './longest-option.ts';
import { nearDuplicate } from './near-duplicate.ts';
import { optionLetter } from './option-letter.ts';
import { review } from './review.ts';
import { source } from './source.ts';

export const checks: Record<string, Check> = {
  chapter,
  'duplicate-id': duplicateId,
  'near-duplicate': nearDuplicate,
  'kind-shape': kindShape,
  key,
  explanation,
  'option-letter': optionLetter,
  source,
  'longest-option': longestOption,
  'key-balance': keyBalance,
  kinds,
  coverage,
  review,
};

/** What all checks say about a bank. */
export function runChecks(bank: Bank, refs: Refs): Finding[] {
  return Object.values(checks).flatMap((check) => check(bank, refs));
}
