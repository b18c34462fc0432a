// How many a station serves: the months of the year that were said, and saying the month that is open.
import { useState } from 'preact/hooks';
import type { Coverage } from '../../../../../functions/domain/activities/coverage.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { TextField, WhyField } from '../forms/fields.tsx';
import { given, missing } from '../forms/form.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import { useRequestId } from '../training/request-id.ts';
import type { Sheet } from './answers.ts';
import { useStationWords, wholeOf } from './words.ts';

const FIELDS = ['households', 'people', 'visits', 'volunteers'] as const;

interface Props {
  unit: string;
  month: string;
  sheet: Sheet;
  onChanged: () => Promise<void>;
}

export function CoverageCard({ unit, month, sheet, onChanged }: Props) {
  const w = useStationWords();
  const [isOpen, setOpen] = useState(false);
  const { months, before } = sheet.coverage;
  const rows = [
    ...(before === undefined ? [] : [{ name: w.coverage.before, coverage: before }]),
    ...months.map(({ month: said, coverage }) => ({ name: w.monthName(said), coverage })),
  ];
  return (
    <section class="stack">
      <h2>{w.coverage.title}</h2>
      <p class="small soft">{w.coverage.lead}</p>
      {rows.length === 0 ? <p>{w.coverage.none}</p> : <Rows rows={rows} />}
      {sheet.keeps && (
        <div class="row no-print">
          <button type="button" class="button plain" onClick={() => setOpen(true)}>
            {w.coverage.say(w.monthName(month))}
          </button>
        </div>
      )}
      {isOpen && (
        <CoverageForm unit={unit} month={month} sheet={sheet} onChanged={onChanged} onClose={() => setOpen(false)} />
      )}
    </section>
  );
}

function Rows({ rows }: { rows: readonly { name: string; coverage: Coverage }[] }) {
  const w = useStationWords();
  return (
    <div class="card table-card">
      <table class="grid cards-narrow">
        <thead>
          <tr>
            <th scope="col">{w.month}</th>
            {FIELDS.map((field) => (
              <th key={field} scope="col" class="count">
                {w.coverage[field]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, coverage }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {FIELDS.map((field) => (
                <td key={field} data-label={w.coverage[field]} class="count">
                  {coverage[field].toLocaleString('en-US')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CoverageForm({ unit, month, sheet, onChanged, onClose }: Props & { onClose: () => void }) {
  const { t, call } = useStaff();
  const w = useStationWords();
  const request = useRequestId();
  const { months, before, version } = sheet.coverage;
  const said = months.find((one) => one.month === month)?.coverage;
  const last = said ?? months.findLast((one) => one.month < month)?.coverage ?? before;
  const start = {
    households: String(last?.households ?? ''),
    people: String(last?.people ?? ''),
    visits: String(said?.visits ?? ''),
    volunteers: String(last?.volunteers ?? ''),
    why: '',
  };
  const send = async (typed: typeof start) => {
    const numbers = FIELDS.map((field) => [field, wholeOf(typed[field]) ?? 0]);
    const coverage = Object.fromEntries(numbers) as unknown as Coverage;
    const body = { version, month, coverage, ...given('why', typed.why) };
    await call('sayCoverage', { params: { unit }, body: { ...body, request: request.idOf(body) } });
    request.done();
  };
  return (
    <FormDialog
      title={w.coverage.say(w.monthName(month))}
      start={start}
      tells={() => w.numbersOnly}
      check={(typed) => ({
        ...Object.fromEntries(
          FIELDS.filter((field) => wholeOf(typed[field]) === undefined).map((field) => [field, w.number]),
        ),
        ...(said === undefined ? {} : missing(typed, ['why'], t.form.missing)),
      })}
      submit={w.save}
      send={send}
      done={w.saved}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => (
        <>
          {FIELDS.map((field) => (
            <TextField key={field} form={form} name={field} label={w.coverage[field]} type="number" />
          ))}
          {said !== undefined && <WhyField form={form} />}
        </>
      )}
    </FormDialog>
  );
}
