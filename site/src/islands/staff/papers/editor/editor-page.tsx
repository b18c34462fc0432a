// Scheduling a paper, and changing one that has not opened: fields, what candidates will see, and a last look before it is written.
import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '../../../../../../functions/contract/index.ts';
import { Notice } from '../../../../shell/parts.tsx';
import { useStaff } from '../../../../shell/staff.tsx';
import { type Sending, useForm } from '../../forms/form.ts';
import { useKept } from '../../forms/use-kept.ts';
import { Nothing, Trouble, Waiting } from '../../parts.tsx';
import { useRequestId } from '../../training/request-id.ts';
import { useLoad } from '../../use-load.ts';
import { lackTexts } from '../figures.ts';
import { useGo } from '../use-place.ts';
import { usePapersWords } from '../use-words.ts';
import type { ViewProps } from '../view-props.ts';
import { AskBefore } from './ask-before.tsx';
import { type Draft, draftFaults, draftOf, emptyDraft, type Forms, planOf } from './draft.ts';
import { PaperFields } from './fields.tsx';
import { readKept, writeKept } from './kept.ts';
import { Preview, useTold } from './preview.tsx';

type Written = Answer<'setPaper'>;

export function NewPaper({ unit }: { unit: string }) {
  const { call, toast, me } = useStaff();
  const w = usePapersWords();
  const { go } = useGo();
  const request = useRequestId();
  const { value, problem, reload } = useForms(unit);
  if (value === undefined) return problem ? <Trouble problem={problem} onRetry={() => void reload()} /> : <Waiting />;
  const save = async (draft: Draft) => {
    const plan = planOf(draft);
    const body = { ...plan, request: request.idOf({ unit, plan }) };
    const written = await call('setPaper', { params: { unit }, body });
    request.done();
    return written;
  };
  return (
    <Editor
      title={w.editor.newTitle}
      name={`paper-draft ${me.person} new ${unit}`}
      unit={unit}
      forms={value}
      start={emptyDraft(unit, value)}
      submit={w.editor.submit}
      save={save}
      onSaved={(paper) => {
        go({ view: 'paper', paper });
        toast(w.editor.done);
      }}
      onLeave={() => go({ view: 'list', unit })}
    />
  );
}

export function EditPaper({ paper, reload: reloadPaper }: ViewProps) {
  const { call, toast, me } = useStaff();
  const w = usePapersWords();
  const { go } = useGo();
  const request = useRequestId();
  const { value, problem, reload } = useForms(paper.unit);
  if (paper.may.edit !== 'all') return <Nothing>{w.editor.notEditable}</Nothing>;
  if (value === undefined) return problem ? <Trouble problem={problem} onRetry={() => void reload()} /> : <Waiting />;
  const save = async (draft: Draft) => {
    const { group: _, ...plan } = planOf(draft);
    const wish = { kind: 'edit' as const, version: paper.version, plan, redraw: draft.redraw };
    const body = { ...wish, request: request.idOf(wish) };
    const written = await call('changeSetPaper', { params: { paper: paper.paper }, body });
    request.done();
    return { paper: paper.paper, ...written };
  };
  return (
    <Editor
      title={w.editor.editTitle}
      name={`paper-draft ${me.person} ${paper.paper} ${paper.version}`}
      unit={paper.unit}
      forms={value}
      start={draftOf(paper)}
      groupName={paper.group.name}
      submit={w.editor.save}
      save={save}
      onSaved={async (id) => {
        await reloadPaper();
        go({ view: 'paper', paper: id });
        toast(w.editor.saved);
      }}
      onLeave={() => go({ view: 'paper', paper: paper.paper })}
    />
  );
}

function useForms(unit: string) {
  const { call } = useStaff();
  return useLoad(`paper forms ${unit}`, () => call('listPaperForms', { params: { unit } }));
}

interface Props {
  title: string;
  /** Under which name of the tab's storage what was typed is kept. */
  name: string;
  unit: string;
  forms: Forms;
  start: Draft;
  /** Of a paper that is there: who sits it is not changed any more. */
  groupName?: string;
  submit: string;
  save: (draft: Draft) => Promise<Written>;
  onSaved: (paper: string) => void | Promise<void>;
  onLeave: () => void;
}

function Editor({ title, name, unit, forms, start, groupName, submit, save, onSaved, onLeave }: Props) {
  const w = usePapersWords();
  const [kept] = useState(() => readKept(sessionStorage, name));
  const [lacking, setLacking] = useState<NonNullable<Written['lacking']>>([]);
  const [isAsking, setAsking] = useState(false);
  const send = async (draft: Draft) => {
    const written = await save(draft);
    setAsking(false);
    setLacking(written.lacking ?? []);
    if (written.lacking !== undefined && written.lacking.length > 0) return;
    sessionStorage.removeItem(name);
    await onSaved(written.paper ?? '');
  };
  const form = useForm({ start: { ...start, ...kept }, check: (draft) => draftFaults(draft, forms.now, w), send });
  useKept(form.value, (draft) => writeKept(sessionStorage, name, draft));
  const told = useTold(form.value, { unit, forms, groupName });
  const discard = () => {
    sessionStorage.removeItem(name);
    onLeave();
  };
  return (
    <form
      class="editor"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setLacking([]);
        setAsking(form.isSound());
      }}
    >
      <div class="stack">
        <h1 tabIndex={-1} data-arrive>
          {title}
        </h1>
        {kept && <Notice>{w.editor.kept}</Notice>}
        <PaperFields form={form} unit={unit} forms={forms} groupName={groupName} />
        {lacking.length > 0 && <Notice trouble>{w.editor.lacking(w.listed(lackTexts(lacking, w)))}</Notice>}
        <Ending form={form} submit={submit} onDiscard={discard} />
      </div>
      <Preview title={form.value.title} told={told} />
      {isAsking && (
        <AskBefore
          title={form.value.title}
          told={told}
          submit={submit}
          problem={form.problem}
          isBusy={form.isBusy}
          onYes={() => void form.send()}
          onClose={() => {
            setAsking(false);
            form.forgive();
          }}
        />
      )}
    </form>
  );
}

function Ending({ form, submit, onDiscard }: { form: Sending<Draft>; submit: string; onDiscard: () => void }) {
  const w = usePapersWords();
  const wrong = Object.keys(form.faults).length;
  useEffect(() => {
    if (wrong > 0) document.querySelector<HTMLElement>('.editor [aria-invalid="true"]')?.focus();
  }, [form.faults]);
  return (
    <div class="editor-end">
      {wrong > 0 && (
        <p class="fault" role="alert">
          {w.editor.faultsAbove(wrong)}
        </p>
      )}
      <div class="row">
        <button type="submit" class="button" aria-disabled={form.isBusy}>
          {submit}
        </button>
        <button type="button" class="button plain" onClick={onDiscard}>
          {w.editor.discard}
        </button>
      </div>
    </div>
  );
}
