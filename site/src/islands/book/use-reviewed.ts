// The book's questions of mock papers: asked for when this browser does not have them, as after a sign-in on another device.
import { useEffect, useRef, useState } from 'preact/hooks';
import { recordOf } from '../../../../functions/domain/practice/fold.ts';
import { isInWrongBook } from '../../../../functions/domain/practice/wrong-book.ts';
import type { Journal } from '../../journal/journal.ts';
import { lackingIn, takeKept, takeReleased } from '../../shell/reviewed.ts';
import { useJournal, useShell } from '../../shell/shell.tsx';

export interface Fetching {
  /** How many of the book's questions could not be fetched. */
  unread: number;
  /** Some are on their way: the island is drawn anew when they have come. */
  isFetching: boolean;
}

export function useReviewed(): Fetching {
  const shell = useShell();
  const journal = useJournal();
  const { bank, call } = shell;
  const asked = useRef(new Set<string>());
  const [unread, setUnread] = useState(0);
  const [underway, setUnderway] = useState(0);
  const lacking = lackingIn(bank, journal).filter((id) => isListed(journal, id) && !asked.current.has(id));
  useEffect(() => {
    if (lacking.length === 0 || call === undefined) return;
    for (const id of lacking) asked.current.add(id);
    const left = () => lacking.filter((id) => bank.placeOf(id) === undefined);
    setUnderway((n) => n + 1);
    const take = async () => {
      await takeKept(bank, journal);
      await takeReleased(shell, call, left());
    };
    take()
      .catch(() => setUnread(left().length))
      .finally(() => setUnderway((n) => n - 1));
  }, [lacking.join(), call]);
  return { unread, isFetching: underway > 0 || (lacking.length > 0 && call !== undefined) };
}

/** Whether some tab of the book would show it. */
function isListed({ state }: Journal, id: string): boolean {
  const record = recordOf(state, id);
  return isInWrongBook(record, state.streak) || record.favourite || record.flagged || record.note !== '';
}
