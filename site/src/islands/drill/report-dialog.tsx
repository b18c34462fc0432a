// Reporting a faulty question. What was chosen and typed stays until it is sent or the dialog is closed on purpose.
import { useEffect, useRef, useState } from 'preact/hooks';
import { NOTE_MOST } from '../../../../functions/domain/practice/journal.ts';
import type { Question } from '../../../../functions/domain/questions/question.ts';
import { useJournal, useShell } from '../../shell/shell.tsx';

const REASONS = ['key', 'stem', 'options', 'explanation', 'outdated', 'other'] as const;
type Reason = (typeof REASONS)[number];

export function ReportDialog({
  question,
  onClose,
}: {
  question: Pick<Question, 'id' | 'version'>;
  onClose: () => void;
}) {
  const { words, toast } = useShell();
  const journal = useJournal();
  const [reason, setReason] = useState<Reason | undefined>();
  const [text, setText] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [isFailed, setFailed] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);

  const send = async () => {
    if (reason === undefined) return setAsked(true);
    try {
      await journal.queueReport({ question: question.id, version: question.version, reason, text: text.trim() });
    } catch {
      return setFailed(true);
    }
    toast(journal.profile === 'guest' ? words.drill.reportGuest : words.drill.reportThanks);
    // Not taken away at once: closing gives the focus back to the button that opened it.
    dialog.current?.close();
  };
  return (
    <dialog ref={dialog} aria-labelledby="report-title" onClose={onClose}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <fieldset class="choice">
          <legend id="report-title">{words.drill.reportTitle}</legend>
          {isAsked && reason === undefined && (
            <p class="notice trouble" role="alert">
              {words.drill.reportNeedReason}
            </p>
          )}
          {isFailed && (
            <p class="notice trouble" role="alert">
              {words.drill.reportNotKept}
            </p>
          )}
          {REASONS.map((each) => (
            <label class="radio" key={each}>
              <input type="radio" name="reason" checked={reason === each} onChange={() => setReason(each)} />
              {words.drill.reportReasons[each]}
            </label>
          ))}
        </fieldset>
        <label class="field">
          <span>{words.drill.reportText}</span>
          <textarea
            rows={3}
            maxLength={NOTE_MOST}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <div class="row">
          <button type="submit" class="button">
            {words.drill.reportSend}
          </button>
          <button type="button" class="button plain" onClick={() => dialog.current?.close()}>
            {words.drill.cancel}
          </button>
        </div>
      </form>
    </dialog>
  );
}
