// Who may sit which level: by one's own record where there is one, and by whatever one types. Nothing of it is kept.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '../../../../functions/contract/index.ts';
import { dayOf } from '../../../../functions/domain/time.ts';
import type { ApiProblem } from '../../api/client.ts';
import { Notice } from '../../shell/parts.tsx';
import { useTraining } from '../training/training.tsx';
import { CheckAnswer } from './check-answer.tsx';
import { CheckFields } from './check-fields.tsx';
import { type CheckDraft, type CheckFaults, checkFaults, fromRecord, NOTHING_TYPED, queryOf } from './check-form.ts';
import { rulesWords } from './rules-words.ts';
import { problemText, type Said } from './said.ts';

type Judged = Answer<'checkEligibility'>;

export function CheckView({ said }: { said: Said }) {
  const { check: w } = rulesWords(said.lang);
  const { draft, faults, set, submit, form, answer, problem, isAsking, isOfRecord, today } = useCheck();
  const texts = Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, w.faults[fault]]));
  return (
    <>
      <p class="soft">{w.lead}</p>
      <form ref={form} class="card exam-form no-print" noValidate onSubmit={submit}>
        {isOfRecord && <p class="small soft">{w.fromRecord}</p>}
        <CheckFields {...{ draft, set, said, today }} faults={texts} />
        {Object.keys(faults).length > 0 && <Notice trouble>{w.faults.summary}</Notice>}
        {problem !== undefined && (
          <Notice trouble>{problemText(problem, { ...said, w: { ...said.w, problems: {} } })}</Notice>
        )}
        <div>
          <button type="submit" class="button" aria-disabled={isAsking}>
            {isAsking ? w.checking : w.submit}
          </button>
        </div>
      </form>
      <div role="status" class="stack">
        {answer && <CheckAnswer answer={answer} said={said} />}
      </div>
    </>
  );
}

/** Begins with the record of whoever is here; a record that cannot be read is none. */
function useCheck() {
  const { call, person, now } = useTraining();
  const today = dayOf(now());
  const [draft, setDraft] = useState<CheckDraft>(NOTHING_TYPED);
  const [faults, setFaults] = useState<CheckFaults>({});
  const [answer, setAnswer] = useState<Judged | undefined>();
  const [problem, setProblem] = useState<ApiProblem | undefined>();
  const [isAsking, setAsking] = useState(false);
  const [isOfRecord, setOfRecord] = useState(false);
  const isTouched = useRef(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (person === undefined) return;
    call('readEligibility', { params: { person } }).then(
      (read) => {
        // Whoever has begun to type goes on with what they typed.
        if (isTouched.current) return;
        setDraft(fromRecord(read));
        setOfRecord(true);
        setAnswer(read);
      },
      () => undefined,
    );
  }, [person]);
  const set = (change: Partial<CheckDraft>) => {
    isTouched.current = true;
    setDraft((old) => ({ ...old, ...change }));
    const changed = [...Object.keys(change), ...('years' in change || 'months' in change ? ['work'] : [])];
    setFaults((old) => Object.fromEntries(Object.entries(old).filter(([field]) => !changed.includes(field))));
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (isAsking) return;
    const found = checkFaults(draft, today);
    setFaults(found);
    if (Object.keys(found).length > 0) return focusFault(form.current);
    setAsking(true);
    setProblem(undefined);
    call('checkEligibility', { query: queryOf(draft) as never })
      .then(setAnswer, setProblem)
      .finally(() => setAsking(false));
  };
  return { draft, faults, set, submit, form, answer, problem, isAsking, isOfRecord, today };
}

function focusFault(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
