// Adding somebody who begins to work at a unit.
import type { Post } from '../../../../../functions/domain/people/employment.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { CheckField, DayField, PickField, TextField, WhyField } from '../forms/fields.tsx';
import { given, missing } from '../forms/form.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import type { ActProps } from '../units/act.ts';
import { POSTS } from './filter.ts';
import { NumberFields, numberFaults, type Studies, StudyFields } from './person-fields.tsx';

export function AddPerson({ unit, onChanged, onClose }: ActProps) {
  const { t, words, call, today } = useStaff();
  const start = {
    ...{ name: '', phone: '', idNumber: '', education: '' as Studies['education'], isSocialWorkMajor: false },
    ...{ post: 'social-worker' as Post, established: false, from: today, why: '' },
  };
  return (
    <FormDialog
      title={t.people.addTo(unit.name)}
      start={start}
      tells={({ name, from, post }) =>
        name.trim() === '' || from === ''
          ? undefined
          : t.tells.addPerson(name.trim(), unit.name, t.workPosts[post], words.date(from))
      }
      check={(value) => ({ ...numberFaults(value, { t, today }), ...missing(value, ['name', 'from'], t.form.missing) })}
      submit={t.acts.addPerson}
      send={({ name, phone, idNumber, education, isSocialWorkMajor, post, established, from, why }) =>
        call('addPerson', {
          params: { unit: unit.id },
          body: {
            ...{ name: name.trim(), post, established, from },
            ...{ ...given('phone', phone), ...given('idNumber', idNumber), ...given('why', why) },
            ...(education === '' ? {} : { education, isSocialWorkMajor }),
          },
        })
      }
      done={t.done.addPerson}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextField form={form} name="name" label={t.people.name} />
          <NumberFields form={form} />
          <StudyFields form={form} />
          <PickField form={form} name="post" label={t.people.post} options={POSTS} text={(post) => t.workPosts[post]} />
          <CheckField form={form} name="established" label={t.person.established} />
          <DayField form={form} name="from" label={t.person.firstDay} />
          <WhyField form={form} isOptional />
        </>
      )}
    </FormDialog>
  );
}
