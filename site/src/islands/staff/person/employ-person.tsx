// An employment beside what there is: for somebody who had left and is back, or who works at a second unit, too.
import { can } from '../../../../../functions/domain/access/can.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { CheckField, DayField, PickField, WhyField } from '../forms/fields.tsx';
import { given, missing } from '../forms/form.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import { UnitField } from '../forms/unit-field.tsx';
import { POSTS } from '../people/filter.ts';
import { ancestorsIn } from '../tree/rows.ts';
import { useUnitName } from '../units/use-unit.ts';
import { present } from './from-unit.tsx';
import type { PartFormProps } from './part.ts';
import { belonging } from './use-person.ts';

export function EmployPerson({ known, onChanged, onClose }: PartFormProps) {
  const { t, words, call, today, actor } = useStaff();
  const nameOf = useUnitName();
  const { person, places } = known;
  const isBack = present(person, today).length === 0;
  const title = isBack ? t.acts.employAgain : t.acts.employBesides;
  // Whoever is back is most often back where they were.
  const last = isBack ? belonging(person, today)[0] : undefined;
  const unit = last !== undefined && can.addPerson(actor, places.get(last) ?? { ancestors: [last] }) ? last : '';
  const before = person.employments.find((one) => one.unit === last);
  const start = {
    ...{ unit, day: today, until: '', why: '' },
    ...{ post: before?.post ?? ('social-worker' as const), established: before?.established ?? false },
  };
  const nameFor = (id: string) => person.employments.find((one) => one.unit === id)?.unitName ?? nameOf(id);
  return (
    <FormDialog
      title={title}
      start={start}
      tells={({ day, unit, post }) =>
        day === '' || unit === ''
          ? undefined
          : t.tells.employ(person.name, nameFor(unit), t.workPosts[post], words.date(day))
      }
      check={(value) => ({
        ...(value.until !== '' && value.until <= value.day ? { until: t.form.endsBefore } : {}),
        ...missing(value, ['unit', 'day', 'why'], t.form.missing),
      })}
      submit={title}
      send={({ until, why, ...value }) =>
        call('changePerson', {
          params: { person: person.id },
          body: { kind: 'employ', version: person.version, ...value, ...given('until', until), why: why.trim() },
        })
      }
      done={t.done.employ}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => (
        <>
          <UnitField
            label={t.person.atUnit}
            hint={t.person.atUnitHint}
            fault={form.faults.unit}
            value={form.value.unit}
            allows={(id, index) => can.addPerson(actor, { ancestors: ancestorsIn(index, id) })}
            onPick={(unit) => form.set({ unit })}
          />
          <PickField form={form} name="post" label={t.people.post} options={POSTS} text={(post) => t.workPosts[post]} />
          <CheckField form={form} name="established" label={t.person.established} />
          <DayField form={form} name="day" label={t.person.firstDay} />
          <DayField form={form} name="until" label={t.person.until} hint={t.person.untilHint} />
          <WhyField form={form} />
        </>
      )}
    </FormDialog>
  );
}
