// An attempt under way as it is drawn: one question at a time, the time and the state of saving always in sight.
import { useEffect, useRef, useState } from 'preact/hooks';
import { usePageKeys } from '../../shell/keys.ts';
import { AnswerCard } from './answer-card.tsx';
import { Banners, NoNetwork } from './banners.tsx';
import { CardDialog, HandInDialog, HelpDialog } from './dialogs.tsx';
import { Ending } from './ending.tsx';
import { useExam, useExamShell } from './exam-shell.tsx';
import { pickedAfter } from './figures.ts';
import { Paused } from './paused.tsx';
import { QuestionView } from './question.tsx';
import { TopBar } from './top-bar.tsx';
import { useLeaveWarning } from './use-leave-warning.ts';
import { useSpoken } from './use-spoken.ts';

type Panel = 'card' | 'hand-in' | 'help' | undefined;

export function Sitting() {
  const { t } = useExamShell();
  const exam = useExam();
  const { book, phase } = exam;
  const { asked, at, head } = book.sheet;
  const question = asked[at];
  const [panel, setPanel] = useState<Panel>();
  const [spoken, speak] = useSpoken(exam);
  const stem = useRef<HTMLHeadingElement>(null);
  useLeaveWarning(exam);
  useEffect(() => {
    window.scrollTo(0, 0);
    stem.current?.focus({ preventScroll: true });
  }, [at, phase === 'paused', phase === 'writing']);

  const isLast = at === asked.length - 1;
  const mayHandIn = phase === 'writing' && (head.mode === 'relaxed' || head.offline);
  const forward = () => (isLast ? phase === 'writing' && setPanel('hand-in') : exam.go(at + 1));
  const isShown = phase !== 'paused' && phase !== 'time-over' && phase !== 'handing-in' && phase !== 'over';
  usePageKeys(isShown && panel === undefined, ({ key, isOnControl }) => {
    if (question === undefined) return false;
    const nth = /^[A-E]$/.test(key) ? 'ABCDE'.indexOf(key) : /^[1-5]$/.test(key) ? Number(key) - 1 : -1;
    const option = question.options[nth];
    if (option !== undefined) exam.pick(question.n, pickedAfter(question.kind, book.at(question.n).picked, option.id));
    else if (key === 'ArrowRight' || key === 'N') exam.go(at + 1);
    else if (key === 'ArrowLeft' || key === 'P') exam.go(at - 1);
    else if (key === 'F') exam.flag(question.n, !book.at(question.n).flagged);
    else if (key === 'G') setPanel('card');
    else if (key === 'T') speak();
    else if (key === '?') setPanel('help');
    else if (key === 'Enter' && !isOnControl) forward();
    else return false;
    return true;
  });

  if (phase === 'over' || phase === 'handing-in' || phase === 'time-over') return <Ending />;
  if (question === undefined) return null;
  const close = () => setPanel(undefined);
  const go = (index: number) => {
    close();
    exam.go(index);
  };
  return (
    <div class="exam">
      <TopBar onCard={() => setPanel('card')} onHelp={() => setPanel('help')} onTime={speak} />
      <div class="exam-spoken">
        <p role="status">{spoken.isUrgent ? '' : spoken.text}</p>
        <p role="alert">{spoken.isUrgent ? spoken.text : ''}</p>
      </div>
      <Banners />
      {phase === 'paused' ? (
        <Paused />
      ) : (
        <div class="exam-panes">
          <QuestionView question={question} stem={stem} isLocked={phase !== 'writing'} />
          <aside class="exam-side card" aria-label={t.card}>
            <AnswerCard onGo={exam.go} />
            {mayHandIn && !isLast && (
              <button type="button" class="button plain" onClick={() => setPanel('hand-in')}>
                {t.handIn}
              </button>
            )}
          </aside>
        </div>
      )}
      {phase !== 'paused' && (
        <div class="actions exam-actions">
          <button type="button" class="button plain" disabled={at === 0} onClick={() => exam.go(at - 1)}>
            {t.previous}
          </button>
          <button
            type="button"
            class="button plain exam-flag"
            aria-pressed={book.at(question.n).flagged}
            disabled={phase !== 'writing'}
            onClick={() => exam.flag(question.n, !book.at(question.n).flagged)}
          >
            <span aria-hidden="true">⚑</span> {book.at(question.n).flagged ? t.flagged : t.flag}
          </button>
          <button type="button" class="button" disabled={isLast && phase !== 'writing'} onClick={forward}>
            {isLast ? t.handIn : t.next}
          </button>
        </div>
      )}
      <NoNetwork />
      {panel === 'card' && (
        <CardDialog onClose={close} onGo={go} onHandIn={mayHandIn ? () => setPanel('hand-in') : undefined} />
      )}
      {panel === 'hand-in' && <HandInDialog onClose={close} onGo={go} mayHandIn={mayHandIn} />}
      {panel === 'help' && <HelpDialog onClose={close} />}
    </div>
  );
}
