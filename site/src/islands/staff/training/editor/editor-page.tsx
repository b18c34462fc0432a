// The course editor: all fields of a plan with a preview beside them. What is typed survives a reload of the tab.
import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../../../../shell/parts.tsx';
import { useStaff } from '../../../../shell/staff.tsx';
import { TextField } from '../../forms/fields.tsx';
import { given, type Sending, useForm } from '../../forms/form.ts';
import { useKept } from '../../forms/use-kept.ts';
import { Trouble, Waiting } from '../../parts.tsx';
import { useUnit } from '../../units/use-unit.ts';
import { useChange } from '../course/course-acts.tsx';
import { faultSentence } from '../course/fault-text.ts';
import { PlanFacts } from '../course/plan-facts.tsx';
import { useRequestId } from '../request-id.ts';
import type { ViewProps } from '../rights.ts';
import { useGo } from '../use-place.ts';
import { useTeachWords } from '../use-words.ts';
import { type Draft, draftFaults, draftOf, emptyDraft, planOfDraft, previewOf } from './draft.ts';
import { PlanFields } from './fields.tsx';
import { readKept, writeKept } from './kept.ts';

/** A course that is there. */
export function EditCourse({ course, reload }: ViewProps) {
  const { toast, me } = useStaff();
  const w = useTeachWords();
  const { go } = useGo();
  const change = useChange({ course });
  const isDraft = course.state === 'draft';
  const save = async (draft: Draft) => {
    await change({ kind: 'edit', plan: planOfDraft(draft), ...given('why', draft.why) });
    await reload();
    go({ view: 'course', course: course.course });
    toast(w.editor.saved);
  };
  return (
    <Editor
      title={w.editor.editTitle}
      name={`teach-draft ${me.person} ${course.course}`}
      version={course.version}
      start={draftOf(course.plan)}
      faults={(draft) =>
        draftFaults(draft, { isDraft, sessions: course.sessions, known: course.faults, now: course.now })
      }
      isDraft={isDraft}
      unitName={course.unitName}
      save={save}
      leave={() => go({ view: 'course', course: course.course })}
    />
  );
}

/** A new course of a unit: saved as a draft, its sessions come afterwards. */
export function NewCourse({ unit }: { unit: string }) {
  const { call, toast, me } = useStaff();
  const w = useTeachWords();
  const { go } = useGo();
  const request = useRequestId();
  const { value, problem, reload } = useUnit(unit);
  if (value === undefined) return problem ? <Trouble problem={problem} onRetry={() => void reload()} /> : <Waiting />;
  const save = async (draft: Draft) => {
    const body = { plan: planOfDraft(draft) };
    const { course } = await call('createCourse', { params: { unit }, body: { ...body, request: request.idOf(body) } });
    request.done();
    go({ view: 'course', course });
    toast(w.editor.saved);
  };
  return (
    <Editor
      title={w.editor.newTitle}
      name={`teach-draft ${me.person} new ${unit}`}
      version={0}
      start={emptyDraft(value.division ?? '')}
      faults={(draft) => draftFaults(draft, { isDraft: true, sessions: [], known: [], now: '' })}
      isDraft
      unitName={value.name}
      save={save}
      leave={() => go({ view: 'list', unit })}
    />
  );
}

interface Props {
  title: string;
  /** Under which name of the tab's storage what was typed is kept. */
  name: string;
  version: number;
  start: Draft;
  faults: (draft: Draft) => Partial<Record<keyof Draft, string>>;
  isDraft: boolean;
  unitName: string;
  save: (draft: Draft) => Promise<void>;
  leave: () => void;
}

function Editor({ title, name, version, start, faults, isDraft, unitName, save, leave }: Props) {
  const w = useTeachWords();
  const [kept] = useState(() => readKept(sessionStorage, name, version));
  const check = (draft: Draft) => {
    const found = Object.entries(faults(draft));
    return Object.fromEntries(found.map(([field, code]) => [field, faultSentence(code, w) ?? code]));
  };
  const send = async (draft: Draft) => {
    await save(draft);
    sessionStorage.removeItem(name);
  };
  const form = useForm({ start: { ...start, ...kept }, check, send });
  useKept(form.value, (draft) => writeKept(sessionStorage, name, { version, draft }));
  const discard = () => {
    sessionStorage.removeItem(name);
    leave();
  };
  return (
    <form
      class="editor"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.send();
      }}
    >
      <div class="stack">
        <h1 tabIndex={-1} data-arrive>
          {title}
        </h1>
        {kept && <Notice>{w.editor.kept}</Notice>}
        {!isDraft && <Notice>{w.editor.publishedHint}</Notice>}
        <PlanFields form={form} isDraft={isDraft} />
        {!isDraft && <TextField form={form} name="why" label={w.editor.whyEdit} />}
        <Ending form={form} submit={isDraft ? w.editor.saveDraft : w.editor.save} onDiscard={discard} />
      </div>
      <aside class="card editor-preview" aria-label={w.editor.preview}>
        <h2>{w.editor.preview}</h2>
        <p class="small soft">{w.editor.previewHint}</p>
        <p class="mid">{form.value.title}</p>
        <PlanFacts plan={previewOf(form.value)} unitName={unitName} />
      </aside>
    </form>
  );
}

function Ending({ form, submit, onDiscard }: { form: Sending<Draft>; submit: string; onDiscard: () => void }) {
  const w = useTeachWords();
  const wrong = Object.keys(form.faults).length;
  useEffect(() => {
    if (wrong > 0) document.querySelector<HTMLElement>('.editor [aria-invalid="true"]')?.focus();
  }, [form.faults]);
  return (
    <div class="editor-end">
      {form.problem && <Trouble problem={form.problem} />}
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
