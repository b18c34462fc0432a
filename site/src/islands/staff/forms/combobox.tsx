// A field in which one types and then picks from a list (combobox with a list, WAI-ARIA Authoring Practices). What is found is its caller's.
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Framed } from './fields.tsx';

export interface Option {
  id: string;
  name: string;
  /** What tells it from others of its name. */
  about: string;
}

interface Props {
  label: string;
  hint: string;
  fault: string | undefined;
  /** What stands in the field. */
  text: string;
  /** Whether one is choosing: Escape ends that and nothing else. */
  isOpen: boolean;
  /** Empty while one is not choosing. */
  options: readonly Option[];
  onType: (text: string) => void;
  onPick: (id: string) => void;
  onClose: () => void;
  /** What is said of the search, to screen readers too. */
  children: ComponentChildren;
}

export function Combobox({ label, hint, fault, text, isOpen, options, onType, onPick, onClose, children }: Props) {
  const [active, setActive] = useState(0);
  const list = useId();
  const chosen = options[active];
  const step = (by: number) => setActive((active + by + options.length) % options.length);
  const moves: Record<string, () => void> = chosen
    ? { ArrowDown: () => step(1), ArrowUp: () => step(-1), Enter: () => onPick(chosen.id) }
    : {};
  const onKeyDown = (event: KeyboardEvent) => {
    const act = isOpen && event.key === 'Escape' ? onClose : moves[event.key];
    if (act === undefined) return;
    event.preventDefault();
    // Here Escape closes the list, not the dialog around it.
    event.stopPropagation();
    act();
  };
  return (
    <div class="unit-field">
      <Framed label={label} hint={hint} fault={fault}>
        {(tied) => (
          <input
            {...tied}
            type="text"
            role="combobox"
            autoComplete="off"
            aria-autocomplete="list"
            aria-expanded={options.length > 0}
            aria-controls={list}
            aria-activedescendant={chosen && `${list}-${active}`}
            value={text}
            onInput={(event) => {
              setActive(0);
              onType(event.currentTarget.value);
            }}
            onBlur={onClose}
            onKeyDown={onKeyDown}
          />
        )}
      </Framed>
      <Options {...{ list, label, options, active }} onPick={onPick} />
      <p class="small soft" role="status">
        {children}
      </p>
    </div>
  );
}

interface OptionsProps extends Pick<Props, 'label' | 'options' | 'onPick'> {
  list: string;
  active: number;
}

function Options({ list, label, options, active, onPick }: OptionsProps) {
  return (
    <div id={list} role="listbox" aria-label={label} class="unit-list" hidden={options.length === 0}>
      {options.map(({ id, name, about }, i) => (
        <div
          key={id}
          id={`${list}-${i}`}
          role="option"
          tabIndex={-1}
          aria-selected={i === active}
          class="unit-option"
          ref={(option) => {
            if (i === active) option?.scrollIntoView({ block: 'nearest' });
          }}
          onMouseDown={(event) => {
            // The field keeps the focus: the list is a part of it.
            event.preventDefault();
            onPick(id);
          }}
        >
          {name}
          <span class="small soft">{about}</span>
        </div>
      ))}
    </div>
  );
}
