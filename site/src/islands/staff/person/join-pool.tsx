// Into a pool: from a day on, with the record of the selection. Only a unit in one's charge can be named as the one that selected.
import { can } from '../../../../../functions/domain/access/can.ts';
import type { Pool } from '../../../../../functions/domain/people/pools.ts';
import { useStaff } from '../../../shell/staff.tsx';
import type { StaffWords } from '../../../words/zh-staff.ts';
import { DayField, PickField, TextField } from '../forms/fields.tsx';
import { given, missing } from '../forms/form.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import { UnitField } from '../forms/unit-field.tsx';
import type { Faults } from '../problem-text.ts';
import { ancestorsIn } from '../tree/rows.ts';
import type { PartFormProps } from './part.ts';

const POOLS: readonly Pool[] = ['expert', 'talent', 'supervisor'];

/** What the contract takes as a basis. */
const BASIS_LEAST = 2;

export interface Joining {
  pool: Pool;
  day: string;
  until: string;
  selected: string;
  by: string;
  basis: string;
}

export function JoinPool({ known: { person }, onChanged, onClose }: PartFormProps) {
  const { t, words, call, today, actor } = useStaff();
  const start: Joining = { pool: 'talent', day: today, until: '', selected: today, by: '', basis: '' };
  return (
    <FormDialog
      title={t.acts.joinPool}
      start={start}
      tells={({ pool, day }) =>
        day === '' ? undefined : t.tells.joinPool(person.name, t.pools[pool], words.date(day))
      }
      check={(value) => joiningFaults(value, t)}
      submit={t.acts.joinPool}
      send={({ pool, day, until, selected, by, basis }) =>
        call('changePerson', {
          params: { person: person.id },
          body: {
            ...({ kind: 'join-pool', version: person.version, pool, day } as const),
            ...given('until', until),
            selection: { day: selected, by, basis: basis.trim() },
          },
        })
      }
      done={t.done.joinPool}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => (
        <>
          <PickField form={form} name="pool" label={t.person.pool} options={POOLS} text={(pool) => t.pools[pool]} />
          <DayField form={form} name="selected" label={t.person.selectedOn} />
          <UnitField
            label={t.person.selectedBy}
            hint={t.person.selectedByHint}
            fault={form.faults.by}
            value={form.value.by}
            allows={(id, index) => can.changePerson(actor, { ancestors: ancestorsIn(index, id) })}
            onPick={(by) => form.set({ by })}
          />
          <TextField form={form} name="basis" label={t.person.basis} hint={t.person.basisHint} />
          <DayField form={form} name="day" label={t.person.poolFrom} />
          <DayField form={form} name="until" label={t.person.poolUntil} hint={t.person.poolUntilHint} />
        </>
      )}
    </FormDialog>
  );
}

/** What the domain and the contract would refuse, beside its field. */
export function joiningFaults(value: Joining, t: StaffWords): Faults {
  const { day, until, selected, basis } = value;
  return {
    ...(until !== '' && until <= day ? { until: t.form.endsBefore } : {}),
    ...(selected > day ? { selected: t.reasons['selected-later'] } : {}),
    ...([...basis.trim()].length < BASIS_LEAST ? { basis: t.form.basisShort } : {}),
    ...missing(value, ['day', 'selected', 'by', 'basis'], t.form.missing),
  };
}
