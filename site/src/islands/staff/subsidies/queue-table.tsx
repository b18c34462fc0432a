// The lines of the queue: a table where there is room, cards on a phone. The name leads to the application.
import type { SubsidyRule } from '../../../../../functions/domain/subsidies/rule.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { yuanOf } from '../../subsidies/said.ts';
import { type Place, pathTo } from './route.ts';
import type { DeskSaid, Row } from './words.ts';

interface Props {
  rows: readonly Row[];
  rules: readonly SubsidyRule[];
  unit: string;
  place: Place;
  said: DeskSaid;
  picked: ReadonlySet<string>;
  isListable: (row: Row) => boolean;
  onPicked: (picked: ReadonlySet<string>) => void;
}

const COLUMNS = ['name', 'unit', 'rule', 'level', 'amount', 'day', 'state'] as const;

export function QueueTable(props: Props) {
  const { rows, said, picked, isListable, onPicked } = props;
  const { s } = said;
  const listable = rows.filter(isListable).map(({ application }) => application);
  const isAll = listable.length > 0 && listable.every((one) => picked.has(one));
  return (
    <>
      {listable.length > 0 && (
        <label class="row no-print">
          <span class="exam-marks">
            <input
              type="checkbox"
              checked={isAll}
              onChange={(event) => onPicked(new Set(event.currentTarget.checked ? listable : []))}
            />
          </span>
          {s.pickAll}
        </label>
      )}
      <div class="card table-card">
        <table class="grid cards-narrow">
          <caption class="visually-hidden">{s.title}</caption>
          <thead>
            <tr>
              {listable.length > 0 && (
                <th scope="col">
                  <span class="visually-hidden">{s.columns.pick}</span>
                </th>
              )}
              {COLUMNS.map((column) => (
                <th scope="col" key={column} class={column === 'amount' ? 'money' : undefined}>
                  {s.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Line key={row.application} {...props} row={row} hasMarks={listable.length > 0} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Line({
  row,
  hasMarks,
  rules,
  unit,
  place,
  said,
  picked,
  isListable,
  onPicked,
}: Props & { row: Row; hasMarks: boolean }) {
  const { page } = useStaff();
  const { lang, words, w, s } = said;
  const { application, person, name } = row;
  const toggle = () => {
    const next = new Set(picked);
    if (!next.delete(application)) next.add(application);
    onPicked(next);
  };
  return (
    <tr>
      {hasMarks && (
        <td>
          {isListable(row) && (
            <label class="exam-marks">
              <input type="checkbox" aria-label={s.pickOne(name)} checked={picked.has(application)} onChange={toggle} />
            </label>
          )}
        </td>
      )}
      <th scope="row">
        <a class="person-link" href={page(pathTo({ ...place, unit, person, application }))}>
          {name}
        </a>
      </th>
      <td data-label={s.columns.unit}>{row.unitName}</td>
      <td data-label={s.columns.rule}>{rules.find(({ id }) => id === row.rule)?.name[lang] ?? row.rule}</td>
      <td data-label={s.columns.level}>{words.levels[row.level]}</td>
      <td data-label={s.columns.amount} class="money">
        {row.cents === undefined ? '—' : yuanOf(row.cents)}
      </td>
      <td data-label={s.columns.day}>{words.date(row.day)}</td>
      <td data-label={s.columns.state}>
        <span class={row.state === 'paid' ? 'ledger-tag' : 'ledger-tag quiet'}>{w.states[row.state]}</span>
      </td>
    </tr>
  );
}
