// Giving somebody a role at a unit, from a day to a day. Only the roles that one may give there are offered.
import { can, type Place } from '../../../../../functions/domain/access/can.ts';
import type { Role } from '../../../../../functions/domain/access/roles.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { DayField, PickField, WhyField } from '../forms/fields.tsx';
import { type Form, missing } from '../forms/form.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import { PersonField } from '../forms/person-field.tsx';
import { UnitField } from '../forms/unit-field.tsx';
import { ancestorsIn, type TreeIndex } from '../tree/rows.ts';
import { useTree } from '../tree/use-tree.ts';
import { useUnitName } from '../units/use-unit.ts';
import { grantable } from './grantable.ts';

interface Props {
  unit: string;
  /** Where that unit stands: known before the tree is. */
  place: Place;
  /** Who gets it; asked for when missing. */
  person?: { id: string; name: string };
  onChanged: () => Promise<void>;
  onClose: () => void;
}

interface Value {
  unit: string;
  person: string;
  role: Role | '';
  from: string;
  to: string;
  why: string;
}

export function GiveRole({ unit, place, person, onChanged, onClose }: Props) {
  const { t, words, call, today, actor } = useStaff();
  const { index } = useTree(today);
  const nameOf = useUnitName();
  const rolesAt = (id: string, at: TreeIndex) =>
    grantable(actor, id === unit ? place : { ancestors: ancestorsIn(at, id) });
  const start: Value = { unit, person: person?.id ?? '', role: '', from: today, to: '', why: '' };
  return (
    <FormDialog
      title={t.acts.giveRole}
      start={start}
      tells={({ unit: at, role, from }) =>
        role === '' || from === '' ? undefined : t.tells.giveRole(nameOf(at), t.roleNames[role], words.date(from))
      }
      check={(value) => ({
        ...(value.to !== '' && value.to <= value.from ? { to: t.form.endsBefore } : {}),
        ...missing(value, ['unit', 'person', 'role', 'from', 'why'], t.form.missing),
      })}
      submit={t.acts.giveRole}
      send={({ unit: at, person: who, role, from, to, why }) =>
        call('grantRole', {
          params: { person: who },
          // The check has asked for a role.
          body: { unit: at, role: role as Role, from, ...(to === '' ? {} : { to }), why },
        })
      }
      done={t.done.giveRole}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => (
        <>
          <Who form={form} unit={unit} person={person} />
          {person && (
            <UnitField
              label={t.roles.atUnit}
              fault={form.faults.unit}
              value={form.value.unit}
              allows={(id, at) => can.grantRole(actor, { ancestors: ancestorsIn(at, id) })}
              onPick={(id) => form.set({ unit: id, role: '' })}
            />
          )}
          <PickField
            form={form}
            name="role"
            label={t.roles.role}
            hint={form.value.role === '' ? t.roles.onlyThese : t.roleHints[form.value.role]}
            options={['', ...rolesAt(form.value.unit, index)] as const}
            text={(role) => (role === '' ? t.form.pick : t.roleNames[role])}
          />
          <DayField form={form} name="from" label={t.form.fromDay} />
          <DayField form={form} name="to" label={t.roles.until} hint={t.roles.untilHint} />
          <WhyField form={form} />
        </>
      )}
    </FormDialog>
  );
}

function Who({ form, unit, person }: { form: Form<Value>; unit: string; person: Props['person'] }) {
  const { t } = useStaff();
  if (person) return <p>{person.name}</p>;
  return (
    <PersonField
      unit={unit}
      label={t.person.one}
      fault={form.faults.person}
      value={form.value.person}
      onPick={(id) => form.set({ person: id })}
    />
  );
}
