// Opening an appraisal for units below: which template, for when, until when the units give their own word, and whose.
import type { Answer } from '../../../../../functions/contract/index.ts';
import { addDays } from '../../../../../functions/domain/time.ts';
import { Notice } from '../../../shell/parts.tsx';
import { useStaff } from '../../../shell/staff.tsx';
import { DayField, PickField } from '../forms/fields.tsx';
import { FormDialog } from '../forms/form-dialog.tsx';
import { useLoad } from '../use-load.ts';
import { UnitsPicker } from './units-picker.tsx';
import { useStationWords } from './words.ts';

interface Props {
  unit: string;
  templates: Answer<'listRounds'>['templates'];
  /** What came of it, in words. */
  onOpened: (text: string) => void;
  onChanged: () => Promise<void>;
  onClose: () => void;
}

/** What one request takes. */
const UNITS_AT_ONCE = 25;
const QUARTERS = ['1', '2', '3', '4'] as const;

export function OpenForm({ unit, templates, onOpened, onChanged, onClose }: Props) {
  const { call, lang, today } = useStaff();
  const w = useStationWords().appraisals;
  const { value: below } = useLoad(`below ${unit}`, () => stationsBelow(call, unit));
  const quarter = QUARTERS[Math.floor((Number(today.slice(5, 7)) - 1) / 3)] ?? '1';
  const start = {
    template: templates[0]?.id ?? '',
    year: today.slice(0, 4),
    quarter,
    due: addDays(today, 14),
    units: [] as string[],
  };
  const cycleOf = (id: string) => templates.find((one) => one.id === id);
  const send = async (typed: typeof start) => {
    const isQuarter = cycleOf(typed.template)?.cycle === 'quarter';
    const term = { year: typed.year, ...(isQuarter ? { quarter: Number(typed.quarter) } : {}) };
    const came: string[] = [];
    for (let first = 0; first < typed.units.length; first += UNITS_AT_ONCE) {
      const units = typed.units.slice(first, first + UNITS_AT_ONCE);
      const body = { template: typed.template, term, due: typed.due, units };
      const { outcomes } = await call('openAppraisals', { params: { unit }, body });
      came.push(...outcomes.map(({ outcome }) => outcome));
    }
    const count = (wanted: string) => came.filter((outcome) => outcome === wanted).length;
    onOpened(w.opened(count('opened'), count('there'), count('refused')));
  };
  return (
    <FormDialog
      title={w.open}
      start={start}
      check={({ units }): Record<string, string> => (units.length === 0 ? { units: w.pickUnit } : {})}
      submit={w.open}
      send={send}
      done={useStationWords().saved}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => (
        <>
          <PickField
            form={form}
            name="template"
            label={w.template}
            options={templates.map(({ id }) => id)}
            text={(id) => cycleOf(id)?.title[lang] ?? id}
          />
          {cycleOf(form.value.template)?.verified === false && (
            <Notice>
              <p>{w.unverified}</p>
            </Notice>
          )}
          {cycleOf(form.value.template)?.cycle === 'quarter' && (
            <PickField
              form={form}
              name="quarter"
              label={w.quarter}
              options={QUARTERS}
              text={(one) => w.quarterName(Number(one))}
            />
          )}
          <DayField form={form} name="due" label={w.due} />
          <UnitsPicker
            units={below}
            picked={form.value.units}
            fault={form.faults.units}
            onPicked={(units) => form.set({ units })}
          />
        </>
      )}
    </FormDialog>
  );
}

/** The stations and agencies below a unit that are open: bureaus are not appraised by the templates there are. */
async function stationsBelow(call: ReturnType<typeof useStaff>['call'], under: string) {
  const found: Answer<'listTree'>['units'] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const query: { under: string; cursor?: string } = { under, ...(cursor && { cursor }) };
    const page: Answer<'listTree'> = await call('listTree', { query });
    found.push(...page.units);
    cursor = page.cursor;
  }
  return found.filter(({ id, kind, closed }) => id !== under && kind !== 'bureau' && closed === undefined);
}
