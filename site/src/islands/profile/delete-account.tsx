// Deleting one's account: what goes, what stays and why, that it cannot be undone; and a word to type, so that no slip of a finger does it.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ApiProblem, Call } from '../../api/client.ts';
import { useShell } from '../../shell/shell.tsx';
import { usePending } from '../me/use-sync.ts';
import { Framed } from '../staff/forms/fields.tsx';
import type { Own } from './own.ts';
import { Trouble } from './problem.tsx';
import { useProfileWords } from './use-words.ts';

interface Props {
  own: Own;
  call: Call;
  /** Reads the record again, when somebody else has changed it. */
  onChanged: () => Promise<void>;
  /** It is done, and nothing of the person is on this device. `next`: where the provider's own session ends. */
  onGone: (next: string | null) => void;
}

export function DeleteCard(props: Props) {
  const t = useProfileWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <section class="card" aria-labelledby="deletion">
      <h2 id="deletion">{t.deletion.title}</h2>
      <p class="small soft">{t.deletion.hint}</p>
      <div>
        <button type="button" class="button danger" onClick={() => setOpen(true)}>
          {t.deletion.open}
        </button>
      </div>
      {isOpen && <DeleteDialog {...props} onClose={() => setOpen(false)} />}
    </section>
  );
}

function DeleteDialog(props: Props & { onClose: () => void }) {
  const t = useProfileWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { word, setWord, isWrong, isBusy, problem, send } = useDeletion(props);
  useEffect(() => {
    dialog.current?.showModal();
    // What will happen is read before the field that lets it happen.
    heading.current?.focus();
  }, []);
  useEffect(() => {
    if (isWrong) dialog.current?.querySelector('input')?.focus();
  }, [isWrong]);
  return (
    <dialog ref={dialog} class="form-dialog" aria-labelledby="delete-title" onClose={props.onClose}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <h2 id="delete-title" ref={heading} tabIndex={-1}>
          {t.deletion.title}
        </h2>
        <WhatHappens />
        {problem && (
          <Trouble problem={problem} {...(problem.code === 'conflict' && { onRetry: () => void props.onChanged() })} />
        )}
        <Framed
          label={t.deletion.type(t.deletion.word)}
          hint={undefined}
          fault={isWrong ? t.deletion.typeFault(t.deletion.word) : undefined}
        >
          {(tied) => (
            <input
              {...tied}
              type="text"
              autoComplete="off"
              autoCapitalize="off"
              value={word}
              onInput={(event) => setWord(event.currentTarget.value)}
            />
          )}
        </Framed>
        <div class="row">
          <button type="submit" class="button danger" aria-disabled={isBusy}>
            {t.deletion.confirm}
          </button>
          <button type="button" class="button plain" onClick={() => dialog.current?.close()}>
            {t.deletion.cancel}
          </button>
        </div>
      </form>
    </dialog>
  );
}

function WhatHappens() {
  const t = useProfileWords();
  const pending = usePending();
  const { goes, goesList, stays, staysList, undone, exportFirst } = t.deletion;
  return (
    <>
      <Listed title={goes} items={pending > 0 ? [...goesList, t.deletion.unsent(pending)] : goesList} />
      <Listed title={stays} items={staysList} />
      <div class="notice trouble">{undone}</div>
      <p class="small soft">{exportFirst}</p>
    </>
  );
}

function Listed({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <div class="stack-tight">
      <h3>{title}</h3>
      <ul class="told">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}

function useDeletion({ own, call, onGone }: Props) {
  const { session } = useShell();
  const t = useProfileWords();
  const [word, setWord] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | undefined>();
  const send = async () => {
    if (isBusy) return;
    const isTyped = word.trim() === t.deletion.word;
    setWrong(!isTyped);
    if (!isTyped) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await call('deleteSelf', { params: { person: own.id }, body: { version: own.version } });
      await session?.forget();
      // Our session is gone already; what is asked is where the provider's can be ended, and not knowing is no trouble.
      const { next } = await call('logout', { body: {} }).catch(() => ({ next: null }));
      onGone(next);
    } catch (error) {
      // The client throws nothing but problems.
      setProblem(error as ApiProblem);
      setBusy(false);
    }
  };
  const type = (text: string) => {
    setWord(text);
    setWrong(false);
  };
  return { word, setWord: type, isWrong, isBusy, problem, send };
}
