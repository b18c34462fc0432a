// Handing in what was learned elsewhere: what was typed stays until the server has it, and sent twice it counts once.
import { useRef, useState } from 'preact/hooks';
import type { Instant } from '../../../../functions/domain/time.ts';
import type { ApiProblem } from '../../api/client.ts';
import { Choice, Notice } from '../../shell/parts.tsx';
import { type Draft, type DraftFaults, EMPTY, entryOf, type Fault, faultsIn, type Unsent } from './draft.ts';
import { EvidenceField } from './evidence-field.tsx';
import { KindFields } from './kind-fields.tsx';
import { requests } from './request.ts';
import { type LedgerRead, problemText, type Said } from './said.ts';
import { TextInput } from './text-input.tsx';
import { TimeFields } from './time-fields.tsx';

const KINDS = ['training', 'degree', 'taught', 'local'] as const;

interface ProposeProps {
  read: LedgerRead;
  title: string;
  said: Said;
  now: () => Instant;
  newId: () => string;
  /** Throws ApiProblem. */
  send: (body: Unsent & { request: string }) => Promise<unknown>;
  onDone: () => void;
}

export function ProposeForm(props: ProposeProps) {
  const { read, title, said } = props;
  const { w } = said;
  const { draft, faults, set, problem, isSending, isFaulty, submit, form } = usePropose(props);
  const part = { draft, faults: textsOf(faults, said), said, set };
  return (
    <section class="card no-print" aria-labelledby="propose">
      <h2 id="propose">{title}</h2>
      <p class="soft">{w.proposeLead}</p>
      <form ref={form} class="stack" noValidate onSubmit={submit}>
        <Choice
          legend={w.kind}
          name="entry-kind"
          options={KINDS}
          label={(kind) => w.kinds[kind]}
          value={draft.kind}
          onPick={(kind) => set({ kind })}
        />
        <TextInput {...part} name="title" label={w.name[draft.kind]} most={80} />
        <TextInput {...part} name="organiser" label={w.by[draft.kind]} most={80} />
        <KindFields {...part} entries={read.entries} />
        <TimeFields {...part} />
        <EvidenceField {...part} />
        {isFaulty && <Notice trouble>{w.faults.summary}</Notice>}
        {problem !== undefined && <Notice trouble>{problemText(problem, said)}</Notice>}
        <div>
          <button type="submit" class="button" aria-disabled={isSending}>
            {isSending ? w.sending : w.send}
          </button>
        </div>
      </form>
    </section>
  );
}

function textsOf(faults: DraftFaults, { w }: Said): Record<string, string> {
  return Object.fromEntries(Object.entries(faults).map(([field, fault]: [string, Fault]) => [field, w.faults[fault]]));
}

function usePropose({ now, newId, send, onDone }: ProposeProps) {
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [faults, setFaults] = useState<DraftFaults>({});
  const [problem, setProblem] = useState<ApiProblem | undefined>();
  const [isSending, setSending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const [wishes] = useState(() => requests(newId));
  const set = (change: Partial<Draft>) => {
    setDraft((old) => ({ ...old, ...change }));
    setFaults((old) => without(old, Object.keys(change)));
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    if (isSending) return;
    const found = faultsIn(draft, now());
    setFaults(found);
    setProblem(undefined);
    if (Object.keys(found).length > 0) return focusFault(form.current);
    setSending(true);
    const body = entryOf(draft);
    try {
      await send({ ...body, request: wishes.idOf(body) });
      wishes.done();
      setDraft({ ...EMPTY, kind: draft.kind });
      onDone();
    } catch (error) {
      setProblem(error as ApiProblem);
    } finally {
      setSending(false);
    }
  };
  return { draft, faults, set, problem, isSending, isFaulty: Object.keys(faults).length > 0, submit, form };
}

/** The faults of changed fields go; those of spans belong to `spans`, and another kind has other fields. */
function without(faults: DraftFaults, changed: readonly string[]): DraftFaults {
  if (changed.includes('kind') || changed.includes('how')) return {};
  const isKept = ([field]: [string, Fault]) =>
    !changed.includes(field) && !(field.startsWith('span-') && changed.includes('spans'));
  return Object.fromEntries(Object.entries(faults).filter(isKept));
}

/** When the faults are drawn, the first field that has one takes the focus. */
function focusFault(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
