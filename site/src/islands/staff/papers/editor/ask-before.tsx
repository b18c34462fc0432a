// The last look before a paper is written: what candidates will see, and when.
import { useEffect, useId, useRef } from 'preact/hooks';
import type { ApiProblem } from '../../../../api/client.ts';
import { useStaff } from '../../../../shell/staff.tsx';
import { Trouble } from '../../parts.tsx';
import { usePapersWords } from '../use-words.ts';

interface Props {
  title: string;
  told: readonly string[];
  submit: string;
  problem: ApiProblem | undefined;
  isBusy: boolean;
  onYes: () => void;
  onClose: () => void;
}

export function AskBefore({ title, told, submit, problem, isBusy, onYes, onClose }: Props) {
  const { words } = useStaff();
  const w = usePapersWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="form-dialog" aria-labelledby={heading} onClose={onClose}>
      <div class="stack">
        <h2 id={heading}>{title}</h2>
        {problem && <Trouble problem={problem} />}
        <div>
          <p class="mid">{w.editor.preview}</p>
          <ul class="plain-list">
            {told.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
        <div class="row">
          <button type="button" class="button" aria-disabled={isBusy} onClick={onYes}>
            {submit}
          </button>
          <button type="button" class="button plain" onClick={() => dialog.current?.close()}>
            {words.drill.cancel}
          </button>
        </div>
      </div>
    </dialog>
  );
}
