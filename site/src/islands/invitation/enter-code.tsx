// A code typed by hand, or a whole link pasted: the link says itself which kind it is.
import { useEffect, useRef, useState } from 'preact/hooks';
import { Choice } from '../../shell/parts.tsx';
import { useProfileWords } from '../profile/use-words.ts';
import { Framed } from '../staff/forms/fields.tsx';
import { type Code, type CodeKind, codeIn } from './code.ts';

const KINDS: readonly CodeKind[] = ['role', 'claim'];

export function EnterCode({ onCode }: { onCode: (code: Code) => void }) {
  const t = useProfileWords();
  const [kind, setKind] = useState<CodeKind>('role');
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (isWrong) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [isWrong]);
  const submit = () => {
    const code = codeIn(text, kind);
    setWrong(code === undefined);
    if (code) onCode(code);
  };
  return (
    <form
      class="card stack"
      noValidate
      autoComplete="off"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p>{t.code.lead}</p>
      <Choice
        legend={t.code.kind}
        name="kind"
        options={KINDS}
        label={(one) => t.code.kinds[one]}
        value={kind}
        onPick={setKind}
      />
      <p class="small soft">{t.code.kindHints[kind]}</p>
      <Framed label={t.code.field} hint={undefined} fault={isWrong ? t.code.fault : undefined}>
        {(tied) => (
          <input
            {...tied}
            type="text"
            autoComplete="off"
            autoCapitalize="off"
            spellcheck={false}
            value={text}
            onInput={(event) => {
              setText(event.currentTarget.value);
              setWrong(false);
            }}
          />
        )}
      </Framed>
      <div>
        <button type="submit" class="button">
          {t.code.next}
        </button>
      </div>
    </form>
  );
}
