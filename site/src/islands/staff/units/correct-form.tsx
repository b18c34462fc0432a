// Contacts and quota: they are corrected, not dated; the day is the one from which it was so.
import { useStaff } from '../../../shell/staff.tsx';
import { DayField, WhyField } from '../forms/fields.tsx';
import { missing } from '../forms/form.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import type { ActProps } from './act.ts';
import { contactsOf, OfficeFields, officeFaults } from './opening.tsx';

export function CorrectForm({ unit, onChanged, onClose }: ActProps) {
  const { t, call, today } = useStaff();
  const { contacts, quota } = unit;
  return (
    <FormDialog
      title={t.acts.correct}
      start={{
        ...{ day: today, phone: contacts.phone ?? '', address: contacts.address ?? '' },
        ...{ quota: quota === undefined ? '' : String(quota), why: '' },
      }}
      check={(value) => ({
        ...officeFaults(value, { phone: t.form.invalid, quota: t.form.invalid }),
        ...missing(value, ['day', 'why'], t.form.missing),
      })}
      submit={t.acts.correct}
      send={(value) => {
        const { day, why } = value;
        const size = value.quota.trim() === '' ? null : Number(value.quota);
        const body = {
          kind: 'correct',
          version: unit.version,
          day,
          why,
          contacts: contactsOf(value),
          quota: size,
        } as const;
        return call('changeUnit', { params: { unit: unit.id }, body });
      }}
      done={t.done.correct}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => (
        <>
          <DayField form={form} name="day" label={t.form.fromDay} />
          <OfficeFields form={form} />
          <WhyField form={form} />
        </>
      )}
    </FormDialog>
  );
}
