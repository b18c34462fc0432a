// The exam page: opens the attempt that the address names, and shows it, its end, or why it cannot.
import { useEffect, useState } from 'preact/hooks';
import { ApiProblem } from '../../api/client.ts';
import { type Exam, openExam } from '../../exam/exam.ts';
import { Notice } from '../../shell/parts.tsx';
import { ExamProvider, useExamShell } from './exam-shell.tsx';
import { Sitting } from './sitting.tsx';

type Opened = { state: 'opening' } | { state: 'open'; exam: Exam } | { state: 'failed'; code: string };

export function ExamPage() {
  const { attempt, person, env, call, words, t, page, loginAddress } = useExamShell();
  const [opened, setOpened] = useState<Opened>({ state: 'opening' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (person === undefined || attempt === '') return undefined;
    let exam: Exam | undefined;
    let isLeft = false;
    openExam({ env, call, attempt, person }).then(
      (it) => {
        exam = it;
        if (isLeft) it.stop();
        else setOpened({ state: 'open', exam: it });
      },
      (error) => setOpened({ state: 'failed', code: error instanceof ApiProblem ? error.code : 'internal' }),
    );
    return () => {
      isLeft = true;
      exam?.stop();
    };
  }, [round]);

  if (opened.state === 'open') {
    return (
      <ExamProvider value={opened.exam}>
        <Sitting />
      </ExamProvider>
    );
  }
  const code = person === undefined ? 'not_signed_in' : attempt === '' ? 'not_found' : undefined;
  const why = code ?? (opened.state === 'failed' ? opened.code : undefined);
  if (why === undefined) return <p class="waiting">{t.opening}</p>;
  const isSignIn = why === 'not_signed_in' || why === 'session_expired';
  const isGone = why === 'not_found' || why === 'invalid_input';
  return (
    <div class="stack">
      <h1>{words.titles.mockSit}</h1>
      <Notice trouble>{isSignIn ? t.needSignIn : isGone ? t.noAttempt : t.unreachable}</Notice>
      <div class="row">
        {isSignIn && (
          <a class="button" href={loginAddress}>
            {t.signIn}
          </a>
        )}
        {!isSignIn && !isGone && (
          <button
            type="button"
            class="button"
            onClick={() => {
              setOpened({ state: 'opening' });
              setRound((n) => n + 1);
            }}
          >
            {words.retry}
          </button>
        )}
        <a class="button plain" href={page('/mock/')}>
          {t.toList}
        </a>
      </div>
    </div>
  );
}
