// Going to the same view of another unit: a button, and behind it the field that finds one.
import { useState } from 'preact/hooks';
import type { Action } from '../../../../functions/domain/access/actions.ts';
import { can } from '../../../../functions/domain/access/can.ts';
import { useStaff } from '../../shell/staff.tsx';
import { UnitField } from './forms/unit-field.tsx';
import { ancestorsIn } from './tree/rows.ts';

interface Props {
  label: string;
  /** What one must be allowed to do at a unit to be offered it. */
  action: Action;
  onPick: (unit: string) => void;
}

export function OtherUnit({ label, action, onPick }: Props) {
  const { actor } = useStaff();
  const [isOpen, setOpen] = useState(false);
  return (
    <div class="other-unit">
      <button type="button" class="tool" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {label}
      </button>
      {isOpen && (
        <UnitField
          label={label}
          value=""
          allows={(id, index) => can[action](actor, { ancestors: ancestorsIn(index, id) })}
          onPick={(unit) => {
            setOpen(false);
            onPick(unit);
          }}
        />
      )}
    </div>
  );
}
