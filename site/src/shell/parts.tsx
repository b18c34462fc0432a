// The parts that several islands are put together from.
import type { ComponentChildren } from 'preact';

/** One of several, as radio buttons. */
export function Choice<T extends string>(props: {
  legend: string;
  name: string;
  options: readonly T[];
  label: (option: T) => string;
  value: T;
  onPick: (option: T) => void;
}) {
  return (
    <fieldset class="choice">
      <legend>{props.legend}</legend>
      <div class="chips">
        {props.options.map((option) => (
          <label class="chip" key={option}>
            <input
              type="radio"
              name={props.name}
              value={option}
              checked={option === props.value}
              onChange={() => props.onPick(option)}
            />
            {props.label(option)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A share as a bar, beside the figure that says it. */
export function Bar({ share }: { share: number | undefined }) {
  return (
    <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" width="100" height="8" />
      <rect class="fill" width={share ?? 0} height="8" />
    </svg>
  );
}

/** A select with its label. */
export function Select<T extends string>(props: {
  label: string;
  value: T;
  options: readonly { value: T; text: string }[];
  onPick: (value: T) => void;
}) {
  return (
    <label class="field">
      <span class="small soft">{props.label}</span>
      <select value={props.value} onChange={(event) => props.onPick(event.currentTarget.value as T)}>
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A sentence that needs attention. */
export function Notice({ trouble, children }: { trouble?: boolean; children: ComponentChildren }) {
  return (
    <div class={trouble ? 'notice trouble' : 'notice'} role={trouble ? 'alert' : undefined}>
      {children}
    </div>
  );
}
