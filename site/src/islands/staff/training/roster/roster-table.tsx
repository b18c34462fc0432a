// The rows of a roster: a table where there is room, cards on a phone.
import { mayMove } from '../../../../../../functions/domain/courses/enrolment.ts';
import { useStaff } from '../../../../shell/staff.tsx';
import { momentOf } from '../moments.ts';
import { useTeachWords } from '../use-words.ts';
import type { RosterRow } from '../whole-course.ts';
import type { Deciding } from './decide-form.tsx';

interface Props {
  rows: readonly RosterRow[];
  mayRemove: boolean;
  onDecide: (deciding: Deciding) => void;
}

export function RosterTable({ rows, mayRemove, onDecide }: Props) {
  const { words } = useStaff();
  const w = useTeachWords();
  const { columns } = w.roster;
  return (
    <div class="card table-card">
      <table class="grid cards-narrow">
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.unit}</th>
            <th scope="col">{columns.state}</th>
            <th scope="col">{columns.since}</th>
            <th scope="col">{columns.act}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.person}>
              <th scope="row">{row.name}</th>
              <td>{row.unitName ?? row.unit ?? w.roster.noUnit}</td>
              <td>
                {w.roster.states[row.state]}
                {row.position !== undefined && <span class="small soft"> {w.roster.position(row.position)}</span>}
                {row.expiresAt && <span class="small soft"> {w.roster.until(momentOf(row.expiresAt, words))}</span>}
              </td>
              <td class="small">{momentOf(row.at, words)}</td>
              <td>
                <Acts row={row} mayRemove={mayRemove} onDecide={onDecide} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Whether the person's unit is ours is the server's to say: it answers who may not. */
function Acts({ row, mayRemove, onDecide }: Omit<Props, 'rows'> & { row: RosterRow }) {
  const w = useTeachWords();
  const acts = (['approve', 'refuse', 'remove'] as const).filter(
    (act) => mayMove(row.state, act) && (act !== 'remove' || mayRemove),
  );
  return (
    <div class="row">
      {acts.map((decision) => (
        <button
          key={decision}
          type="button"
          class={decision === 'approve' ? 'tool' : 'tool grave'}
          onClick={() => onDecide({ row, decision })}
        >
          {w.roster[decision]}
          <span class="visually-hidden">：{row.name}</span>
        </button>
      ))}
    </div>
  );
}
