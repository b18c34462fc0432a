// The field of an address. What was typed stays until a mail was sent there.
import { useEffect, useRef, useState } from 'preact/hooks';
import { Framed } from '../staff/forms/fields.tsx';
import { emailFault, useEmailWords } from './use-email.ts';

interface Props {
  isBusy: boolean;
  /** There is none yet: nothing to go back to. */
  isFirst: boolean;
  onSend: (email: string) => Promise<void>;
  onClose: () => void;
}

export function EmailForm({ isBusy, isFirst, onSend, onClose }: Props) {
  const t = useEmailWords();
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isFirst) input.current?.focus();
  }, []);
  const send = () => {
    const found = emailFault(text, t);
    setFault(found);
    if (found !== undefined) return input.current?.focus();
    if (!isBusy) void onSend(text.trim());
  };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Framed label={t.field} hint={t.hint} fault={fault}>
        {(tied) => (
          <input
            {...tied}
            ref={input}
            type="text"
            inputMode="email"
            autoComplete="email"
            autoCapitalize="off"
            spellcheck={false}
            value={text}
            onInput={(event) => {
              setText(event.currentTarget.value);
              setFault(undefined);
            }}
          />
        )}
      </Framed>
      <div class="row">
        <button type="submit" class="button" aria-disabled={isBusy}>
          {t.send}
        </button>
        {!isFirst && (
          <button type="button" class="button plain" onClick={onClose}>
            {t.cancel}
          </button>
        )}
      </div>
    </form>
  );
}
