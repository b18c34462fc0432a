// What the units right below have sent of some months, who is late, and until when it is due.
import { useState } from 'preact/hooks';
import type { Answer } from '../../../../../functions/contract/index.ts';
import { EXPECTED, type Expected, type Months } from '../../../../../functions/domain/reports/terms.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { DayField, TextField } from '../forms/fields.tsx';
import { FormDialog } from '../forms/form-dialog.tsx';
import { Nothing, Trouble, Waiting } from '../parts.tsx';
import { useRequestId } from '../training/request-id.ts';
import { useLoad } from '../use-load.ts';
import { addressOf } from './route.ts';
import { useReportsWords } from './words.ts';

type Board = Answer<'readBoard'>;

const DAYS_MOST = 180;

export function BoardPage({ unit }: { unit: string }) {
  const { call, today, words } = useStaff();
  const w = useReportsWords();
  const [template, setTemplate] = useState<Expected>('month');
  const periods = periodsOf(template, today);
  const [at, setAt] = useState(0);
  const [isChanging, setChanging] = useState(false);
  const months = periods[at] ?? (periods[0] as Months);
  const { value, problem, isLoading, reload } = useLoad(`board ${unit} ${template} ${at}`, () =>
    call('readBoard', {
      params: { unit },
      query: { template, year: String(months.year), from: String(months.from), to: String(months.to) },
    }),
  );
  return (
    <>
      <p class="soft">{w.board.lead}</p>
      <div class="row no-print">
        <label class="field">
          <span class="small soft">{w.board.template}</span>
          <select
            value={template}
            onChange={({ currentTarget }) => {
              setTemplate(currentTarget.value as Expected);
              setAt(0);
            }}
          >
            {EXPECTED.map((one) => (
              <option key={one} value={one}>
                {w.board.expected[one]}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span class="small soft">{w.form.month}</span>
          <select value={String(at)} onChange={({ currentTarget }) => setAt(Number(currentTarget.value))}>
            {periods.map((one, i) => (
              <option key={`${one.year} ${one.from}`} value={String(i)}>
                {w.period(one)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {isLoading && !value && <Waiting />}
      {value && (
        <>
          <p>
            {w.board.due(words.date(value.due))} {countsText(value, w.board.counts)}
          </p>
          {value.mayExpect && (
            <button type="button" class="tool start no-print" onClick={() => setChanging(true)}>
              {w.board.change}
            </button>
          )}
          {value.lines.length === 0 ? <Nothing>{w.board.none}</Nothing> : <Lines board={value} />}
        </>
      )}
      {isChanging && value && (
        <DueForm unit={unit} board={value} onChanged={reload} onClose={() => setChanging(false)} />
      )}
    </>
  );
}

function Lines({ board }: { board: Board }) {
  const { page, words } = useStaff();
  const w = useReportsWords().board;
  return (
    <div class="card table-card">
      <table class="grid cards-narrow">
        <thead>
          <tr>
            {Object.values(w.columns).map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {board.lines.map(({ unit, standing, report, firstOn, late }) => (
            <tr key={unit.id}>
              <th scope="row">
                {report === undefined ? (
                  unit.name
                ) : (
                  <a class="link" href={page(addressOf({ view: 'list', unit: unit.id, report }))}>
                    {unit.name}
                  </a>
                )}
              </th>
              <td data-label={w.columns.standing}>
                <span class="tag">{w.standings[standing]}</span>
              </td>
              <td data-label={w.columns.firstOn}>{firstOn === undefined ? '—' : words.date(firstOn)}</td>
              <td data-label={w.columns.late}>{lateText({ standing, late }, w)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface DueProps {
  unit: string;
  board: Board;
  onChanged: () => Promise<void>;
  onClose: () => void;
}

function DueForm({ unit, board, onChanged, onClose }: DueProps) {
  const { call, today } = useStaff();
  const w = useReportsWords().board;
  const request = useRequestId();
  const send = async (typed: { days: string; from: string }) => {
    const body = { version: board.version, template: board.template, from: typed.from, days: Number(typed.days) };
    await call('setDue', { params: { unit }, body: { ...body, request: request.idOf(body) } });
    request.done();
  };
  return (
    <FormDialog
      title={`${w.form.title} · ${w.expected[board.template]}`}
      start={{ days: '', from: `${today.slice(0, 7)}-01` }}
      check={({ days }): Record<string, string> =>
        /^\d{1,3}$/.test(days) && Number(days) <= DAYS_MOST ? {} : { days: w.form.daysFault }
      }
      submit={w.form.submit}
      send={send}
      done={useReportsWords().done}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextField form={form} name="days" label={w.form.days} type="number" />
          <DayField form={form} name="from" label={w.form.from} />
        </>
      )}
    </FormDialog>
  );
}

function lateText(
  { standing, late }: Pick<Board['lines'][number], 'standing' | 'late'>,
  w: ReturnType<typeof useReportsWords>['board'],
) {
  if (standing === 'missing') return late === 0 ? '—' : <strong>{w.overdue(late)}</strong>;
  return late === 0 ? w.inTime : <strong>{w.late(late)}</strong>;
}

function countsText(
  { lines }: Board,
  say: (received: number, sent: number, missing: number, all: number) => string,
): string {
  const count = (wanted: string) => lines.filter(({ standing }) => standing === wanted).length;
  return lines.length === 0
    ? ''
    : say(count('received'), count('sent'), count('missing') + count('returned'), lines.length);
}

/** The last months, quarters or years that are over or have begun, the newest first: of the last that is over, most is asked. */
function periodsOf(template: Expected, today: string): Months[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const size = { month: 1, quarter: 3, year: 12 }[template];
  const current = Math.floor((year * 12 + month - 1) / size);
  return Array.from({ length: template === 'year' ? 4 : 13 }, (_, back) => (current - 1 - back) * size).map(
    (first) => ({
      ...{ year: Math.floor(first / 12), from: (first % 12) + 1, to: (first % 12) + size },
    }),
  );
}
