// Choosing a division by its name, the initials of its pinyin or its code. A whole code that is typed is taken as it is, also while the list
// is not there.
import { useState } from 'preact/hooks';
import { useStaff } from '../../../shell/staff.tsx';
import { Combobox } from '../forms/combobox.tsx';
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
  const divisions = useDivisions(value);
  const { found, isMore } = isOpen ? divisions.find(text, MOST) : { found: [], isMore: false };
  const path = divisions.path(value);
  const type = (typed: string) => {
    setText(typed);
    setOpen(true);
    // What is no code stands for nothing until it is picked: the old choice must not stay behind another name.
    const code = typed.normalize('NFKC').trim();
    onPick(/^\d+$/.test(code) ? code : '');
  };
  const pick = (code: string) => {
    onPick(code);
    setText(found.find((one) => one.code === code)?.path.at(-1) ?? code);
    setOpen(false);
  };
  return (
    <>
      <Combobox
        {...{ label, hint: t.unit.divisionHint, fault, text, isOpen }}
        options={found.map(optionOf)}
        onType={type}
        onPick={pick}
        onClose={() => setOpen(false)}
      >
        {path.length > 0 && !(isOpen && found.length > 0) && t.unit.divisionIs(path.join(' / '), value)}
        {isOpen && text.trim() !== '' && divisions.state === 'ready' && t.unit.divisionsFound(found.length, isMore)}
        {divisions.state === 'loading' && ` ${t.unit.divisionsLoading}`}
        {divisions.state === 'failed' && ` ${t.unit.divisionsFailed}`}
      </Combobox>
      {divisions.state === 'failed' && (
        <button type="button" class="link start" onClick={divisions.retry}>
          {t.unit.divisionsRetry}
        </button>
      )}
    </>
  );
}

function optionOf({ code, path }: Found) {
  return { id: code, name: path.at(-1) ?? code, about: `${path.join(' / ')} ${code}` };
}
