// Everybody's marks: a table whose heads sort it, cards on a phone with a choice of the order instead.
import { Select } from '../../../../shell/parts.tsx';
import { useStaff } from '../../../../shell/staff.tsx';
import { momentText } from '../../../me/moment.ts';
import { useWide } from '../../use-wide.ts';
import { leftText, marksText } from '../figures.ts';
import { usePapersWords } from '../use-words.ts';
import { COLUMNS, type Column, type Order, type ResultRow, tookMs } from './rows.ts';

interface Props {
  rows: readonly ResultRow[];
  order: Order;
  onOrder: (order: Order) => void;
}

/** Which way a column is sorted first: marks from the best on, all else from the beginning. */
const startsDown = (by: Column) => by === 'marks';

export function ResultsTable({ rows, order, onOrder }: Props) {
  const w = usePapersWords();
  const isWide = useWide();
  const sortBy = (by: Column) => onOrder({ by, isDown: order.by === by ? !order.isDown : startsDown(by) });
  return (
    <section class="stack" aria-labelledby="everybody">
      <h2 id="everybody">{w.results.tableTitle}</h2>
      {!isWide && (
        <Select
          label={w.results.sortBy}
          value={order.by}
          options={COLUMNS.map((value) => ({ value, text: w.results.columns[value] }))}
          onPick={(by) => onOrder({ by, isDown: startsDown(by) })}
        />
      )}
      <div class="card table-card">
        <table class="grid cards-narrow results-table">
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th
                  scope="col"
                  key={column}
                  aria-sort={order.by === column ? (order.isDown ? 'descending' : 'ascending') : undefined}
                >
                  <button type="button" class="sort" onClick={() => sortBy(column)}>
                    {w.results.columns[column]}
                    <span aria-hidden="true">{order.by === column ? (order.isDown ? ' ↓' : ' ↑') : ''}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.person} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ row }: { row: ResultRow }) {
  const { words } = useStaff();
  const w = usePapersWords();
  const took = tookMs(row);
  const last = row.regrades.at(-1);
  return (
    <tr>
      <th scope="row">{row.name}</th>
      <td class="small soft">{row.unitName}</td>
      <td data-label={w.results.columns.marks}>
        {row.earned !== undefined && row.possible !== undefined
          ? w.marksOf(marksText(row.earned), marksText(row.possible))
          : '—'}
        {row.marking === 'waiting' && <span class="small under">{w.results.waitingMarks}</span>}
        {last && <span class="small under">{w.results.regraded(marksText(last.before), marksText(last.after))}</span>}
      </td>
      <td>
        {row.state === undefined ? w.results.absent : w.board.states[row.state]}
        {row.factor > 100 && <span class="small under">{w.board.factor(row.factor)}</span>}
        {row.voided.map(({ attempt, at, why }) => (
          <span key={attempt} class="small under">
            {w.results.voidedWhy(momentText(at, words), why)}
          </span>
        ))}
      </td>
      <td data-label={took === undefined ? undefined : w.results.columns.took}>
        {took !== undefined && leftText(took, w)}
      </td>
      <td data-label={row.endedAt === undefined ? undefined : w.results.columns.ended} class="small">
        {row.endedAt !== undefined && momentText(row.endedAt, words)}
      </td>
    </tr>
  );
}
