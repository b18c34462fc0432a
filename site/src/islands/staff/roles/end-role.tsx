// Ending a role from a day on. What it let somebody do until then stays done.
import type { Role } from '../../../../../functions/domain/access/roles.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { EndFields } from '../forms/fields.tsx';
import { missing } from '../forms/form.ts';
import { FormDialog } from '../forms/form-dialog.tsx';

export interface Ended {
  id: string;
  person: string;
  name: string;
  role: Role;
}

interface Props {
  grant: Ended;
  onChanged: () => Promise<void>;
  onClose: () => void;
}

export function EndRole({ grant, onChanged, onClose }: Props) {
  const { t, words, call, today } = useStaff();
  return (
    <FormDialog
      title={t.acts.endRole}
      start={{ day: today, why: '' }}
      tells={({ day }) =>
        day === '' ? undefined : t.tells.endRole(grant.name, t.roleNames[grant.role], words.date(day))
      }
      check={(value) => ({
        ...(value.day !== '' && value.day < today ? { day: t.form.notPast } : {}),
        ...missing(value, ['day', 'why'], t.form.missing),
      })}
      submit={t.acts.endRole}
      isGrave
      send={(body) => call('endRole', { params: { person: grant.person, grant: grant.id }, body })}
      done={t.done.endRole}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => <EndFields form={form} />}
    </FormDialog>
  );
}
