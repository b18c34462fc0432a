// What stands in the way of writing or sending, in a sentence, with the one thing to do about it.
import { useState } from 'preact/hooks';
import { waitingOf } from '../../exam/outbox.ts';
import { useExam, useExamShell } from './exam-shell.tsx';

export function Banners() {
  const { t } = useExamShell();
  const exam = useExam();
  const { book, link, phase } = exam;
  return (
    <div class="stack-tight" role="status">
      {phase === 'other-tab' && <TakeOver text={t.otherTab} button={t.otherTabHere} />}
      {phase === 'other-device' && <TakeOver text={t.otherDevice} button={t.otherDeviceHere} />}
      {link.state === 'signed-out' && <SignInAgain text={t.signedOut} />}
      {link.state === 'other-person' && <SignInAgain text={t.otherPerson} />}
      {link.state === 'refused' && <TryNow text={t.refusedAll} />}
      {!book.isKept && <p class="notice trouble">{t.unkept}</p>}
      {exam.isClockDoubtful && !book.sheet.alone && link.state !== 'well' && <p class="notice">{t.doubtful}</p>}
    </div>
  );
}

/** That the server cannot be reached stands below the question: what is pressed must not move when a network goes. The bar above says it, too. */
export function NoNetwork() {
  const { t } = useExamShell();
  const { book, link, phase } = useExam();
  const isWaiting = waitingOf(book.changes.values()).length > 0;
  const isShown = link.state === 'later' && (isWaiting || link.code === 'offline') && phase === 'writing';
  return <div role="status">{isShown && <TryNow text={t.offlineNow} />}</div>;
}

function TakeOver({ text, button }: { text: string; button: string }) {
  const { t } = useExamShell();
  const exam = useExam();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const take = () => {
    setState('busy');
    exam.takeOver().then(
      () => setState('idle'),
      () => setState('failed'),
    );
  };
  return (
    <div class="notice stack-tight">
      <p>{text}</p>
      {state === 'failed' && <p>{t.takeOverFailed}</p>}
      <div>
        <button type="button" class="button" aria-disabled={state === 'busy'} onClick={take}>
          {button}
        </button>
      </div>
    </div>
  );
}

function SignInAgain({ text }: { text: string }) {
  const { t, loginAddress } = useExamShell();
  return (
    <div class="notice trouble stack-tight">
      <p>{text}</p>
      <div>
        <a class="button" href={loginAddress} data-leave>
          {t.signIn}
        </a>
      </div>
    </div>
  );
}

function TryNow({ text }: { text: string }) {
  const { t } = useExamShell();
  const exam = useExam();
  return (
    <div class="notice exam-try">
      <p>{text}</p>
      <button type="button" class="tool" onClick={exam.retry}>
        {t.tryNow}
      </button>
    </div>
  );
}
