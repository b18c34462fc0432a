// Taking back what one has said of an exam: what will happen is said first, and why is asked.
import { useRef, useState } from 'preact/hooks';
import type { Input } from '../../../../functions/contract/index.ts';
import type { ApiProblem } from '../../api/client.ts';
import { Notice } from '../../shell/parts.tsx';
import { requests } from '../ledger/request.ts';
import { Framed } from '../ledger/text-input.tsx';
import { type Entry, problemText, type Said } from './said.ts';

const LEAST = 2;
const MOST = 200;

interface Props {
  entry: Entry;
  version: number;
  said: Said;
  newId: () => string;
  /** Throws ApiProblem. */
  send: (body: Input<'moveExam'>['body']) => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
}

export function Withdraw({ entry, version, said, newId, send, onDone, onClose }: Props) {
  const { words, w } = said;
  const [why, setWhy] = useState('');
  const [isShort, setShort] = useState(false);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | undefined>();
  const [wishes] = useState(() => requests(newId));
  const form = useRef<HTMLFormElement>(null);
  const submit = (event: Event) => {
    event.preventDefault();
    if (isSending) return;
    const isFit = [...why.trim()].length >= LEAST;
    setShort(!isFit);
    if (!isFit) return form.current?.querySelector('textarea')?.focus();
    const body = { version, year: entry.year, level: entry.level, move: 'withdraw', why: why.trim() } as const;
    setSending(true);
    setProblem(undefined);
    send({ ...body, request: wishes.idOf(body) })
      .then(onDone, setProblem)
      .finally(() => setSending(false));
  };
  return (
    <form ref={form} class="stack-tight confirm no-print" onSubmit={submit} noValidate>
      <p>{w.willWithdraw}</p>
      <Framed label={w.whyWithdraw} fault={isShort ? w.form.faults.why : undefined}>
        {(tied) => (
          <textarea
            {...tied}
            rows={2}
            maxLength={MOST}
            value={why}
            onInput={(event) => setWhy(event.currentTarget.value)}
          />
        )}
      </Framed>
      {problem !== undefined && <Notice trouble>{problemText(problem, said)}</Notice>}
      <div class="row">
        <button type="submit" class="button" aria-disabled={isSending}>
          {isSending ? w.form.sending : w.confirmWithdraw}
        </button>
        <button type="button" class="button plain" onClick={onClose}>
          {words.drill.cancel}
        </button>
      </div>
    </form>
  );
}
