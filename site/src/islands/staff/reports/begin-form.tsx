// Making a report, or editing its draft: of which months, with which figures, how far down.
import type { Answer } from '../../../../../functions/contract/index.ts';
import { INDICATORS } from '../../../../../functions/domain/figures/indicators.ts';
import {
  firstDayOf,
  fits,
  type Months,
  TEMPLATES,
  type Template,
} from '../../../../../functions/domain/reports/terms.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { Framed, PickField } from '../forms/fields.tsx';
import type { Form } from '../forms/form.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import type { Faults } from '../problem-text.ts';
import { useRequestId } from '../training/request-id.ts';
import { IndicatorPicks } from './indicator-picks.tsx';
import { useReportsWords } from './words.ts';

/** Figures of one report. */
const INDICATORS_MOST = 60;
const LEVELS = ['0', '1', '2'] as const;
const MONTHS = Array.from({ length: 12 }, (_, i) => String(i + 1));
const QUARTERS = ['1', '2', '3', '4'] as const;

export interface Typed {
  template: Template;
  year: string;
  /** Of a month, or the first of one's own choice. */
  from: string;
  to: string;
  quarter: (typeof QUARTERS)[number];
  levels: (typeof LEVELS)[number];
  indicators: readonly string[];
  note: string;
}

interface Props {
  unit: string;
  templates: Answer<'listReports'>['templates'];
  onBegun: (report: string) => void;
  onClose: () => void;
}

export function BeginForm({ unit, templates, onBegun, onClose }: Props) {
  const { call, today } = useStaff();
  const w = useReportsWords();
  const request = useRequestId();
  const start = startOf(today, templates.month);
  let begun: string | undefined;
  const send = async (typed: Typed) => {
    const body = { template: typed.template, months: monthsOf(typed), ...selectionOf(typed) };
    const answer = await call('beginReport', { params: { unit }, body: { ...body, request: request.idOf(body) } });
    request.done();
    begun = answer.report;
  };
  return (
    <FormDialog
      title={w.form.title}
      start={start}
      check={(typed) => faultsOf(typed, today, w.form)}
      submit={w.form.submit}
      send={send}
      done={w.form.begun}
      onChanged={() => {
        if (begun !== undefined) onBegun(begun);
      }}
      onClose={onClose}
    >
      {(form) => (
        <>
          <PickField
            form={{ ...form, set: (change) => form.set({ ...change, ...broughtBy(change.template, templates) }) }}
            name="template"
            label={w.form.template}
            options={TEMPLATES}
            text={(one) => w.templates[one]}
          />
          <MonthFields form={form} />
          <ChoiceFields form={form} />
        </>
      )}
    </FormDialog>
  );
}

function MonthFields({ form }: { form: Form<Typed> }) {
  const { today } = useStaff();
  const w = useReportsWords().form;
  const { template } = form.value;
  const years = Array.from({ length: 5 }, (_, back) => String(Number(today.slice(0, 4)) - back));
  return (
    <>
      <PickField form={form} name="year" label={w.year} options={years} text={(one) => one} />
      {template === 'quarter' && (
        <PickField form={form} name="quarter" label={w.quarter} options={QUARTERS} text={w.quarterName} />
      )}
      {(template === 'month' || template === 'own') && (
        <PickField
          form={form}
          name="from"
          label={template === 'month' ? w.month : w.from}
          options={MONTHS}
          text={w.monthName}
        />
      )}
      {template === 'own' && <PickField form={form} name="to" label={w.to} options={MONTHS} text={w.monthName} />}
    </>
  );
}

/** What is chosen of a report: the same for a new one and for a draft. */
export function ChoiceFields<T extends Pick<Typed, 'levels' | 'indicators' | 'note'>>({ form }: { form: Form<T> }) {
  const w = useReportsWords().form;
  const own = form as unknown as Form<Pick<Typed, 'levels' | 'indicators' | 'note'>>;
  return (
    <>
      <PickField form={own} name="levels" label={w.levels} options={LEVELS} text={(one) => w.levelNames[one]} />
      <IndicatorPicks
        value={own.value.indicators}
        fault={own.faults.indicators}
        onChange={(indicators) => own.set({ indicators })}
      />
      <Framed label={w.note} hint={undefined} fault={own.faults.note}>
        {(tied) => (
          <textarea
            {...tied}
            rows={3}
            maxLength={1_000}
            value={own.value.note}
            onInput={({ currentTarget }) => own.set({ note: currentTarget.value })}
          />
        )}
      </Framed>
    </>
  );
}

/** The choice as it is sent: in the catalogue's order, whatever order it was made in. */
export function selectionOf({ levels, indicators, note }: Pick<Typed, 'levels' | 'indicators' | 'note'>) {
  const chosen = new Set(indicators);
  return {
    indicators: INDICATORS.map(({ id }) => id).filter((id) => chosen.has(id)),
    levels: Number(levels) as 0 | 1 | 2,
    note: note.trim(),
  };
}

export function choiceFault(
  { indicators }: Pick<Typed, 'indicators'>,
  w: { none: string; most(n: number): string },
): Faults {
  if (indicators.length === 0) return { indicators: w.none };
  return indicators.length > INDICATORS_MOST ? { indicators: w.most(INDICATORS_MOST) } : {};
}

function faultsOf(
  typed: Typed,
  today: string,
  w: { none: string; most(n: number): string; order: string; future: string },
): Faults {
  const months = monthsOf(typed);
  return {
    ...choiceFault(typed, w),
    ...(fits(typed.template, months) ? {} : { to: w.order }),
    ...(firstDayOf(months) > today ? { year: w.future } : {}),
  };
}

function monthsOf({ template, year, from, to, quarter }: Typed): Months {
  const [first, last] = [Number(from), Number(to)];
  const ends: Record<Template, [number, number]> = {
    month: [first, first],
    quarter: [Number(quarter) * 3 - 2, Number(quarter) * 3],
    year: [1, 12],
    own: [first, last],
  };
  const [begin, end] = ends[template];
  return { year: Number(year), from: begin, to: end };
}

/** Last month, which is what is reported most. */
function startOf(today: string, brought: { indicators: string[] } | undefined): Typed {
  const month = Number(today.slice(5, 7));
  const last = month === 1 ? 12 : month - 1;
  const year = String(Number(today.slice(0, 4)) - (month === 1 ? 1 : 0));
  const quarter = QUARTERS[Math.floor((last - 1) / 3)] ?? '1';
  return {
    ...{ template: 'month', year, from: String(last), to: String(last), quarter, levels: '1', note: '' },
    indicators: brought?.indicators ?? [],
  };
}

function broughtBy(template: Template | undefined, templates: Props['templates']): Partial<Typed> {
  const brought = template === undefined ? undefined : templates[template];
  return brought === undefined ? {} : { indicators: brought.indicators };
}
