// The form that corrects one's own record. Numbers are typed anew or left: they are known here in part only.
import { useEffect, useRef } from 'preact/hooks';
import { EDUCATIONS } from '../../../../functions/domain/people/person.ts';
import type { Call } from '../../api/client.ts';
import { Notice } from '../../shell/parts.tsx';
import { CheckField, PickField, TextField } from '../staff/forms/fields.tsx';
import type { Form } from '../staff/forms/form.ts';
import type { Correction } from './correction.ts';
import type { Own } from './own.ts';
import { Trouble } from './problem.tsx';
import { useCorrection } from './use-correction.ts';
import { useProfileWords } from './use-words.ts';

interface Props {
  own: Own;
  call: Call;
  onChanged: () => Promise<void>;
  /** `isDone`: it was corrected. */
  onClose: (isDone: boolean) => void;
}

export function CorrectForm({ own, call, onChanged, onClose }: Props) {
  const t = useProfileWords();
  const { form, isBusy, problem, send, reload } = useCorrection({ own, call, onChanged, onDone: () => onClose(true) });
  const place = useRef<HTMLFormElement>(null);
  useEffect(() => place.current?.querySelector('input')?.focus(), []);
  useEffect(() => place.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), [form.faults]);
  return (
    <form
      class="card stack"
      aria-labelledby="correct"
      noValidate
      autoComplete="off"
      ref={place}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h2 id="correct">{t.correct.title}</h2>
      <Fields form={form} own={own} />
      {problem === 'same' && <Notice>{t.correct.same}</Notice>}
      {problem !== undefined && problem !== 'same' && <Trouble problem={problem} />}
      {problem !== 'same' && problem?.code === 'conflict' && (
        <button type="button" class="link start" onClick={() => void reload()}>
          {t.correct.reload}
        </button>
      )}
      <div class="row">
        <button type="submit" class="button" aria-disabled={isBusy}>
          {t.correct.save}
        </button>
        <button type="button" class="button plain" onClick={() => onClose(false)}>
          {t.correct.cancel}
        </button>
      </div>
    </form>
  );
}

function Fields({ form, own }: { form: Form<Correction>; own: Own }) {
  const t = useProfileWords();
  const hint = (text: string, masked: string | undefined) => (masked ? `${t.correct.kept(masked)}${text}` : text);
  return (
    <>
      <TextField form={form} name="name" label={t.name} />
      <TextField form={form} name="phone" label={t.phone} hint={hint(t.correct.phoneHint, own.phone)} type="tel" />
      {own.phone && <CheckField form={form} name="dropsPhone" label={t.correct.drop(t.phone)} />}
      <TextField form={form} name="idNumber" label={t.idNumber} hint={hint(t.correct.idHint, own.idNumber)} />
      {own.idNumber && <CheckField form={form} name="dropsId" label={t.correct.drop(t.idNumber)} />}
      <PickField
        form={form}
        name="education"
        label={t.education}
        options={['', ...EDUCATIONS] as const}
        text={(education) => (education === '' ? t.notGiven : t.educations[education])}
      />
      {form.value.education !== '' && <CheckField form={form} name="isSocialWorkMajor" label={t.major} />}
    </>
  );
}
