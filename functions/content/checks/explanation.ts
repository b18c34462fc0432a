// A candidate learns from the explanation and from why each option is right or wrong: neither may be missing or a bare “错误”.
import { about, type Bank, type Finding, placed } from '../bank.ts';

/** Characters below which nothing specific has been said. */
const EXPLANATION_LEAST = 20;
const WHY_LEAST = 8;

export function explanation(bank: Bank): Finding[] {
  return placed(bank).flatMap((at) => {
    const findings: Finding[] = [];
    const say = (field: string, text: string, least: number, todo: string): void => {
      const length = text.trim().length;
      if (length >= least) return;
      const what = length === 0 ? 'is missing' : `has ${length} characters, fewer than ${least}`;
      findings.push(about(at, 'explanation', `${field} ${what}; ${todo}.`));
    };
    say(
      'The explanation',
      at.item.explanation,
      EXPLANATION_LEAST,
      'say which point is tested and how one reasons to the answer',
    );
    for (const { id, why } of at.item.options)
      say(`The why of option ${id}`, why, WHY_LEAST, 'say what makes it right or where it goes wrong');
    return findings;
  });
}
