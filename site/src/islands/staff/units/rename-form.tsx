// A new name from a day on; the old one stays in the history.
import { useStaff } from '../../../shell/staff.tsx';
import { DayField, TextField, WhyField } from '../forms/fields.tsx';
import { missing } from '../forms/form.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import type { ActProps } from './act.ts';

export function RenameForm({ unit, onChanged, onClose }: ActProps) {
  const { t, words, call, today } = useStaff();
  return (
    <FormDialog
      title={t.acts.rename}
      start={{ day: today, name: unit.name, why: '' }}
      tells={({ day, name }) => {
        const isSame = name.trim() === '' || name.trim() === unit.name;
        return isSame || day === '' ? undefined : t.tells.rename(unit.name, name.trim(), words.date(day));
      }}
      check={(value) => missing(value, ['day', 'name', 'why'], t.form.missing)}
      submit={t.acts.rename}
      send={(value) =>
        call('changeUnit', { params: { unit: unit.id }, body: { kind: 'rename', version: unit.version, ...value } })
      }
      done={t.done.rename}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => (
        <>
          <DayField form={form} name="day" label={t.form.fromDay} />
          <TextField form={form} name="name" label={t.unit.newName} />
          <WhyField form={form} />
        </>
      )}
    </FormDialog>
  );
}
