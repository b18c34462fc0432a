// The questions of a view, some fifty at a time: only those shown are fetched and drawn.
import { useEffect, useRef, useState } from 'preact/hooks';
import { recordOf } from '../../../../functions/domain/practice/fold.ts';
import { Notice } from '../../shell/parts.tsx';
import { useJournal, useShell } from '../../shell/shell.tsx';
import { Entry } from './entry.tsx';
import { moves, wordsOf } from './take-out.ts';
import { useQuestions } from './use-questions.ts';
import type { Tab } from './view.ts';

const STEP = 50;

export function List({ ids, tab }: { ids: readonly string[]; tab: Tab }) {
  const { words, bank, toast } = useShell();
  const journal = useJournal();
  const [most, setMost] = useState(STEP);
  const shown = ids.slice(0, most);
  const questions = useQuestions(bank, shown);
  const focus = useFocusIn(ids.length, most);

  const takeOut = async (id: string, index: number) => {
    const record = recordOf(journal.state, id);
    focus.next(index, '.tool');
    await journal.add(moves[tab].out(id, record));
    const back = () => void journal.add(moves[tab].back(id, record));
    toast(wordsOf(tab, words).done, { label: words.book.undo, run: back });
  };
  const more = () => {
    focus.next(most, '.book-open');
    setMost(most + STEP);
  };
  return (
    <>
      {questions.state === 'failed' && (
        <Notice trouble>
          <p>{words.drill.noQuestions}</p>
          <button type="button" class="link start" onClick={questions.retry}>
            {words.retry}
          </button>
        </Notice>
      )}
      <ul class="card book-list" ref={focus.list} tabindex={-1} aria-busy={questions.state === 'loading'}>
        {shown.map((id, index) => (
          <Entry
            key={id}
            id={id}
            question={questions.found.get(id)}
            tab={tab}
            onTakeOut={() => void takeOut(id, index)}
          />
        ))}
      </ul>
      {ids.length > most && (
        <button type="button" class="button plain wide" onClick={more}>
          {words.book.more(ids.length - most)}
        </button>
      )}
    </>
  );
}

/** Puts the focus where it belongs after an entry went or more came: on the entry that now stands there, else on the list. */
function useFocusIn(length: number, most: number) {
  const list = useRef<HTMLUListElement>(null);
  const wanted = useRef<{ index: number; part: string } | undefined>();
  useEffect(() => {
    if (wanted.current === undefined || list.current === null) return;
    const { index, part } = wanted.current;
    wanted.current = undefined;
    const entry = list.current.children[index] ?? list.current.lastElementChild;
    (entry?.querySelector<HTMLElement>(part) ?? list.current).focus();
  }, [length, most]);
  const next = (index: number, part: string) => {
    wanted.current = { index, part };
  };
  return { list, next };
}
