// A form in a dialog: the fields, what will happen in words, and, for what cannot be undone, a second step that says it again.
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Notice } from '../../../shell/parts.tsx';
import { useStaff } from '../../../shell/staff.tsx';
import { Trouble } from '../parts.tsx';
import type { Faults } from '../problem-text.ts';
import { type Form, type Sending, useForm } from './form.ts';

interface Props<T> {
  title: string;
  start: T;
  /** What will happen, as the form stands; undefined as long as that cannot be said. */
  tells?: (value: T) => string | undefined;
  check: (value: T) => Faults;
  /** The verb of the act. */
  submit: string;
  /** A grave act is confirmed on a step of its own. */
  isGrave?: boolean;
  send: (value: T) => Promise<unknown>;
  /** Said when it is done. */
  done: string;
  /** Reads again what the form is about: after it was done, and when somebody else changed it. */
  onChanged: () => void | Promise<void>;
  onClose: () => void;
  children: (form: Form<T>) => ComponentChildren;
}

export function FormDialog<T extends object>(props: Props<T>) {
  const { toast } = useStaff();
  const form = useForm(props);
  const [isAsking, setAsking] = useState(false);
  const isDone = useRef(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => dialog.current?.showModal(), []);
  useFirstFault(dialog, form.faults);

  const submit = async () => {
    if (props.isGrave && !isAsking) return setAsking(form.isSound());
    if (isDone.current) return;
    if (!(await form.send())) return setAsking(false);
    isDone.current = true;
    // What is shown is read again first: the next change must be made on what is there now.
    await props.onChanged();
    dialog.current?.close();
    toast(props.done);
  };
  return (
    <dialog ref={dialog} class="form-dialog" aria-labelledby={title} onClose={props.onClose}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <h2 id={title}>{props.title}</h2>
        <FormTrouble form={form} onChanged={props.onChanged} />
        <div class="stack" hidden={isAsking}>
          {props.children(form)}
        </div>
        <Telling text={props.tells?.(form.value)} isAsking={isAsking} />
        <div class="row">
          <button type="submit" class={isAsking ? 'button danger' : 'button'} aria-disabled={form.isBusy}>
            <SubmitText
              submit={props.submit}
              step={props.isGrave && !isAsking ? 'ask' : isAsking ? 'confirm' : 'send'}
            />
          </button>
          <Back isAsking={isAsking} onBack={() => setAsking(false)} onClose={() => dialog.current?.close()} />
        </div>
      </form>
    </dialog>
  );
}

function SubmitText({ submit, step }: { submit: string; step: 'ask' | 'confirm' | 'send' }) {
  const { t } = useStaff();
  if (step === 'ask') return <>{t.form.next}</>;
  return <>{step === 'confirm' ? t.form.confirm(submit) : submit}</>;
}

function Back({ isAsking, onBack, onClose }: { isAsking: boolean; onBack: () => void; onClose: () => void }) {
  const { words, t } = useStaff();
  return (
    <button type="button" class="button plain" onClick={isAsking ? onBack : onClose}>
      {isAsking ? t.form.back : words.drill.cancel}
    </button>
  );
}

/** What will happen. When it is asked to be confirmed it takes the focus, so that it is read before the button. */
function Telling({ text, isAsking }: { text: string | undefined; isAsking: boolean }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isAsking) place.current?.focus();
  }, [isAsking]);
  if (text === undefined) return null;
  return (
    <div class={isAsking ? 'notice trouble telling' : 'notice telling'} ref={place} tabIndex={-1}>
      {text}
    </div>
  );
}

function FormTrouble<T>({ form, onChanged }: { form: Sending<T>; onChanged: () => void | Promise<void> }) {
  const { words, t } = useStaff();
  if (form.problem === undefined) return null;
  if (form.problem.code !== 'conflict') return <Trouble problem={form.problem} />;
  const reload = async () => {
    await onChanged();
    form.forgive();
  };
  return (
    <Notice trouble>
      <p>{words.problems.conflict}</p>
      <button type="button" class="link start" onClick={() => void reload()}>
        {t.form.reload}
      </button>
    </Notice>
  );
}

/** Puts the focus on the first field that something is wrong with. */
function useFirstFault(dialog: { current: HTMLDialogElement | null }, faults: Faults): void {
  useEffect(() => {
    if (Object.keys(faults).length > 0) dialog.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [faults]);
}
