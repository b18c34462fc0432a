// Closing a unit: its past stays, its people must have gone before.
import { useStaff } from '../../../shell/staff.tsx';
import { EndFields } from '../forms/fields.tsx';
import { missing } from '../forms/form.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import type { ActProps } from './act.ts';

export function CloseForm({ unit, onChanged, onClose }: ActProps) {
  const { t, words, call, today } = useStaff();
  return (
    <FormDialog
      title={t.acts.close}
      start={{ day: today, why: '' }}
      tells={({ day }) => (day === '' ? undefined : t.tells.close(unit.name, words.date(day)))}
      check={(value) => missing(value, ['day', 'why'], t.form.missing)}
      submit={t.acts.close}
      isGrave
      send={(value) =>
        call('changeUnit', { params: { unit: unit.id }, body: { kind: 'close', version: unit.version, ...value } })
      }
      done={t.done.close}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => <EndFields form={form} />}
    </FormDialog>
  );
}
