// Several units, chosen one after the other.
import { useStaff } from '../../../shell/staff.tsx';
import { UnitField } from '../forms/unit-field.tsx';
import type { TreeIndex } from '../tree/rows.ts';
import { useUnitName } from './use-unit.ts';

interface Props {
  label: string;
  values: readonly string[];
  allows: (id: string, index: TreeIndex) => boolean;
  onChange: (values: string[]) => void;
}

export function UnitChoices({ label, values, allows, onChange }: Props) {
  const { t } = useStaff();
  const nameOf = useUnitName();
  return (
    <div class="stack-tight">
      <UnitField
        label={label}
        value=""
        allows={(id, index) => allows(id, index) && !values.includes(id)}
        onPick={(id) => onChange([...values, id])}
      />
      {values.length > 0 && (
        <ul class="row">
          {values.map((id) => (
            <li key={id}>
              <button type="button" class="tool" onClick={() => onChange(values.filter((other) => other !== id))}>
                {t.unit.without(nameOf(id))}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
