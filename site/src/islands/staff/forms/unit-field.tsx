// Choosing a unit by its name, among those that are loaded and that may be chosen.
import { useState } from 'preact/hooks';
import { useStaff } from '../../../shell/staff.tsx';
import { named, pathText, type TreeIndex } from '../tree/rows.ts';
import { useTree } from '../tree/use-tree.ts';
import { Combobox } from './combobox.tsx';

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
  const found = text === undefined ? [] : named(index, text).filter((id) => allows?.(id, index) ?? true);
  const nameOf = (id: string) => index.rows.get(id)?.name ?? '';
  const pick = (id: string) => {
    onPick(id);
    setText(undefined);
  };
  return (
    <Combobox
      {...{ label, hint: hint ?? t.form.unitHint, fault, text: text ?? nameOf(value), isOpen: text !== undefined }}
      options={found.slice(0, MOST).map((id) => ({ id, name: nameOf(id), about: pathText(index, id) }))}
      onType={setText}
      onPick={pick}
      onClose={() => setText(undefined)}
    >
      {[text?.trim() && t.form.unitsFound(found.length, MOST), state === 'loading' && t.tree.loading(index.rows.size)]
        .filter(Boolean)
        .join(' ') || null}
    </Combobox>
  );
}
