// The end of an attempt: the time is over or it is being handed in, what has not arrived, and what became of it.
import { useEffect, useRef } from 'preact/hooks';
import { waitingOf } from '../../exam/outbox.ts';
import { placeOf } from '../../exam/rows.ts';
import { useExam, useExamShell } from './exam-shell.tsx';

export function Ending() {
  const { t, page, attempt } = useExamShell();
  const exam = useExam();
  const { sheet } = exam.book;
  const isOver = exam.phase === 'over';
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus({ preventScroll: true }), [isOver]);
  const { state } = sheet.head;
  const title = sheet.alone
    ? t.overOffline
    : !isOver
      ? exam.remainingMs() > 0
        ? t.handingIn
        : t.ending
      : state === 'voided'
        ? t.voided
        : state === 'expired'
          ? t.expired
          : t.over;
  return (
    <section class="stack exam-ending">
      <h1 tabindex={-1} ref={head}>
        {title}
      </h1>
      {isOver ? <Over /> : <Underway />}
      {sheet.late.length > 0 && <LateList />}
      {isOver && (
        <div class="row">
          {sheet.alone ? (
            <a class="button" href={page(`/mock/?offline=${attempt}`)}>
              {t.toUpload}
            </a>
          ) : (
            state !== 'voided' && (
              <a class="button" href={page(`/mock/result/?attempt=${attempt}`)}>
                {t.toResult}
              </a>
            )
          )}
          <a class="button plain" href={page('/mock/')}>
            {t.toList}
          </a>
        </div>
      )}
    </section>
  );
}

/** Told honestly: what is here and not there, how long it may still count, and what happens by itself. */
function Underway() {
  const { t, loginAddress } = useExamShell();
  const exam = useExam();
  const waiting = waitingOf(exam.book.changes.values()).length;
  const graceMs = exam.graceLeftMs();
  const isFailing = exam.link.state !== 'well';
  const text = !isFailing
    ? t.endingText
    : waiting === 0
      ? t.endingNone(exam.remainingMs())
      : graceMs > 0
        ? t.endingWaits(waiting, graceMs)
        : t.endingLate(waiting);
  return (
    <div class={isFailing ? 'notice trouble stack-tight' : 'notice stack-tight'} role="status">
      <p>{text}</p>
      {exam.link.state === 'signed-out' || exam.link.state === 'other-person' ? (
        <div>
          <p>{exam.link.state === 'signed-out' ? t.signedOut : t.otherPerson}</p>
          <a class="button" href={loginAddress} data-leave>
            {t.signIn}
          </a>
        </div>
      ) : (
        isFailing && (
          <div>
            <button type="button" class="tool" onClick={exam.retry}>
              {t.tryNow}
            </button>
          </div>
        )
      )}
    </div>
  );
}

function Over() {
  const { t } = useExamShell();
  const { book } = useExam();
  const waiting = waitingOf(book.changes.values()).length;
  if (book.sheet.alone) return <p>{t.overOfflineText}</p>;
  if (book.sheet.head.state === 'voided') return <p>{t.voidedText}</p>;
  return waiting > 0 ? (
    <p class="notice trouble" role="status">
      {t.stillWaiting(waiting)}
    </p>
  ) : (
    <p>{t.overText}</p>
  );
}

function LateList() {
  const { t } = useExamShell();
  const { late } = useExam().book.sheet;
  return (
    <div class="notice trouble">
      <h2>{t.lateTitle(late.length)}</h2>
      <ul>
        {late.map((one) => (
          <li key={placeOf(one)}>{t.late(placeOf(one), t.lateReasons[one.reason])}</li>
        ))}
      </ul>
    </div>
  );
}
