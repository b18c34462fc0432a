// Saying how an exam stands: a new one, or one that is there with what came since. What was typed stays until the server has it; sent twice it counts once.
import { useRef, useState } from 'preact/hooks';
import type { ApiProblem } from '../../api/client.ts';
import { Choice, Notice, Select } from '../../shell/parts.tsx';
import { EvidenceField } from '../ledger/evidence-field.tsx';
import { requests } from '../ledger/request.ts';
import { draftOf, type ExamDraft, type ExamFaults, examOf, faultsIn, type UnsentExam, yearsFrom } from './draft.ts';
import { PaperFields } from './paper-fields.tsx';
import { entryText } from './result-text.ts';
import { type Entry, type NewExam, problemText, type Said } from './said.ts';
import { TextInput } from './text-input.tsx';

const LEVELS = ['junior', 'intermediate', 'senior'] as const;

interface Props {
  today: string;
  version: number;
  /** What is changed; nothing for a new one. */
  entry?: Entry | undefined;
  said: Said;
  newId: () => string;
  /** Throws ApiProblem. */
  send: (body: NewExam) => Promise<unknown>;
  onDone: () => void;
  /** Somebody else has changed the record: it is to be read again. */
  onConflict: () => void;
  onClose?: () => void;
}

export function EntryForm(props: Props) {
  const { today, entry, said, onClose } = props;
  const { words, w } = said;
  const { draft, faults, set, problem, isSending, submit, form, needsWhy } = useEntry(props);
  const part = { draft, faults: textsOf(faults, said), said, set };
  const title = entry === undefined ? w.add : w.changing(entryText(entry, said));
  return (
    <form ref={form} class="stack exam-form" noValidate aria-label={title} onSubmit={submit}>
      {entry === undefined && (
        <>
          <Select
            label={w.form.year}
            value={draft.year}
            options={yearsFrom(today).map((year) => ({ value: String(year), text: w.year(year) }))}
            onPick={(year) => set({ year })}
          />
          <Choice
            legend={w.form.level}
            name="exam-level"
            options={LEVELS}
            label={(level) => words.levels[level]}
            value={draft.level}
            onPick={(level) => set({ level })}
          />
        </>
      )}
      <PaperFields {...part} />
      <div class="exam-pair">
        <TextInput {...part} name="site" label={w.form.site} most={60} />
        <TextInput {...part} name="ticket" label={w.form.ticket} most={30} />
      </div>
      <EvidenceField {...part} />
      {needsWhy && <TextInput {...part} name="why" label={w.form.why} hint={w.form.whyHint} most={200} />}
      {Object.keys(faults).length > 0 && <Notice trouble>{w.form.faults.summary}</Notice>}
      {problem !== undefined && <Notice trouble>{problemText(problem, said)}</Notice>}
      <div class="row">
        <button type="submit" class="button" aria-disabled={isSending}>
          {isSending ? w.form.sending : w.form.send}
        </button>
        {onClose && (
          <button type="button" class="button plain" onClick={onClose}>
            {words.drill.cancel}
          </button>
        )}
      </div>
    </form>
  );
}

function textsOf(faults: ExamFaults, { w }: Said): Record<string, string> {
  return Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, w.form.faults[fault]]));
}

function useEntry({ today, version, entry, newId, send, onDone, onConflict }: Props) {
  const [draft, setDraft] = useState<ExamDraft>(() => draftOf(today, entry));
  const [faults, setFaults] = useState<ExamFaults>({});
  const [problem, setProblem] = useState<ApiProblem | undefined>();
  const [isSending, setSending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const [wishes] = useState(() => requests(newId));
  const needsWhy = entry !== undefined && (entry.state === 'confirmed' || entry.confirmed !== undefined);
  const set = (change: Partial<ExamDraft>) => {
    setDraft((old) => ({ ...old, ...change }));
    setFaults((old) => without(old, change));
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (isSending) return;
    const found = faultsIn(draft, needsWhy);
    setFaults(found);
    if (Object.keys(found).length > 0) return focusFault(form.current);
    const body: UnsentExam & { version: number } = { ...examOf(draft, entry), version };
    setSending(true);
    setProblem(undefined);
    send({ ...body, request: wishes.idOf(body) })
      .then(
        () => {
          wishes.done();
          if (entry === undefined) setDraft(draftOf(today));
          onDone();
        },
        (error: ApiProblem) => {
          setProblem(error);
          if (error.code === 'conflict') onConflict();
        },
      )
      .finally(() => setSending(false));
  };
  return { draft, faults, set, problem, isSending, submit, form, needsWhy };
}

/** A fault goes when its field is changed; that of a paper with any paper. */
function without(faults: ExamFaults, change: Partial<ExamDraft>): ExamFaults {
  const isKept = (field: string) => {
    if (field in change) return false;
    return !('papers' in change || 'level' in change) || ['site', 'ticket', 'why', 'evidence'].includes(field);
  };
  return Object.fromEntries(Object.entries(faults).filter(([field]) => isKept(field)));
}

/** When the faults are drawn, the first field that has one takes the focus. */
function focusFault(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
