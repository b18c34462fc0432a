// What one does with a question beside answering it: keep it, write a note, report a fault. (The flag stands in the strip above it.)
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { recordOf } from '../../../../functions/domain/practice/fold.ts';
import { NOTE_MOST } from '../../../../functions/domain/practice/journal.ts';
import type { Question } from '../../../../functions/domain/questions/question.ts';
import { useJournal, useShell } from '../../shell/shell.tsx';
import { ReportDialog } from './report-dialog.tsx';

export function Tools({ question }: { question: Question }) {
  const { words } = useShell();
  const journal = useJournal();
  const [panel, setPanel] = useState<'note' | 'report' | undefined>();
  const record = recordOf(journal.state, question.id);
  useEffect(() => setPanel(undefined), [question.id]);
  const keep = () => journal.add({ kind: 'mark', question: question.id, mark: 'favourite', on: !record.favourite });
  return (
    <div class="stack-tight">
      <div class="row">
        <button type="button" class="tool" aria-pressed={record.favourite} onClick={keep}>
          <span aria-hidden="true">{record.favourite ? '★' : '☆'}</span>
          {record.favourite ? words.drill.favoured : words.drill.favourite}
        </button>
        <button
          type="button"
          class="tool"
          aria-expanded={panel === 'note'}
          aria-pressed={record.note !== ''}
          onClick={() => setPanel(panel === 'note' ? undefined : 'note')}
        >
          {words.drill.note}
        </button>
        <button type="button" class="tool" onClick={() => setPanel('report')}>
          {words.drill.report}
        </button>
      </div>
      {panel === 'note' && <Note key={question.id} question={question.id} text={record.note} />}
      {panel === 'report' && <ReportDialog question={question} onClose={() => setPanel(undefined)} />}
    </div>
  );
}

function Note({ question, text }: { question: string; text: string }) {
  const { words } = useShell();
  const journal = useJournal();
  const [draft, setDraft] = useState(text);
  const [saved, setSaved] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  // Before the next key can be pressed: letters typed ahead must not choose options.
  useLayoutEffect(() => field.current?.focus(), []);
  const save = async () => {
    if (draft !== text) await journal.add({ kind: 'note', question, text: draft.trim() });
    setSaved(true);
  };
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label for="note">{words.drill.noteLabel}</label>
      <textarea
        id="note"
        ref={field}
        rows={3}
        maxLength={NOTE_MOST}
        value={draft}
        aria-describedby="note-hint"
        onInput={(event) => {
          setDraft(event.currentTarget.value);
          setSaved(false);
        }}
        onBlur={() => void save()}
      />
      <span id="note-hint" class="small soft">
        {words.drill.noteHint}
      </span>
      <div class="row">
        <button type="submit" class="tool">
          {words.drill.noteSave}
        </button>
        <span role="status" class="small soft">
          {saved && words.drill.noteSaved}
        </span>
      </div>
    </form>
  );
}
