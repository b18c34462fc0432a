// Nothing is released that an independent reader did not answer alike without seeing the key.
import { about, type Bank, type Finding, placed } from '../bank.ts';
import { lastBlind, reviewFault } from '../review.ts';

export function review(bank: Bank): Finding[] {
  return placed(bank).flatMap((at) => {
    const fault = reviewFault(at.item);
    if (fault === undefined) return [];
    const note = lastBlind(at.item)?.note;
    return [about(at, 'review', note === undefined ? fault : `${fault} The reader noted: ${note}`)];
  });
}
