// Correcting a profile. Numbers are not filled in: they are not known here; what is left empty stays as it is.
import { useStaff } from '../../../shell/staff.tsx';
import { CheckField, TextField, WhyField } from '../forms/fields.tsx';
import { given, missing } from '../forms/form.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import { NumberFields, numberFaults, type Studies, StudyFields } from '../people/person-fields.tsx';
import type { PartFormProps } from './part.ts';

export function CorrectPerson({ known: { person }, onChanged, onClose }: PartFormProps) {
  const { t, call, today } = useStaff();
  const start = {
    ...{ name: person.name, phone: '', idNumber: '', dropsPhone: false, dropsId: false, why: '' },
    ...{
      education: (person.education ?? '') as Studies['education'],
      isSocialWorkMajor: person.isSocialWorkMajor ?? false,
    },
  };
  return (
    <FormDialog
      title={t.acts.correctPerson}
      start={start}
      check={(value) => ({ ...numberFaults(value, { t, today }), ...missing(value, ['name', 'why'], t.form.missing) })}
      submit={t.acts.correctPerson}
      send={({ name, phone, idNumber, dropsPhone, dropsId, education, isSocialWorkMajor, why }) =>
        call('changePerson', {
          params: { person: person.id },
          body: {
            ...({ kind: 'correct', version: person.version, why: why.trim(), name: name.trim() } as const),
            ...(dropsPhone ? { phone: null } : given('phone', phone)),
            ...(dropsId ? { idNumber: null } : given('idNumber', idNumber)),
            education: education === '' ? null : education,
            isSocialWorkMajor: education === '' ? null : isSocialWorkMajor,
          },
        })
      }
      done={t.done.correctPerson}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextField form={form} name="name" label={t.people.name} />
          <NumberFields form={form} kept />
          {person.phone && <CheckField form={form} name="dropsPhone" label={t.person.drop(t.person.phone)} />}
          {person.idNumber && <CheckField form={form} name="dropsId" label={t.person.drop(t.person.idNumber)} />}
          <StudyFields form={form} />
          <WhyField form={form} />
        </>
      )}
    </FormDialog>
  );
}
