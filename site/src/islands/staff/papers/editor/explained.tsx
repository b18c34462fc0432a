// One of several, each with a sentence that says what it means for whoever sits the paper.
import { useId } from 'preact/hooks';

interface Props<T extends string> {
  legend: string;
  name: string;
  options: readonly T[];
  label: (option: T) => string;
  hint: (option: T) => string;
  value: T;
  onPick: (option: T) => void;
}

export function Explained<T extends string>({ legend, name, options, label, hint, value, onPick }: Props<T>) {
  const id = useId();
  return (
    <fieldset class="choice explained">
      <legend>{legend}</legend>
      {options.map((option) => (
        <div key={option}>
          <label class="radio">
            <input
              type="radio"
              name={name}
              value={option}
              checked={option === value}
              aria-describedby={`${id}-${option}`}
              onChange={() => onPick(option)}
            />
            {label(option)}
          </label>
          <p class="small soft" id={`${id}-${option}`}>
            {hint(option)}
          </p>
        </div>
      ))}
    </fieldset>
  );
}
