// A transfer: one employment ends, another begins on the same day, and the history keeps both.
import { can } from '../../../../../functions/domain/access/can.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { CheckField, DayField, PickField, WhyField } from '../forms/fields.tsx';
import { missing } from '../forms/form.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import { UnitField } from '../forms/unit-field.tsx';
import { POSTS } from '../people/filter.ts';
import { ancestorsIn } from '../tree/rows.ts';
import { useUnitName } from '../units/use-unit.ts';
import { FromUnit, present } from './from-unit.tsx';
import type { PartFormProps } from './part.ts';

export function TransferPerson({ known: { person }, onChanged, onClose }: PartFormProps) {
  const { t, words, call, today, actor } = useStaff();
  const nameOf = useUnitName();
  const [current] = present(person, today);
  const start = {
    ...{ day: today, from: current?.unit ?? '', to: current?.unit ?? '', why: '' },
    ...{ post: current?.post ?? ('social-worker' as const), established: current?.established ?? false },
  };
  return (
    <FormDialog
      title={t.acts.transfer}
      start={start}
      tells={({ day, from, to, post }) =>
        day === '' || to === ''
          ? undefined
          : t.tells.transfer(...([person.name, nameOf(from), nameOf(to)] as const), t.workPosts[post], words.date(day))
      }
      check={(value) => missing(value, ['day', 'to', 'why'], t.form.missing)}
      submit={t.acts.transfer}
      send={(value) =>
        call('transferPerson', { params: { person: person.id }, body: { version: person.version, ...value } })
      }
      done={t.done.transfer}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => (
        <>
          <DayField form={form} name="day" label={t.person.firstDayThere} />
          <FromUnit form={form} person={person} />
          <UnitField
            label={t.person.toUnit}
            fault={form.faults.to}
            value={form.value.to}
            allows={(id, index) => can.transferPerson(actor, { ancestors: ancestorsIn(index, id) })}
            onPick={(to) => form.set({ to })}
          />
          <PickField form={form} name="post" label={t.people.post} options={POSTS} text={(post) => t.workPosts[post]} />
          <CheckField form={form} name="established" label={t.person.established} />
          <WhyField form={form} />
        </>
      )}
    </FormDialog>
  );
}
