// The people with their periods and hours: a table where there is room, cards on a phone. The name leads to the person's ledger.
import { useStaff } from '../../../shell/staff.tsx';
import { hours, monthly } from '../../ledger/figures.ts';
import { isPressing, type Row } from './rows.ts';
import { keeperWords } from './words.ts';

const COLUMNS = ['name', 'level', 'period', 'target', 'total', 'missing', 'by', 'waiting'] as const;

export function HoursTable({ unit, rows }: { unit: string; rows: readonly Row[] }) {
  const { lang } = useStaff();
  const w = keeperWords(lang);
  return (
    <div class="card table-card">
      <table class="grid cards-narrow hours-table">
        <caption class="visually-hidden">{w.title}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th scope="col" key={column}>
                {w.staff.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PersonRow key={row.person} unit={unit} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PersonRow({ unit, row }: { unit: string; row: Row }) {
  const { lang, words, page, today } = useStaff();
  const w = keeperWords(lang);
  const { columns, reached, reasons } = w.staff;
  const { person, name, ledger, reason, waiting } = row;
  return (
    <tr>
      <th scope="row">
        <a class="person-link" href={page(`/staff/hours/?unit=${unit}&person=${person}`)}>
          {name}
        </a>
      </th>
      {ledger === undefined ? (
        <td colSpan={6} class="soft">
          {reason && reasons[reason]}
        </td>
      ) : (
        <>
          <td>{words.levelNames[ledger.level]}</td>
          <td data-label={columns.period} class="small">
            {words.date(ledger.period.from)}—{words.date(ledger.period.last)}
          </td>
          <td data-label={columns.target}>{w.hours(hours(ledger.target))}</td>
          <td data-label={columns.total}>{w.hours(hours(ledger.total))}</td>
          <td data-label={columns.missing}>
            {ledger.missing === 0 ? (
              reached
            ) : (
              <span class={isPressing(row, today) ? 'late' : undefined}>{w.hours(hours(ledger.missing))}</span>
            )}
          </td>
          <td data-label={ledger.missing === 0 ? undefined : columns.by} class="small">
            {ledger.forecast.state === 'open' &&
              w.staff.until(words.date(ledger.forecast.by), monthly(ledger.forecast.perMonth))}
          </td>
        </>
      )}
      <td data-label={columns.waiting}>{waiting > 0 ? <span class="ledger-tag">{waiting}</span> : null}</td>
    </tr>
  );
}
