// Choosing a division by its name, the initials of its pinyin or its code (combobox with a list, WAI-ARIA Authoring Practices). A whole code
// that is typed is taken as it is, also while the list is not there.
import { useId, useState } from 'preact/hooks';
import { useStaff } from '../../../shell/staff.tsx';
import { Framed } from '../forms/fields.tsx';
import type { Found } from './store.ts';
import { useDivisions } from './use-divisions.ts';

const MOST = 20;

interface Props {
  label: string;
  fault?: string | undefined;
  /** A code, or what was typed of one; empty while a name is typed and none is picked. */
  value: string;
  onPick: (code: string) => void;
}

export function DivisionField({ label, fault, value, onPick }: Props) {
  const { t } = useStaff();
  const [text, setText] = useState(value);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const divisions = useDivisions(value);
  const list = useId();
  const { found, isMore } = isOpen ? divisions.find(text, MOST) : { found: [], isMore: false };
  const path = divisions.path(value);
  const type = (typed: string) => {
    setText(typed);
    setActive(0);
    setOpen(true);
    // What is no code stands for nothing until it is picked: the old choice must not stay behind another name.
    const code = typed.normalize('NFKC').trim();
    onPick(/^\d+$/.test(code) ? code : '');
  };
  const pick = (one: Found | undefined) => {
    if (one === undefined) return;
    onPick(one.code);
    setText(one.path.at(-1) ?? one.code);
    setOpen(false);
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => setActive((active + 1) % Math.max(1, found.length)),
    ArrowUp: () => setActive((active + found.length - 1) % Math.max(1, found.length)),
    Enter: () => pick(found[active]),
    Escape: () => setOpen(false),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = isOpen && found.length > 0 ? keys[event.key] : undefined;
    if (act === undefined) return;
    event.preventDefault();
    // Here Escape closes the list, not the dialog around it.
    event.stopPropagation();
    act();
  };
  return (
    <div class="unit-field">
      <Framed label={label} hint={t.unit.divisionHint} fault={fault}>
        {(tied) => (
          <input
            {...tied}
            type="text"
            role="combobox"
            autoComplete="off"
            aria-autocomplete="list"
            aria-expanded={found.length > 0}
            aria-controls={list}
            aria-activedescendant={found[active] && `${list}-${active}`}
            value={text}
            onInput={(event) => type(event.currentTarget.value)}
            onBlur={() => setOpen(false)}
            onKeyDown={onKeyDown}
          />
        )}
      </Framed>
      <Options {...{ list, label, found, active }} onPick={pick} />
      <p class="small soft" role="status">
        {path.length > 0 && !(isOpen && found.length > 0) && t.unit.divisionIs(path.join(' / '), value)}
        {isOpen && text.trim() !== '' && divisions.state === 'ready' && t.unit.divisionsFound(found.length, isMore)}
        {divisions.state === 'loading' && ` ${t.unit.divisionsLoading}`}
        {divisions.state === 'failed' && ` ${t.unit.divisionsFailed}`}
      </p>
      {divisions.state === 'failed' && (
        <button type="button" class="link start" onClick={divisions.retry}>
          {t.unit.divisionsRetry}
        </button>
      )}
    </div>
  );
}

interface OptionsProps {
  list: string;
  label: string;
  found: readonly Found[];
  active: number;
  onPick: (one: Found) => void;
}

function Options({ list, label, found, active, onPick }: OptionsProps) {
  return (
    <div id={list} role="listbox" aria-label={label} class="unit-list" hidden={found.length === 0}>
      {found.map((one, i) => (
        <div
          key={one.code}
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
            onPick(one);
          }}
        >
          {one.path.at(-1)}
          <span class="small soft">{`${one.path.join(' / ')} ${one.code}`}</span>
        </div>
      ))}
    </div>
  );
}
