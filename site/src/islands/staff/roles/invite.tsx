// Inviting somebody to a role at a unit, by a code that is handed on: who accepts it is not known before.
import { useRef } from 'preact/hooks';
import { FOR_MANY, type Role } from '../../../../../functions/domain/access/roles.ts';
import { addDays, startOfDay } from '../../../../../functions/domain/time.ts';
import { useStaff } from '../../../shell/staff.tsx';
import type { StaffWords } from '../../../words/zh-staff.ts';
import type { Made } from '../codes/code-dialog.tsx';
import { DayField, PickField, TextField, WhyField } from '../forms/fields.tsx';
import { type Form, missing } from '../forms/form.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import type { Faults } from '../problem-text.ts';
import type { UnitRead } from '../units/history.ts';
import { placeOf } from '../units/use-unit.ts';
import { grantable } from './grantable.ts';

/** For how many days a code may be accepted, today included. */
const VALID_DAYS = ['1', '3', '7', '14', '30'] as const;

/** The contract's most. */
const USES_MOST = 500;

interface Value {
  role: Role | '';
  days: (typeof VALID_DAYS)[number];
  uses: string;
  to: string;
  why: string;
}

interface Props {
  unit: UnitRead;
  /** `made` is missing when the dialog was closed without inviting. */
  onClose: (made: Made | undefined) => void;
}

export function Invite({ unit, onClose }: Props) {
  const { t, words, call, today, actor } = useStaff();
  const made = useRef<Made | undefined>();
  const start: Value = { role: '', days: '7', uses: '1', to: '', why: '' };
  return (
    <FormDialog
      title={t.acts.invite}
      start={start}
      tells={({ role, days }) =>
        role === '' ? undefined : t.tells.invite(unit.name, t.roleNames[role], words.date(lastDay(today, days)))
      }
      check={(value) => faultsIn(value, t, today)}
      submit={t.acts.invite}
      send={async ({ role, days, uses, to, why }) => {
        const { code, until } = await call('invite', {
          params: { unit: unit.id },
          body: {
            // The check has asked for a role.
            role: role as Role,
            until: startOfDay(addDays(lastDay(today, days), 1)),
            uses: isForMany(role) ? Number(uses) : 1,
            ...(to === '' ? {} : { to }),
            why: why.trim(),
          },
        });
        made.current = { kind: 'role', code, until };
      }}
      done={t.done.invite}
      onChanged={() => undefined}
      onClose={() => onClose(made.current)}
    >
      {(form) => <Fields form={form} roles={grantable(actor, placeOf(unit))} />}
    </FormDialog>
  );
}

function Fields({ form, roles }: { form: Form<Value>; roles: Role[] }) {
  const { t } = useStaff();
  const { role } = form.value;
  return (
    <>
      <PickField
        form={form}
        name="role"
        label={t.roles.role}
        hint={role === '' ? t.roles.onlyThese : t.roleHints[role]}
        options={['', ...roles] as const}
        text={(one) => (one === '' ? t.form.pick : t.roleNames[one])}
      />
      <PickField form={form} name="days" label={t.codes.days} options={VALID_DAYS} text={(n) => t.codes.daysCount(n)} />
      {isForMany(role) && (
        <TextField form={form} name="uses" label={t.codes.uses} hint={t.codes.usesHint(USES_MOST)} type="number" />
      )}
      <DayField form={form} name="to" label={t.roles.until} hint={t.roles.untilHint} />
      <WhyField form={form} />
    </>
  );
}

function faultsIn({ role, uses, to, why }: Value, t: StaffWords, today: string): Faults {
  const many = Number(uses);
  const isCounted = Number.isInteger(many) && many >= 1 && many <= USES_MOST;
  return {
    ...(isForMany(role) && !isCounted ? { uses: t.codes.usesHint(USES_MOST) } : {}),
    ...(to !== '' && to <= today ? { to: t.form.endsBefore } : {}),
    ...missing({ role, why }, ['role', 'why'], t.form.missing),
  };
}

function isForMany(role: Role | ''): boolean {
  return role !== '' && FOR_MANY.includes(role);
}

function lastDay(today: string, days: Value['days']): string {
  return addDays(today, Number(days) - 1);
}
