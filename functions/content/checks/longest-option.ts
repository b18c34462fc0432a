// A right option that is plainly the longest gives itself away; over a bank, even small differences become a rule for guessers.
import { about, type Bank, type Finding, overall, percentText, placed } from '../bank.ts';
import type { Item } from '../schema.ts';

/** Plainly the longest: this many times the next one, and at least this many characters more. */
const TIMES = 1.3;
const CHARACTERS = 4;

/** One in four is chance; above this share of singles, guessing by length pays. Judged from this many singles on. */
const SHARE_MOST = 0.4;
const JUDGED_FROM = 10;

export function longestOption(bank: Bank): Finding[] {
  const singles = placed(bank).filter(({ item }) => item.kind === 'single');
  const findings = singles.flatMap((at) => {
    const { right, next } = lengths(at.item);
    if (right <= next * TIMES || right - next < CHARACTERS) return [];
    const message = `The right option is plainly the longest (${right} characters against ${next}); shorten it or lengthen another.`;
    return [about(at, 'longest-option', message, 'warning')];
  });
  const share = singles.filter(({ item }) => keyIsLongest(item)).length / (singles.length || 1);
  if (singles.length < JUDGED_FROM || share <= SHARE_MOST) return findings;
  const message = `In ${percentText(share)} of ${singles.length} singles the key is the longest option; at most ${percentText(SHARE_MOST)} may be.`;
  return [...findings, overall('longest-option', message)];
}

/** Whether the right option of a single is longer than every other. */
function keyIsLongest(item: Item): boolean {
  const { right, next } = lengths(item);
  return right > next;
}

function lengths(item: Item): { right: number; next: number } {
  const lengthsOf = (right: boolean): number[] =>
    item.options.filter((o) => item.key.includes(o.id) === right).map((o) => o.text.length);
  return { right: Math.max(0, ...lengthsOf(true)), next: Math.max(0, ...lengthsOf(false)) };
}
