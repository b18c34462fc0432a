// The appraisals of a year: those of the unit itself, and, for whoever looks from above, those of the units below with how far each is.
import { useState } from 'preact/hooks';
import type { Answer } from '../../../../../functions/contract/index.ts';
import { isPublished } from '../../../../../functions/domain/appraisal/appraisal.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { Trouble, Waiting } from '../parts.tsx';
import { useLoad } from '../use-load.ts';
import { OpenForm } from './open-form.tsx';
import { addressOf } from './route.ts';
import { pointsOf, type StationWords, useStationWords } from './words.ts';

type Row = Answer<'listAppraisals'>['appraisals'][number];

export function AppraisalsPage({ unit }: { unit: string }) {
  const { call, today } = useStaff();
  const w = useStationWords().appraisals;
  const [year, setYear] = useState(today.slice(0, 4));
  const [isOpening, setOpening] = useState(false);
  const [told, setTold] = useState('');
  const { value, problem, isLoading, reload } = useLoad(`appraisals ${unit} ${year}`, async () => {
    const sent = { params: { unit }, query: { year } };
    const [own, rounds] = await Promise.all([call('listAppraisals', sent), call('listRounds', sent)]);
    return { own: own.appraisals, ...rounds };
  });
  const years = [0, 1, 2].map((back) => String(Number(today.slice(0, 4)) - back));
  const looksBelow = value !== undefined && (value.templates.length > 0 || value.appraisals.length > 0);
  return (
    <>
      <label class="field short no-print">
        <span class="small soft">{w.year}</span>
        <select value={year} onChange={(event) => setYear(event.currentTarget.value)}>
          {years.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {isLoading && !value && <Waiting />}
      {value && looksBelow && (
        <section class="stack">
          <div class="spread wraps">
            <h2>{w.below}</h2>
            {value.templates.length > 0 && (
              <button type="button" class="button no-print" onClick={() => setOpening(true)}>
                {w.open}
              </button>
            )}
          </div>
          <p role="status">{told}</p>
          {value.appraisals.length === 0 && <p class="soft">{w.belowNone}</p>}
          {[...Map.groupBy(value.appraisals, ({ appraisal }) => appraisal).values()].map((rows) => (
            <Round key={rows[0]?.appraisal} rows={rows} />
          ))}
        </section>
      )}
      {value && (value.own.length > 0 || !looksBelow) && (
        <section class="stack">
          <h2>{w.own}</h2>
          {value.own.length === 0 ? <p class="soft">{w.ownNone}</p> : <Rows rows={value.own} isOwn />}
        </section>
      )}
      {isOpening && value && (
        <OpenForm
          unit={unit}
          templates={value.templates}
          onOpened={setTold}
          onChanged={reload}
          onClose={() => setOpening(false)}
        />
      )}
    </>
  );
}

/** One template in one term, over all units: how far it is. */
function Round({ rows }: { rows: readonly Row[] }) {
  const titleOf = useTitle();
  const w = useStationWords().appraisals;
  const [first] = rows;
  const opened = rows.filter(({ state }) => state === 'opened').length;
  return (
    <section class="stack-tight">
      <h3>{first && titleOf(first)}</h3>
      <p>
        {w.progress(rows.filter(({ state }) => isPublished(state)).length, rows.length)}
        {opened > 0 && w.scored(opened)}
      </p>
      <Rows rows={rows} />
    </section>
  );
}

/** The rows of a round go by unit; those of a unit by appraisal. */
function Rows({ rows, isOwn = false }: { rows: readonly Row[]; isOwn?: boolean }) {
  const { words, page } = useStaff();
  const titleOf = useTitle();
  const w = useStationWords().appraisals;
  return (
    <div class="card table-card">
      <table class="grid cards-narrow">
        <thead>
          <tr>
            {([isOwn ? 'name' : 'unit', 'state', 'due', 'result'] as const).map((column) => (
              <th key={column} scope="col">
                {w.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.unit} ${row.appraisal}`}>
              <th scope="row">
                <a href={page(addressOf({ view: 'appraisals', unit: row.unit, appraisal: row.appraisal }))}>
                  {isOwn ? titleOf(row) : row.name}
                </a>
              </th>
              <td data-label={w.columns.state}>{w.states[row.state]}</td>
              <td data-label={w.columns.due}>{words.date(row.due)}</td>
              <td data-label={w.columns.result}>{resultOf(row, w)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function resultOf({ grade, total, most }: Row, w: StationWords['appraisals']): string {
  if (grade === undefined || total === undefined) return '—';
  return `${w.grades[grade]} · ${w.points(pointsOf(total), pointsOf(most))}`;
}

function useTitle(): (row: Row) => string {
  const { lang } = useStaff();
  const w = useStationWords().appraisals;
  return ({ title, term }) => `${title[lang]} · ${w.termName(term.year, term.quarter)}`;
}
