// Leaving a unit for good: the employment ends, the record stays.
import { useStaff } from '../../../shell/staff.tsx';
import { DayField, WhyField } from '../forms/fields.tsx';
import { missing } from '../forms/form.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import { FromUnit, present } from './from-unit.tsx';
import type { PartFormProps } from './part.ts';

export function LeavePost({ known: { person }, onChanged, onClose }: PartFormProps) {
  const { t, words, call, today } = useStaff();
  const works = present(person, today);
  const nameOf = (unit: string) => works.find((one) => one.unit === unit)?.unitName ?? unit;
  return (
    <FormDialog
      title={t.acts.leave}
      start={{ day: today, from: works[0]?.unit ?? '', why: '' }}
      tells={({ day, from }) => (day === '' ? undefined : t.tells.leave(person.name, nameOf(from), words.date(day)))}
      check={(value) => missing(value, ['day', 'why'], t.form.missing)}
      submit={t.acts.leave}
      isGrave
      send={(value) =>
        call('changePerson', {
          params: { person: person.id },
          body: { kind: 'leave', version: person.version, ...value },
        })
      }
      done={t.done.leave}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => (
        <>
          <DayField form={form} name="day" label={t.form.fromDay} hint={t.form.firstDayWithout} />
          <FromUnit form={form} person={person} />
          <WhyField form={form} />
        </>
      )}
    </FormDialog>
  );
}
