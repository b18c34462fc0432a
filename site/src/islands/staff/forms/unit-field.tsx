// Choosing a unit by its name, among those that are loaded and that may be chosen (combobox with a list, WAI-ARIA Authoring Practices).
import { useId, useState } from 'preact/hooks';
import { useStaff } from '../../../shell/staff.tsx';
import { named, pathText, type TreeIndex } from '../tree/rows.ts';
import { useTree } from '../tree/use-tree.ts';
import { Framed } from './fields.tsx';

const MOST = 20;

interface Props {
  label: string;
  hint?: string;
  fault?: string | undefined;
  value: string;
  /** Which units may be chosen; all when missing. */
  allows?: (id: string, index: TreeIndex) => boolean;
  onPick: (id: string) => void;
}

export function UnitField({ label, hint, fault, value, allows, onPick }: Props) {
  const { t, today } = useStaff();
  const { index, state } = useTree(today);
  const [text, setText] = useState<string | undefined>();
  const [active, setActive] = useState(0);
  const list = useId();
  const found = text === undefined ? [] : named(index, text).filter((id) => allows?.(id, index) ?? true);
  const shown = found.slice(0, MOST);
  const pick = (id: string | undefined) => {
    if (id === undefined) return;
    onPick(id);
    setText(undefined);
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => setActive((active + 1) % Math.max(1, shown.length)),
    ArrowUp: () => setActive((active + shown.length - 1) % Math.max(1, shown.length)),
    Enter: () => pick(shown[active]),
    Escape: () => setText(undefined),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = text === undefined ? undefined : keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    // Here Escape closes the list, not the dialog around it.
    event.stopPropagation();
    act();
  };
  return (
    <div class="unit-field">
      <Framed label={label} hint={hint ?? t.form.unitHint} fault={fault}>
        {(tied) => (
          <input
            {...tied}
            type="text"
            role="combobox"
            autoComplete="off"
            aria-autocomplete="list"
            aria-expanded={shown.length > 0}
            aria-controls={list}
            aria-activedescendant={shown[active] && `${list}-${active}`}
            value={text ?? index.rows.get(value)?.name ?? ''}
            onInput={(event) => {
              setText(event.currentTarget.value);
              setActive(0);
            }}
            onBlur={() => setText(undefined)}
            onKeyDown={onKeyDown}
          />
        )}
      </Framed>
      <Options {...{ list, label, index, shown, active }} onPick={pick} />
      <p class="small soft" role="status">
        {[text?.trim() && t.form.unitsFound(found.length, MOST), state === 'loading' && t.tree.loading(index.rows.size)]
          .filter(Boolean)
          .join(' ') || null}
      </p>
    </div>
  );
}

interface OptionsProps {
  list: string;
  label: string;
  index: TreeIndex;
  shown: readonly string[];
  active: number;
  onPick: (id: string) => void;
}

function Options({ list, label, index, shown, active, onPick }: OptionsProps) {
  return (
    <div id={list} role="listbox" aria-label={label} class="unit-list" hidden={shown.length === 0}>
      {shown.map((id, i) => (
        <div
          key={id}
          id={`${list}-${i}`}
          role="option"
          tabIndex={-1}
          aria-selected={i === active}
          class="unit-option"
          onMouseDown={(event) => {
            // The field keeps the focus: the list is a part of it.
            event.preventDefault();
            onPick(id);
          }}
        >
          {index.rows.get(id)?.name}
          <span class="small soft">{pathText(index, id)}</span>
        </div>
      ))}
    </div>
  );
}
