// My training: the next session with its check-in, the enrolments by state, the hours of continuing education, the certificates.
import type { Answer } from '../../../../functions/contract/index.ts';
import type { ApiProblem } from '../../api/client.ts';
import { Notice } from '../../shell/parts.tsx';
import { HoursCard } from '../ledger/hours-card.tsx';
import { nextSession } from '../training/doors.ts';
import { needsSignIn, problemText } from '../training/problem-text.ts';
import { useTraining } from '../training/training.tsx';
import { useLoad } from '../training/use-load.ts';
import { useServerTime } from '../training/use-server-time.ts';
import { CalendarCard } from './calendar-card.tsx';
import { Completions } from './completions.tsx';
import { EnrolmentList } from './enrolment-list.tsx';
import { NewsCard } from './news.tsx';
import { NextSession } from './next-session.tsx';

export function MyTrainingPage() {
  const { words, t, page, person } = useTraining();
  return (
    <div class="stack">
      <div class="spread">
        <h1>{words.titles.myTraining}</h1>
        <span class="row">
          <a href={page('/exam/')}>{t.mine.exams}</a>
          <a href={page('/training/')}>{t.mine.find}</a>
        </span>
      </div>
      {person === undefined ? <SignIn /> : <Mine person={person} />}
    </div>
  );
}

function SignIn() {
  const { t, loginAddress } = useTraining();
  return (
    <div class="empty">
      <p>{t.mine.signIn}</p>
      <a class="button" href={loginAddress('/my-training/')}>
        {t.signIn}
      </a>
    </div>
  );
}

function Mine({ person }: { person: string }) {
  const { t, call } = useTraining();
  const loaded = useLoad(person, () => call('listMyTraining', { params: { person } }));
  if (loaded.state === 'loading') return <p class="waiting">{t.loading}</p>;
  if (loaded.state === 'failed') return <Failed problem={loaded.problem} onAgain={loaded.again} />;
  return (
    <>
      <NewsCard person={person} enrolments={loaded.answer.enrolments} />
      <Overview answer={loaded.answer} />
      <HoursCard person={person} />
      <Completions person={person} />
      <CalendarCard person={person} />
    </>
  );
}

function Failed({ problem, onAgain }: { problem: ApiProblem; onAgain: () => void }) {
  const { words, t, loginAddress } = useTraining();
  return (
    <div class="stack-tight">
      <Notice trouble>{problem.code === 'offline' ? t.mine.failed : problemText(problem, { words, t })}</Notice>
      <div>
        {needsSignIn(problem) ? (
          <a class="button" href={loginAddress('/my-training/')}>
            {t.signIn}
          </a>
        ) : (
          <button type="button" class="button plain" onClick={onAgain}>
            {words.retry}
          </button>
        )}
      </div>
    </div>
  );
}

function Overview({ answer }: { answer: Answer<'listMyTraining'> }) {
  const { t, page } = useTraining();
  const now = useServerTime(answer.now);
  const next = nextSession(answer.enrolments, now);
  if (answer.enrolments.length === 0) {
    return (
      <div class="empty">
        <p>{t.mine.none}</p>
        <p>{t.mine.noneHint}</p>
        <a class="button" href={page('/training/')}>
          {t.mine.find}
        </a>
      </div>
    );
  }
  return (
    <>
      {next !== undefined && <NextSession at={next} now={now} />}
      {answer.conflicts.length > 0 && <Notice>{t.mine.conflict}</Notice>}
      <EnrolmentList enrolments={answer.enrolments} conflicts={answer.conflicts} now={now} />
    </>
  );
}
