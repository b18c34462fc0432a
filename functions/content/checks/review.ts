// Nothing is released that two independent readers did not answer alike without seeing the key.
import { about, type Bank, type Finding, placed } from '../bank.ts';
import { readingsOf, reviewFault } from '../review.ts';

export function review(bank: Bank): Finding[] {
  return placed(bank).flatMap((at) => {
    const fault = reviewFault(at.item);
    if (fault === undefined) return [];
    const notes = readingsOf(at.item).flatMap((reading) => reading.note ?? []);
    const noted = notes.length === 0 ? '' : ` Noted: ${notes.join(' ')}`;
    return [about(at, 'review', fault + noted)];
  });
}
