// Asking for leave from a session, and taking it back. What is typed stays until the server has it.
import { useRef, useState } from 'preact/hooks';
import type { Answer } from '../../../../functions/contract/index.ts';
import type { ApiProblem } from '../../api/client.ts';
import { Notice } from '../../shell/parts.tsx';
import { problemText } from '../training/problem-text.ts';
import { useTraining } from '../training/training.tsx';

const LEAST = 2;
const MOST = 200;

type Held = Answer<'askExcuse'> & { why?: string };

/** `asked`: the leave as it stood when the page was opened. */
export function Excuse({ session, asked }: { session: string; asked: Held | undefined }) {
  const { words, t } = useTraining();
  const { held, isSending, problem, send } = useExcuse(session, asked);
  const [isOpen, setOpen] = useState(false);
  const trouble = problem && (problem.code === 'conflict' ? t.mine.excuseConflict : problemText(problem, { words, t }));
  if (held !== undefined && held.state !== 'taken-back') {
    return (
      <div class="stack-tight">
        <p role="status">
          {t.mine.excuses[held.state]}
          {held.state === 'refused' && held.why !== undefined && `　${t.why(held.why)}`}
        </p>
        {trouble !== undefined && <Notice trouble>{trouble}</Notice>}
        {held.state !== 'refused' && (
          <button
            type="button"
            class="link"
            aria-disabled={isSending}
            onClick={() => send('taken-back', t.mine.excuseBack)}
          >
            {t.mine.excuseBack}
          </button>
        )}
      </div>
    );
  }
  if (!isOpen) {
    return (
      <button type="button" class="link" onClick={() => setOpen(true)}>
        {t.mine.excuse}
      </button>
    );
  }
  return (
    <Form
      trouble={trouble}
      isSending={isSending}
      onSend={(why) => send('asked', why)}
      onCancel={() => setOpen(false)}
    />
  );
}

interface FormProps {
  trouble: string | undefined;
  isSending: boolean;
  onSend: (why: string) => void;
  onCancel: () => void;
}

function Form({ trouble, isSending, onSend, onCancel }: FormProps) {
  const { t } = useTraining();
  const [why, setWhy] = useState('');
  const [isShort, setShort] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const submit = (event: Event) => {
    event.preventDefault();
    if (isSending) return;
    const isFit = why.trim().length >= LEAST;
    setShort(!isFit);
    if (isFit) onSend(why.trim());
    else field.current?.focus();
  };
  return (
    <form class="stack-tight confirm" onSubmit={submit} noValidate>
      <label class="field">
        <span>{t.mine.excuseWhy}</span>
        <textarea
          ref={field}
          rows={2}
          maxLength={MOST}
          value={why}
          aria-invalid={isShort}
          onInput={(event) => setWhy(event.currentTarget.value)}
        />
      </label>
      <p class="small soft">{t.mine.excuseHint}</p>
      {(isShort || trouble !== undefined) && <Notice trouble>{isShort ? t.mine.excuseShort : trouble}</Notice>}
      <div class="row">
        <button type="submit" class="button" aria-disabled={isSending}>
          {isSending ? t.sending : t.mine.excuseSend}
        </button>
        <button type="button" class="button plain" onClick={onCancel}>
          {t.cancel}
        </button>
      </div>
    </form>
  );
}

function useExcuse(session: string, asked: Held | undefined) {
  const { call } = useTraining();
  const [held, setHeld] = useState(asked);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | undefined>();
  const send = (state: 'asked' | 'taken-back', why: string) => {
    if (isSending) return;
    setSending(true);
    setProblem(undefined);
    call('askExcuse', { params: { session }, body: { state, why, version: held?.version ?? 0 } })
      .then(setHeld, setProblem)
      .finally(() => setSending(false));
  };
  return { held, isSending, problem, send };
}
