// An id names one question for ever: answers, notes and wrong books point at it.
import { about, type Bank, type Finding, placed, type Spot } from '../bank.ts';

export function duplicateId(bank: Bank): Finding[] {
  return duplicates(placed(bank));
}

/** The same for anything that has an id. */
export function duplicates(spots: readonly Spot[]): Finding[] {
  const seen = new Map<string, string>();
  return spots.flatMap((at) => {
    const first = seen.get(at.item.id);
    seen.set(at.item.id, first ?? at.file.path);
    return first === undefined
      ? []
      : [about(at, 'duplicate-id', `The id is used already in ${first}; give this item the next free one.`)];
  });
}
