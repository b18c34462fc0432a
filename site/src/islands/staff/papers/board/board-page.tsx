// The live board of a paper: who sits it, how far each is, how long they have; extra time and taking an attempt back from a row.
import { useState } from 'preact/hooks';
import { Choice } from '../../../../shell/parts.tsx';
import { clockText } from '../../../me/moment.ts';
import { Nothing, Trouble, Waiting } from '../../parts.tsx';
import { usePapersWords } from '../use-words.ts';
import type { ViewProps } from '../view-props.ts';
import { BoardTable } from './board-table.tsx';
import { ExtraTime } from './extra-time.tsx';
import { type BoardRow, countsOf, FILTERS, type Filter, PAGE, shownRows } from './rows.ts';
import { useBoard } from './use-board.ts';
import { VoidAttempt } from './void-attempt.tsx';

export function BoardPage({ paper }: ViewProps) {
  const w = usePapersWords();
  const board = useBoard(paper.paper, paper.now > paper.allOverAt);
  const [filter, setFilter] = useState<Filter>('all');
  const [text, setText] = useState('');
  const [from, setFrom] = useState(0);
  const [act, setAct] = useState<{ kind: 'extra' | 'void'; row: BoardRow } | undefined>();
  const { read, now } = board;
  if (read === undefined || now === undefined) {
    return board.problem ? <Trouble problem={board.problem} onRetry={() => void board.load()} /> : <Waiting />;
  }
  const shown = shownRows(read.rows, { filter, text, now });
  const start = from < shown.length ? from : 0;
  const close = () => setAct(undefined);
  return (
    <>
      <Standing board={board} />
      {read.rows.length === 0 && <Nothing>{w.board.none}</Nothing>}
      {read.rows.length > 0 && (
        <div class="board-filters no-print">
          <Choice
            legend={w.board.filterLegend}
            name="filter"
            options={FILTERS}
            label={(one) => w.board.filters[one]}
            value={filter}
            onPick={(one) => {
              setFilter(one);
              setFrom(0);
            }}
          />
          <label class="field">
            <span class="small soft">{w.board.search}</span>
            <input
              type="search"
              autoComplete="off"
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          </label>
        </div>
      )}
      {read.rows.length > 0 && shown.length === 0 && <Nothing>{w.board.noneSuch}</Nothing>}
      {shown.length > 0 && (
        <BoardTable
          rows={shown.slice(start, start + PAGE)}
          questions={read.questions}
          now={now}
          canAct={paper.phase !== 'cancelled'}
          onAct={(kind, row) => setAct({ kind, row })}
        />
      )}
      {shown.length > PAGE && <Pager from={start} of={shown.length} onGo={setFrom} />}
      {act?.kind === 'extra' && <ExtraTime paper={paper} row={act.row} onChanged={board.load} onClose={close} />}
      {act?.kind === 'void' && <VoidAttempt paper={paper} row={act.row} onChanged={board.load} onClose={close} />}
    </>
  );
}

/** The sums, when they were read, and the ways to read them now, or not to. Nothing here is read out by itself: it changes all the time. */
function Standing({ board }: { board: ReturnType<typeof useBoard> }) {
  const w = usePapersWords();
  const { read, problem, every, isPaused, setPaused, load } = board;
  if (read === undefined) return null;
  const { all, started, open, ended } = countsOf(read.rows);
  return (
    <div class="board-standing">
      <p class="mid">{w.board.counts(all, started, open, ended)}</p>
      <div class="row no-print">
        <span class="small soft">
          {w.board.updated(secondsText(read.told))} · {isPaused ? w.board.stopped : w.board.every(every)}
        </span>
        <button type="button" class="tool" onClick={() => void load()}>
          {w.board.now}
        </button>
        <button type="button" class="tool" aria-pressed={isPaused} onClick={() => setPaused(!isPaused)}>
          {w.board.pause}
        </button>
      </div>
      {problem && (
        <p class="fault small" role="status">
          {w.board.failing}
        </p>
      )}
    </div>
  );
}

/** `14:05:09`. */
function secondsText(at: string): string {
  return `${clockText(at)}:${at.slice(17, 19)}`;
}

function Pager({ from, of, onGo }: { from: number; of: number; onGo: (from: number) => void }) {
  const w = usePapersWords();
  const last = Math.min(of, from + PAGE);
  return (
    <nav class="row" aria-label={w.board.pages}>
      <button type="button" class="tool" aria-disabled={from === 0} onClick={() => onGo(Math.max(0, from - PAGE))}>
        {w.board.previous}
      </button>
      <span class="small" role="status">
        {w.board.page(from + 1, last, of)}
      </span>
      <button type="button" class="tool" aria-disabled={last === of} onClick={() => last < of && onGo(from + PAGE)}>
        {w.board.next}
      </button>
    </nav>
  );
}
