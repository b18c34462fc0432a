// The answer card (答题卡): every question of the drill at a glance, and a way to each.
import { useEffect, useRef } from 'preact/hooks';
import { recordOf } from '../../../../functions/domain/practice/fold.ts';
import type { Drill, Given } from '../../journal/drill-record.ts';
import { useJournal, useShell } from '../../shell/shell.tsx';

type Cell = 'none' | 'right' | 'partial' | 'wrong';

/** A sign beside the colour: neither speaks alone. */
const SIGNS: Record<Cell, string> = { none: '', right: '✓', partial: '◐', wrong: '✗' };

/** How an answer given stands on the card. */
export function cellOf(given: Given | undefined): Cell {
  if (given === undefined) return 'none';
  if (given.earned === given.possible) return 'right';
  return given.earned > 0 ? 'partial' : 'wrong';
}

export function AnswerCard(props: { drill: Drill; onGo: (index: number) => void; onClose: () => void }) {
  const { words } = useShell();
  const { state } = useJournal();
  const { drill } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const go = (index: number) => {
    // Closed first, so that the focus is back on the page; the question gone to then takes it.
    dialog.current?.close();
    props.onGo(index);
  };
  return (
    <dialog ref={dialog} aria-labelledby="card-title" onClose={props.onClose}>
      <div class="stack">
        <div class="spread">
          <h2 id="card-title">{words.drill.card}</h2>
          <button type="button" class="tool" onClick={() => dialog.current?.close()}>
            {words.drill.close}
          </button>
        </div>
        <ol class="answer-card">
          {drill.questions.map((id, index) => {
            const cell = cellOf(drill.given[id]);
            const isFlagged = recordOf(state, id).flagged;
            return (
              <li key={id}>
                <button
                  type="button"
                  data-state={cell}
                  data-flagged={isFlagged ? '' : undefined}
                  aria-current={index === drill.index ? 'true' : undefined}
                  aria-label={`${index + 1}：${words.drill.cardState[cell]}${isFlagged ? ` · ${words.drill.flagged}` : ''}`}
                  onClick={() => go(index)}
                >
                  {index + 1}
                  <span class="sign">{SIGNS[cell]}</span>
                </button>
              </li>
            );
          })}
        </ol>
        <p class="small soft">{words.drill.cardLegend}</p>
      </div>
    </dialog>
  );
}
