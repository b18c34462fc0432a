// The units that an appraisal is opened for: a list to tick, narrowed by a part of a name where there are many.
import { useState } from 'preact/hooks';
import { Waiting } from '../parts.tsx';
import { useStationWords } from './words.ts';

interface Props {
  /** Undefined while they are loaded. */
  units: readonly { id: string; name: string }[] | undefined;
  picked: readonly string[];
  fault: string | undefined;
  onPicked: (units: string[]) => void;
}

/** More than fit on a screen. */
const MANY = 12;

export function UnitsPicker({ units, picked, fault, onPicked }: Props) {
  const w = useStationWords().appraisals;
  const [part, setPart] = useState('');
  const shown = (units ?? []).filter(({ name }) => name.includes(part.trim()));
  const ids = shown.map(({ id }) => id);
  const toggle = (some: readonly string[], isOn: boolean) => {
    const others = picked.filter((one) => !some.includes(one));
    onPicked(isOn ? [...others, ...some] : others);
  };
  return (
    <fieldset class="choice">
      <legend>{w.units}</legend>
      {units === undefined && <Waiting lines={2} />}
      {units !== undefined && units.length > MANY && (
        <label class="field">
          <span class="small soft">{w.narrow}</span>
          <input
            type="search"
            autoComplete="off"
            value={part}
            onInput={(event) => setPart(event.currentTarget.value)}
          />
        </label>
      )}
      <p class="small soft" role="status">
        {w.picked(picked.length)}
      </p>
      {shown.length > 0 && (
        <label class="radio">
          <input
            type="checkbox"
            checked={ids.every((id) => picked.includes(id))}
            onChange={(event) => toggle(ids, event.currentTarget.checked)}
          />
          {w.all}
        </label>
      )}
      {shown.map(({ id, name }) => (
        <label key={id} class="radio">
          <input
            type="checkbox"
            checked={picked.includes(id)}
            onChange={(event) => toggle([id], event.currentTarget.checked)}
          />
          {name}
        </label>
      ))}
      {fault && (
        <p class="small fault" role="alert">
          {fault}
        </p>
      )}
    </fieldset>
  );
}
