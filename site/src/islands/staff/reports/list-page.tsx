// The reports of a unit for a year, and making one.
import { useState } from 'preact/hooks';
import type { Answer } from '../../../../../functions/contract/index.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { visit } from '../navigation.ts';
import { Nothing, Trouble, Waiting } from '../parts.tsx';
import { momentOf } from '../training/moments.ts';
import { useLoad } from '../use-load.ts';
import { BeginForm } from './begin-form.tsx';
import { addressOf } from './route.ts';
import { useReportsWords } from './words.ts';

type List = Answer<'listReports'>;

/** Years back that are offered. */
const YEARS = 5;

export function ListPage({ unit }: { unit: string }) {
  const { call, today, page } = useStaff();
  const w = useReportsWords();
  const [year, setYear] = useState(today.slice(0, 4));
  const [isMaking, setMaking] = useState(false);
  const { value, problem, isLoading, reload } = useLoad(`reports ${unit} ${year}`, () =>
    call('listReports', { params: { unit }, query: { year } }),
  );
  const years = Array.from({ length: YEARS }, (_, back) => String(Number(today.slice(0, 4)) - back));
  return (
    <>
      <div class="row between no-print">
        <label class="field">
          <span class="small soft">{w.list.year}</span>
          <select value={year} onChange={({ currentTarget }) => setYear(currentTarget.value)}>
            {years.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        {value?.may.make && (
          <button type="button" class="button" onClick={() => setMaking(true)}>
            {w.list.make}
          </button>
        )}
      </div>
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {isLoading && !value && <Waiting />}
      {value?.reports.length === 0 && <Nothing>{value.may.make ? w.list.none : w.list.noneReader}</Nothing>}
      {value && value.reports.length > 0 && <Rows unit={unit} reports={value.reports} />}
      {isMaking && value && (
        <BeginForm
          unit={unit}
          templates={value.templates}
          onBegun={(report) => visit(page(addressOf({ view: 'list', unit, report })))}
          onClose={() => setMaking(false)}
        />
      )}
    </>
  );
}

function Rows({ unit, reports }: { unit: string; reports: List['reports'] }) {
  const { page, words } = useStaff();
  const w = useReportsWords();
  const { columns } = w.list;
  return (
    <div class="card table-card">
      <table class="grid cards-narrow">
        <thead>
          <tr>
            <th scope="col">{columns.report}</th>
            <th scope="col">{columns.state}</th>
            <th scope="col">{columns.cutOff}</th>
          </tr>
        </thead>
        <tbody>
          {reports.map(({ report, template, months, edition, state, cutOff }) => (
            <tr key={report}>
              <th scope="row">
                <a class="link" href={page(addressOf({ view: 'list', unit, report }))}>
                  {w.period(months)} {w.templates[template]}
                </a>
                {edition > 1 && <span class="small soft"> {w.edition(edition)}</span>}
              </th>
              <td data-label={columns.state}>
                <span class="tag">{w.states[state]}</span>
              </td>
              <td data-label={columns.cutOff}>{cutOff === undefined ? '—' : momentOf(cutOff, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
