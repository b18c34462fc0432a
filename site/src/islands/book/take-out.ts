// Taking a question out of a tab, and putting it back: one change each way, as a table.
import type { QuestionRecord } from '../../../../functions/domain/practice/fold.ts';
import type { Change } from '../../../../functions/domain/practice/journal.ts';
import type { Words } from '../../words/zh.ts';
import type { Tab } from './view.ts';

type Make = (question: string, record: Readonly<QuestionRecord>) => Change;

interface Move {
  out: Make;
  back: Make;
}

export const moves: Record<Tab, Move> = {
  wrong: marking('dismissed', true),
  favourite: marking('favourite', false),
  flag: marking('flag', false),
  note: {
    out: (question) => ({ kind: 'note', question, text: '' }),
    back: (question, record) => ({ kind: 'note', question, text: record.note }),
  },
};

function marking(mark: 'dismissed' | 'favourite' | 'flag', out: boolean): Move {
  return {
    out: (question) => ({ kind: 'mark', question, mark, on: out }),
    back: (question) => ({ kind: 'mark', question, mark, on: !out }),
  };
}

/** What the button says, what it says to who cannot see the stem beside it, and what is said when it is done. */
export function wordsOf(tab: Tab, { book }: Words): { button: string; label: (stem: string) => string; done: string } {
  if (tab === 'wrong') return { button: book.remove, label: book.removeLabel, done: book.removed };
  if (tab === 'note') return { button: book.noteDelete, label: book.noteDeleteLabel, done: book.noteDeleted };
  return { button: book.unmark, label: book.unmarkLabel, done: book.unmarked };
}
