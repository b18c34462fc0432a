// Several units become one: this one and others end, their children go to the one they go into, which is there or is opened by this.
import { can } from '../../../../../functions/domain/access/can.ts';
import { Choice } from '../../../shell/parts.tsx';
import { useStaff } from '../../../shell/staff.tsx';
import { DayField, WhyField } from '../forms/fields.tsx';
import { type Form, missing } from '../forms/form.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import { UnitField } from '../forms/unit-field.tsx';
import type { Faults } from '../problem-text.ts';
import { ancestorsIn, type TreeIndex } from '../tree/rows.ts';
import type { ActProps } from './act.ts';
import { INTO, type Merging, mergeBody } from './merging.ts';
import { OpeningFields, openingFaults } from './opening.tsx';
import { UnitChoices } from './unit-choices.tsx';
import { useUnitName } from './use-unit.ts';

export function MergeForm({ unit, onChanged, onClose }: ActProps) {
  const { t, call, today } = useStaff();
  const start: Merging = {
    ...{ day: today, others: [], how: 'there', into: '', why: '' },
    ...{ name: '', unitKind: unit.kind, division: unit.division },
  };
  const check = (value: Merging): Faults => ({
    ...missing(value, ['day', 'why'], t.form.missing),
    ...(value.how === 'there'
      ? missing(value, ['into'], t.form.missing)
      : openingFaults(value, { missing: t.form.missing, division: t.unit.divisionFault })),
  });
  return (
    <FormDialog
      title={t.acts.merge}
      start={start}
      tells={useTelling(unit)}
      check={check}
      submit={t.acts.merge}
      isGrave
      send={(value) => call('changeUnit', { params: { unit: unit.id }, body: mergeBody(unit, value) })}
      done={t.done.merge}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => <Fields unit={unit} form={form} />}
    </FormDialog>
  );
}

function useTelling(unit: ActProps['unit']) {
  const { t, words } = useStaff();
  const nameOf = useUnitName();
  return ({ day, others, how, into, name }: Merging) => {
    const target = how === 'new' ? name.trim() : into && nameOf(into);
    if (day === '' || target === '') return undefined;
    return t.tells.merge([unit.name, ...others.map(nameOf)], target, words.date(day));
  };
}

function Fields({ unit, form }: { unit: ActProps['unit']; form: Form<Merging> }) {
  const { t, actor } = useStaff();
  const { others, how, into } = form.value;
  const allows = (other: string, index: TreeIndex) =>
    other !== unit.id && can.closeUnit(actor, { ancestors: ancestorsIn(index, other) });
  return (
    <>
      <DayField form={form} name="day" label={t.form.fromDay} hint={t.form.firstDayWithout} />
      <UnitChoices
        label={t.unit.others}
        values={others}
        allows={(other, index) => allows(other, index) && other !== into}
        onChange={(values) => form.set({ others: values })}
      />
      {unit.path.length > 0 && (
        <Choice
          legend={t.unit.into}
          name="into"
          options={INTO}
          label={(option) => t.unit.intoHow[option]}
          value={how}
          onPick={(option) => form.set({ how: option })}
        />
      )}
      {how === 'there' ? (
        <UnitField
          label={t.unit.intoHow.there}
          fault={form.faults.into}
          value={into}
          allows={(other, index) => allows(other, index) && !others.includes(other)}
          onPick={(id) => form.set({ into: id })}
        />
      ) : (
        <OpeningFields form={form} />
      )}
      <WhyField form={form} />
    </>
  );
}
