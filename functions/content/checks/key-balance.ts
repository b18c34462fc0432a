// No letter is a better guess than another, and the number of right options in a multiple is no giveaway: judged over a subject.
import { OFFICIAL_1 } from '../../domain/grading/profile.ts';
import type { Kind } from '../../domain/questions/question.ts';
import { type Bank, bySubject, type Finding, overall, percentText } from '../bank.ts';
import type { Item } from '../schema.ts';

/** How far a letter's share may be from an even one, in points of 1. */
const TOLERANCE = 0.07;

/** Fewer items than this cannot be held to a share. */
const JUDGED_FROM: Record<Kind, number> = { single: 16, multiple: 10 };

export function keyBalance(bank: Bank): Finding[] {
  return [...bySubject(bank)].flatMap(([subject, items]) => [
    ...letters(subject, 'single', items),
    ...letters(subject, 'multiple', items),
    ...counts(subject, items),
  ]);
}

/** How often each letter is right, A first. */
export function letterCounts(kind: Kind, items: readonly Item[]): Map<string, number> {
  const offered = Array.from({ length: OFFICIAL_1.kinds[kind].options }, (_, i) => String.fromCharCode(65 + i));
  const picks = items.filter((i) => i.kind === kind).flatMap((i) => i.key);
  return new Map(offered.map((letter) => [letter, picks.filter((pick) => pick === letter).length]));
}

function letters(subject: string, kind: Kind, items: readonly Item[]): Finding[] {
  if (items.filter((i) => i.kind === kind).length < JUDGED_FROM[kind]) return [];
  const counted = letterCounts(kind, items);
  const total = [...counted.values()].reduce((sum, n) => sum + n, 0);
  const even = 1 / counted.size;
  return [...counted]
    .filter(([, n]) => Math.abs(n / total - even) > TOLERANCE)
    .map(([letter, n]) => {
      const share = `${percentText(n / total)} of the right options of ${kind} items`;
      return overall(
        'key-balance',
        `${subject}: ${letter} is ${share}; ${percentText(even)} ± 7 points is even. Run the balance command.`,
      );
    });
}

function counts(subject: string, items: readonly Item[]): Finding[] {
  const rights = items.filter((i) => i.kind === 'multiple').map((i) => i.key.length);
  if (rights.length < JUDGED_FROM.multiple || new Set(rights).size > 1) return [];
  return [
    overall('key-balance', `${subject}: every multiple has ${rights[0]} right options; vary them between 2 and 4.`),
  ];
}
