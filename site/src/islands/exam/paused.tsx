// A relaxed attempt that rests: its question is out of sight, and its time stands still.
import { useState } from 'preact/hooks';
import { useExam, useExamShell } from './exam-shell.tsx';

export function Paused() {
  const { t } = useExamShell();
  const exam = useExam();
  const [isFailed, setFailed] = useState(false);
  return (
    <section class="card">
      <h1>{t.paused}</h1>
      <p>{t.pausedText(exam.remainingMs())}</p>
      {isFailed && (
        <p class="notice trouble" role="alert">
          {t.moveFailed}
        </p>
      )}
      <div>
        <button
          type="button"
          class="button"
          onClick={() => {
            setFailed(false);
            exam.move('resume').catch(() => setFailed(true));
          }}
        >
          {t.resume}
        </button>
      </div>
    </section>
  );
}
