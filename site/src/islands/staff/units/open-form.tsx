// Opening a unit below another.
import type { UnitKind } from '../../../../../functions/domain/units/unit.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { DayField, WhyField } from '../forms/fields.tsx';
import { missing } from '../forms/form.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import type { ActProps } from './act.ts';
import { contactsOf, OfficeFields, OpeningFields, officeFaults, openingFaults, openingOf } from './opening.tsx';

export function OpenForm({ unit, onChanged, onClose }: ActProps) {
  const { t, words, call, today } = useStaff();
  return (
    <FormDialog
      title={t.acts.open}
      start={{
        ...{ day: today, name: '', unitKind: 'station-township' as UnitKind, division: unit.division },
        ...{ phone: '', address: '', quota: '', why: '' },
      }}
      tells={({ day, name }) =>
        day === '' || name.trim() === '' ? undefined : t.tells.open(name.trim(), unit.name, words.date(day))
      }
      check={(value) => ({
        ...openingFaults(value, { missing: t.form.missing, division: t.unit.divisionFault }),
        ...officeFaults(value, { phone: t.form.invalid, quota: t.form.invalid }),
        ...missing(value, ['day', 'why'], t.form.missing),
      })}
      submit={t.acts.open}
      send={(value) => {
        const { day, why, quota } = value;
        const size = quota.trim() === '' ? {} : { quota: Number(quota) };
        return call('openUnit', {
          body: { ...openingOf(value), parent: unit.id, contacts: contactsOf(value), ...size, day, why },
        });
      }}
      done={t.done.open}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => (
        <>
          <DayField form={form} name="day" label={t.form.fromDay} />
          <OpeningFields form={form} />
          <OfficeFields form={form} />
          <WhyField form={form} />
        </>
      )}
    </FormDialog>
  );
}
