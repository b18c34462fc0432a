// A line of text of the form of an exam.
import { Framed } from '../ledger/text-input.tsx';
import type { ExamDraft } from './draft.ts';

interface Props {
  draft: ExamDraft;
  /** Field → what is wrong with it, in words. */
  faults: Readonly<Record<string, string>>;
  set: (change: Partial<ExamDraft>) => void;
  name: 'site' | 'ticket' | 'why';
  label: string;
  hint?: string;
  most: number;
}

export function TextInput({ draft, faults, set, name, label, hint, most }: Props) {
  return (
    <Framed label={label} hint={hint} fault={faults[name]}>
      {(tied) => (
        <input
          {...tied}
          type="text"
          autoComplete="off"
          maxLength={most}
          value={draft[name]}
          onInput={(event) => set({ [name]: event.currentTarget.value })}
        />
      )}
    </Framed>
  );
}
