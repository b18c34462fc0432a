// One unit becomes several new ones beside it: it ends, and each unit below it is given to one of them.
import { useStaff } from '../../../shell/staff.tsx';
import { DayField, Framed, WhyField } from '../forms/fields.tsx';
import { type Form, missing } from '../forms/form.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import type { Faults } from '../problem-text.ts';
import { useTree } from '../tree/use-tree.ts';
import type { ActProps } from './act.ts';
import { type Splitting, splitBody } from './merging.ts';

/** As the contract has it: at least two new units and at most ten, at most 60 children. */
const NAMES_LEAST = 2;
const NAMES_MOST = 10;
const CHILDREN_MOST = 60;

export function SplitForm({ unit, onChanged, onClose }: ActProps) {
  const { t, words, call, today } = useStaff();
  const { index } = useTree(today);
  const children = index.below(unit.id);
  const start: Splitting = { day: today, names: ['', ''], given: {}, why: '' };
  const check = (value: Splitting): Faults => {
    const none = value.names.flatMap((name, i) =>
      name.trim() === '' ? [[`names-${i}`, t.form.missing] as const] : [],
    );
    return { ...missing(value, ['day', 'why'], t.form.missing), ...Object.fromEntries(none) };
  };
  const tells = ({ day, names }: Splitting) => {
    const said = names.map((name) => name.trim()).filter((name) => name !== '');
    return day === '' || said.length < NAMES_LEAST ? undefined : t.tells.split(unit.name, said, words.date(day));
  };
  return (
    <FormDialog
      title={t.acts.split}
      start={start}
      tells={tells}
      check={check}
      submit={t.acts.split}
      isGrave
      send={(value) => call('changeUnit', { params: { unit: unit.id }, body: splitBody(unit, children, value) })}
      done={t.done.split}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => (
        <>
          <Hindrance isRoot={unit.path.length === 0} count={children.length} />
          <DayField form={form} name="day" label={t.form.fromDay} hint={t.form.firstDayWithout} />
          <Names form={form} />
          {children.map((id) => (
            <Child key={id} form={form} id={id} name={index.rows.get(id)?.name ?? id} />
          ))}
          <WhyField form={form} />
        </>
      )}
    </FormDialog>
  );
}

/** Why it would be refused anyway. */
function Hindrance({ isRoot, count }: { isRoot: boolean; count: number }) {
  const { t } = useStaff();
  if (!isRoot && count <= CHILDREN_MOST) return null;
  return <p class="notice trouble">{isRoot ? t.unit.splitRoot : t.unit.splitMany(CHILDREN_MOST)}</p>;
}

/** Which of the new units a child goes to. */
function Child({ form, id, name }: { form: Form<Splitting>; id: string; name: string }) {
  const { t } = useStaff();
  const { names, given } = form.value;
  return (
    <Framed label={t.unit.goesTo(name)} hint={undefined} fault={undefined}>
      {(tied) => (
        <select
          {...tied}
          value={Math.min(given[id] ?? 0, names.length - 1)}
          onChange={(event) => form.set({ given: { ...given, [id]: Number(event.currentTarget.value) } })}
        >
          {names.map((text, i) => (
            <option key={String(i)} value={i}>
              {text.trim() || t.unit.nth(i + 1)}
            </option>
          ))}
        </select>
      )}
    </Framed>
  );
}

function Names({ form }: { form: Form<Splitting> }) {
  const { t } = useStaff();
  const { names } = form.value;
  const set = (next: string[]) => form.set({ names: next });
  return (
    <>
      {names.map((name, i) => (
        <Framed key={String(i)} label={t.unit.nth(i + 1)} hint={undefined} fault={form.faults[`names-${i}`]}>
          {(tied) => (
            <input
              {...tied}
              type="text"
              autoComplete="off"
              value={name}
              onInput={(event) => set(names.map((old, at) => (at === i ? event.currentTarget.value : old)))}
            />
          )}
        </Framed>
      ))}
      <p class="row">
        {names.length < NAMES_MOST && (
          <button type="button" class="link start" onClick={() => set([...names, ''])}>
            {t.unit.addName}
          </button>
        )}
        {names.length > NAMES_LEAST && (
          <button type="button" class="link" onClick={() => set(names.slice(0, -1))}>
            {t.unit.dropName}
          </button>
        )}
      </p>
    </>
  );
}
