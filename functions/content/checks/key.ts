// The key: letters of the item's own options, each once, in alphabetical order.
import { about, type Bank, type Finding, placed } from '../bank.ts';

export function key(bank: Bank): Finding[] {
  return placed(bank).flatMap((at) => {
    const { options, key: letters } = at.item;
    const offered = new Set(options.map((o) => o.id));
    const strange = letters.filter((letter) => !offered.has(letter));
    const sorted = [...new Set(letters)].sort();
    const findings: Finding[] = [];
    if (strange.length > 0)
      findings.push(about(at, 'key', `The key names ${strange.join(', ')}, which is no option of this item.`));
    if (sorted.join() !== letters.join())
      findings.push(about(at, 'key', `Write the key as ${JSON.stringify(sorted)}: each letter once, in order.`));
    return findings;
  });
}
