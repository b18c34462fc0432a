// The bar above the question: where one is, the time left, the state of saving, and the ways to the card and to help.
import { waitingOf } from '../../exam/outbox.ts';
import { useExam, useExamShell } from './exam-shell.tsx';
import { clockText } from './figures.ts';

/** From here on the time is drawn as urgent. */
const LOW_MS = 300_000;

export function TopBar(props: { onCard: () => void; onHelp: () => void; onTime: () => void }) {
  const { t } = useExamShell();
  const exam = useExam();
  const { asked, at, head } = exam.book.sheet;
  const ms = exam.remainingMs();
  return (
    <header class="exam-bar">
      <p class="exam-where">
        <span class="small soft">
          {head.title ?? t.paper[head.form]} · {head.offline ? t.offline : t.modes[head.mode]}
        </span>
        <span class="exam-position">
          <span aria-hidden="true">
            {at + 1} / {asked.length}
          </span>
          <span class="visually-hidden">{t.position(at + 1, asked.length)}</span>
        </span>
      </p>
      <button
        type="button"
        class="tool exam-time"
        data-low={ms <= LOW_MS ? '' : undefined}
        aria-keyshortcuts="T"
        title={t.readTime}
        onClick={props.onTime}
      >
        <span class="visually-hidden">{t.remaining} </span>
        {clockText(ms)}
      </button>
      <SaveState />
      <div class="exam-tools">
        <button type="button" class="tool exam-card-button" aria-keyshortcuts="G" onClick={props.onCard}>
          <span aria-hidden="true">▦</span> {t.card}
        </button>
        <PauseButton />
        <button type="button" class="tool" aria-label={t.help} aria-keyshortcuts="?" onClick={props.onHelp}>
          <span aria-hidden="true">?</span>
        </button>
      </div>
    </header>
  );
}

/** Whether all is at the server, on its way, or on this device alone. Not read out at each answer: banners.tsx tells what has gone wrong. */
function SaveState() {
  const { t } = useExamShell();
  const { book, link } = useExam();
  const waiting = waitingOf(book.changes.values()).length;
  const refused = [...book.changes.values()].filter((change) => change.refused).length;
  const isStuck = waiting > 0 && link.state !== 'well';
  const text = book.sheet.alone
    ? t.keptHere
    : isStuck
      ? (book.isKept ? t.unsent : t.unsentUnkept)(waiting)
      : waiting > 0
        ? t.saving
        : refused > 0
          ? t.refusedSome(refused)
          : t.saved;
  const state = isStuck || refused > 0 ? 'stuck' : waiting > 0 ? 'saving' : 'saved';
  return (
    <p class="exam-saved small" data-state={state}>
      <span aria-hidden="true">{{ stuck: '!', saving: '…', saved: '✓' }[state]} </span>
      {text}
    </p>
  );
}

function PauseButton() {
  const { t, toast } = useExamShell();
  const exam = useExam();
  const { head, alone } = exam.book.sheet;
  const isOffered = exam.phase === 'writing' && head.mode === 'relaxed' && head.paper === undefined && !alone;
  if (!isOffered) return null;
  return (
    <button type="button" class="tool" onClick={() => void exam.move('pause').catch(() => toast(t.moveFailed))}>
      {t.pause}
    </button>
  );
}
