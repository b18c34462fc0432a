// Another parent from a day on. Whoever answers for the unit then is who answers for its new parent.
import { can } from '../../../../../functions/domain/access/can.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { DayField, WhyField } from '../forms/fields.tsx';
import { missing } from '../forms/form.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import { UnitField } from '../forms/unit-field.tsx';
import { ancestorsIn, type TreeIndex } from '../tree/rows.ts';
import type { ActProps } from './act.ts';
import { useUnitName } from './use-unit.ts';

export function MoveForm({ unit, onChanged, onClose }: ActProps) {
  const { t, words, call, today, actor } = useStaff();
  const nameOf = useUnitName();
  const now = unit.path[0]?.id;
  // Not where it is, not below itself, and only where one may open units.
  const allows = (id: string, index: TreeIndex) => {
    const ancestors = ancestorsIn(index, id);
    return id !== now && !ancestors.includes(unit.id) && can.openUnit(actor, { ancestors });
  };
  return (
    <FormDialog
      title={t.acts.move}
      start={{ day: today, parent: '', why: '' }}
      tells={({ day, parent }) =>
        day === '' || parent === '' ? undefined : t.tells.move(unit.name, nameOf(parent), words.date(day))
      }
      check={(value) => missing(value, ['day', 'parent', 'why'], t.form.missing)}
      submit={t.acts.move}
      send={(value) =>
        call('changeUnit', { params: { unit: unit.id }, body: { kind: 'move', version: unit.version, ...value } })
      }
      done={t.done.move}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => (
        <>
          <DayField form={form} name="day" label={t.form.fromDay} />
          <UnitField
            label={t.unit.newParent}
            fault={form.faults.parent}
            value={form.value.parent}
            allows={allows}
            onPick={(parent) => form.set({ parent })}
          />
          <WhyField form={form} />
        </>
      )}
    </FormDialog>
  );
}
