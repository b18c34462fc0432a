// Choosing one of a unit's people, by name.
import { useStaff } from '../../../shell/staff.tsx';
import { Trouble } from '../parts.tsx';
import { useEverybody } from '../people/everybody.ts';
import { Framed } from './fields.tsx';

interface Props {
  unit: string;
  label: string;
  fault?: string | undefined;
  value: string;
  /** Somebody who may stay chosen although they are not among the unit's people any more. */
  kept?: { person: string; name: string };
  onPick: (person: string) => void;
}

export function PersonField({ unit, label, fault, value, kept, onPick }: Props) {
  const { t, words } = useStaff();
  const { value: everybody, problem, isLoading } = useEverybody(unit);
  const all = new Map([...(kept ? [[kept.person, kept.name] as const] : []), ...(everybody?.names ?? [])]);
  const names = [...all];
  return (
    <>
      {problem && <Trouble problem={problem} />}
      <Framed label={label} hint={isLoading ? words.loading : t.form.personHint} fault={fault}>
        {(tied) => (
          <select {...tied} value={value} onChange={(event) => onPick(event.currentTarget.value)}>
            <option value="">{t.form.pick}</option>
            {names.map(([person, name]) => (
              <option key={person} value={person}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Framed>
    </>
  );
}
