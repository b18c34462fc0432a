// Out of a pool: the membership ends, the record of the selection stays.
import { useStaff } from '../../../shell/staff.tsx';
import { EndFields } from '../forms/fields.tsx';
import { missing } from '../forms/form.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import type { PartFormProps } from './part.ts';
import type { Membership } from './use-person.ts';

interface Props extends PartFormProps {
  membership: Membership;
}

export function LeavePool({ known: { person }, membership: { pool }, onChanged, onClose }: Props) {
  const { t, words, call, today } = useStaff();
  const title = t.person.leavePoolWhich(t.pools[pool]);
  return (
    <FormDialog
      title={title}
      start={{ day: today, why: '' }}
      tells={({ day }) => (day === '' ? undefined : t.tells.leavePool(person.name, t.pools[pool], words.date(day)))}
      check={(value) => missing(value, ['day', 'why'], t.form.missing)}
      submit={t.acts.leavePool}
      isGrave
      send={({ day, why }) =>
        call('changePerson', {
          params: { person: person.id },
          body: { kind: 'leave-pool', version: person.version, pool, day, why: why.trim() },
        })
      }
      done={t.done.leavePool}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => <EndFields form={form} />}
    </FormDialog>
  );
}
