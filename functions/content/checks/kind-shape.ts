// 单选 and 多选 have the form of the official paper: so many options, lettered from A, so many of them right.
import { OFFICIAL_1 } from '../../domain/grading/profile.ts';
import { about, type Bank, type Finding, placed } from '../bank.ts';

export function kindShape(bank: Bank): Finding[] {
  return placed(bank).flatMap((at) => {
    const { kind, options, key } = at.item;
    const rule = OFFICIAL_1.kinds[kind];
    const letters = Array.from({ length: rule.options }, (_, i) => String.fromCharCode(65 + i));
    const findings: Finding[] = [];
    if (options.map((o) => o.id).join() !== letters.join()) {
      findings.push(
        about(at, 'kind-shape', `A ${kind} has the ${rule.options} options ${letters.join(', ')} in this order.`),
      );
    }
    if (key.length < rule.right.min || key.length > rule.right.max) {
      findings.push(about(at, 'kind-shape', `A ${kind} has ${rightText(rule.right)}; this one has ${key.length}.`));
    }
    if (new Set(options.map((o) => o.text)).size < options.length) {
      findings.push(about(at, 'kind-shape', 'Two options say the same; change one.'));
    }
    return findings;
  });
}

function rightText({ min, max }: { min: number; max: number }): string {
  return min === max ? `exactly ${min} right option` : `${min} to ${max} right options`;
}
