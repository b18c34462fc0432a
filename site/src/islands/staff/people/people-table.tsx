// A unit's people, as a table and as cards: the same facts, the name the way to the person.
import { addDays } from '../../../../../functions/domain/time.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { Span } from '../parts.tsx';
import { useWays } from '../use-route.ts';
import type { Worker } from './everybody.ts';
import type { Column } from './filter.ts';

interface Props {
  workers: readonly Worker[];
  columns: readonly Column[];
}

export function PeopleTable({ workers, columns }: Props) {
  const { t } = useStaff();
  return (
    <div class="card table-card">
      <table class="grid">
        <caption class="visually-hidden">{t.tabs.people}</caption>
        <thead>
          <tr>
            <th scope="col">{t.people.name}</th>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {t.people.columnNames[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {workers.map((worker) => (
            <tr key={keyOf(worker)}>
              <th scope="row">
                <Name worker={worker} />
              </th>
              {columns.map((column) => (
                <td key={column}>
                  <Cell worker={worker} column={column} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function PeopleCards({ workers }: Props) {
  const { t } = useStaff();
  return (
    <ul class="card list people-cards">
      {workers.map((worker) => (
        <li key={keyOf(worker)} class="item">
          <Name worker={worker} />
          <span class="small">
            {t.workPosts[worker.post]} · {t.people.establishedIs[worker.established ? 'yes' : 'no']}
          </span>
          <span class="small soft">
            {worker.phone && `${worker.phone} · `}
            <Span from={worker.from} to={worker.to} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Name({ worker }: { worker: Worker }) {
  const { address } = useWays();
  return (
    <a class="name" href={address({ page: 'person', person: worker.person })}>
      {worker.name}
    </a>
  );
}

function Cell({ worker, column }: { worker: Worker; column: Column }) {
  const { t, words } = useStaff();
  switch (column) {
    case 'phone':
      return <>{worker.phone ?? '—'}</>;
    case 'post':
      return <>{t.workPosts[worker.post]}</>;
    case 'established':
      return <>{t.people.establishedIs[worker.established ? 'yes' : 'no']}</>;
    case 'from':
      return <>{words.date(worker.from)}</>;
    case 'to':
      return <>{worker.to === undefined ? '—' : words.date(addDays(worker.to, -1))}</>;
  }
}

/** Somebody may have left a unit and come back to it. */
function keyOf({ person, from }: Worker): string {
  return `${person} ${from}`;
}
