// The rows of the board: a table where there is room, cards on a phone. Widths are fixed, so that nothing jumps when figures change.
import { type Instant, msOf } from '../../../../../../functions/domain/time.ts';
import { Bar } from '../../../../shell/parts.tsx';
import { clockText } from '../../../me/moment.ts';
import { leftText } from '../figures.ts';
import { usePapersWords } from '../use-words.ts';
import { type BoardRow, quietMs } from './rows.ts';

interface Props {
  rows: readonly BoardRow[];
  questions: number;
  now: Instant;
  canAct: boolean;
  onAct: (kind: 'extra' | 'void', row: BoardRow) => void;
}

const COLUMNS = ['name', 'state', 'progress', 'saved', 'left', 'act'] as const;

export function BoardTable({ rows, questions, now, canAct, onAct }: Props) {
  const w = usePapersWords();
  return (
    <div class="card table-card">
      <table class="grid cards-narrow board-table">
        <caption class="visually-hidden">{w.paperTabs.board}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th scope="col" key={column}>
                {w.board.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.person} {...{ row, questions, now, canAct, onAct }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, questions, now, canAct, onAct }: Omit<Props, 'rows'> & { row: BoardRow }) {
  const w = usePapersWords();
  const { name, unitName, state, answered, lastSavedAt } = row;
  const isOpen = state === 'open';
  return (
    <tr>
      <th scope="row">
        {name}
        {unitName && <span class="small soft under">{unitName}</span>}
      </th>
      <td>
        <span class={isOpen ? 'tag' : 'tag over'}>{w.board.states[state]}</span>
        <Remarks row={row} now={now} />
      </td>
      <td data-label={isOpen ? w.board.columns.progress : undefined}>
        {isOpen && answered !== undefined && (
          <span class="progress-cell">
            {w.board.answered(answered, questions)}
            <Bar share={(100 * answered) / Math.max(1, questions)} />
          </span>
        )}
      </td>
      <td data-label={lastSavedAt && isOpen ? w.board.columns.saved : undefined}>
        {isOpen && lastSavedAt !== undefined && clockText(lastSavedAt)}
      </td>
      <td data-label={isOpen ? w.board.columns.left : undefined}>
        <Left row={row} now={now} />
      </td>
      <td>
        {canAct && (
          <span class="row tight">
            {(state === 'absent' || isOpen) && (
              <button type="button" class="tool" aria-label={w.board.extraOf(name)} onClick={() => onAct('extra', row)}>
                {w.board.extra}
              </button>
            )}
            {state !== 'absent' && state !== 'voided' && (
              <button
                type="button"
                class="tool grave"
                aria-label={w.board.voidOf(name)}
                onClick={() => onAct('void', row)}
              >
                {w.board.void}
              </button>
            )}
          </span>
        )}
      </td>
    </tr>
  );
}

/** What is out of the ordinary about somebody, each as a word. */
function Remarks({ row, now }: { row: BoardRow; now: Instant }) {
  const w = usePapersWords();
  const quiet = quietMs(row, now);
  const said = [
    row.factor > 100 && w.board.factor(row.factor),
    quiet !== undefined && w.board.quiet(Math.floor(quiet / 60_000)),
    (row.deviceChanges ?? 0) > 0 && w.board.devices(row.deviceChanges ?? 0),
    row.voided > 0 && w.board.voided(row.voided),
  ].filter((one) => one !== false);
  if (said.length === 0) return null;
  return <span class="small under">{said.join(' · ')}</span>;
}

function Left({ row: { state, deadline, endedAt }, now }: { row: BoardRow; now: Instant }) {
  const w = usePapersWords();
  if (state === 'open' && deadline !== undefined) {
    const ms = msOf(deadline) - msOf(now);
    return <>{ms > 0 ? leftText(ms, w) : w.board.overtime}</>;
  }
  return <>{endedAt !== undefined && w.board.endedAt(clockText(endedAt))}</>;
}
