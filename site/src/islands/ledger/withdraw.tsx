// Taking back what one has handed in oneself: what will happen is said first, and why is asked.
import { useRef, useState } from 'preact/hooks';
import type { Input } from '../../../../functions/contract/index.ts';
import type { ApiProblem } from '../../api/client.ts';
import { Notice } from '../../shell/parts.tsx';
import { requests } from './request.ts';
import { type Entry, problemText, type Said } from './said.ts';

const LEAST = 2;
const MOST = 200;

interface Props {
  entry: Entry;
  said: Said;
  newId: () => string;
  /** Throws ApiProblem. */
  send: (body: Input<'moveEntry'>['body']) => Promise<unknown>;
  onDone: () => void;
}

export function Withdraw(props: Props) {
  const { w } = props.said;
  const [isOpen, setOpen] = useState(false);
  if (!props.entry.moves.includes('withdraw')) return null;
  if (isOpen) return <WithdrawForm {...props} onClose={() => setOpen(false)} />;
  return (
    <span class="no-print">
      <button
        type="button"
        class="link start"
        aria-label={w.withdrawWhat(props.entry.title)}
        onClick={() => setOpen(true)}
      >
        {w.withdraw}
      </button>
    </span>
  );
}

function WithdrawForm({ said, newId, send, onDone, onClose }: Props & { onClose: () => void }) {
  const { words, w } = said;
  const [why, setWhy] = useState('');
  const [isShort, setShort] = useState(false);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | undefined>();
  const [wishes] = useState(() => requests(newId));
  const field = useRef<HTMLTextAreaElement>(null);
  const submit = (event: Event) => {
    event.preventDefault();
    if (isSending) return;
    const isFit = [...why.trim()].length >= LEAST;
    setShort(!isFit);
    if (!isFit) return field.current?.focus();
    const body = { move: 'withdraw', why: why.trim() } as const;
    setSending(true);
    setProblem(undefined);
    send({ ...body, request: wishes.idOf(body) })
      .then(onDone, setProblem)
      .finally(() => setSending(false));
  };
  return (
    <form class="stack-tight confirm no-print" onSubmit={submit} noValidate>
      <p>{w.willWithdraw}</p>
      <label class="field">
        <span>{w.whyWithdraw}</span>
        <textarea
          ref={field}
          rows={2}
          maxLength={MOST}
          value={why}
          aria-invalid={isShort}
          onInput={(event) => setWhy(event.currentTarget.value)}
        />
      </label>
      {isShort && <Notice trouble>{w.whyShort}</Notice>}
      {problem !== undefined && <Notice trouble>{problemText(problem, said)}</Notice>}
      <div class="row">
        <button type="submit" class="button" aria-disabled={isSending}>
          {isSending ? w.sending : w.confirmWithdraw}
        </button>
        <button type="button" class="button plain" onClick={onClose}>
          {words.drill.cancel}
        </button>
      </div>
    </form>
  );
}
