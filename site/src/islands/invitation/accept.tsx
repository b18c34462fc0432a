// What accepting has in common, whatever the code is for: one try at a time, why it failed, and another code when this one will never do.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ApiProblem, Call } from '../../api/client.ts';
import { Notice } from '../../shell/parts.tsx';
import { Trouble } from '../profile/problem.tsx';
import { useProfileWords } from '../profile/use-words.ts';

export interface AcceptProps<T> {
  code: string;
  call: Call;
  onDone: (answer: T) => void;
  /** The code is of no use: another one. */
  onOther: () => void;
}

/** Runs `work` when asked, once at a time. */
export function useTry<T>(work: () => Promise<T | undefined>, onDone: (answer: T) => void) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | undefined>();
  const run = async () => {
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const answer = await work();
      if (answer !== undefined) return onDone(answer);
    } catch (error) {
      // The client throws nothing but problems.
      setProblem(error as ApiProblem);
    }
    setBusy(false);
  };
  return { isBusy, problem, run: () => void run() };
}

interface Props {
  label: string;
  isBusy: boolean;
  problem: ApiProblem | undefined;
  onAccept: () => void;
  onOther: () => void;
  children?: ComponentChildren;
}

export function AcceptPart({ label, isBusy, problem, onAccept, onOther, children }: Props) {
  const t = useProfileWords();
  const isUnknown = problem?.code === 'not_found';
  return (
    <>
      {isUnknown && <Notice trouble>{t.code.unknown}</Notice>}
      {problem && !isUnknown && <Trouble problem={problem} />}
      {children}
      <div class="row">
        <button type="button" class="button" aria-disabled={isBusy} onClick={onAccept}>
          {label}
        </button>
        {(isUnknown || problem?.code === 'refused') && (
          <button type="button" class="button plain" onClick={onOther}>
            {t.code.other}
          </button>
        )}
      </div>
    </>
  );
}
