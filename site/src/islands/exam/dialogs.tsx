// What opens over the question: the card on a phone, the hand-in with what is blank or flagged, and help.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { DisplayChoices } from '../me/display-choices.tsx';
import { AnswerCard } from './answer-card.tsx';
import { useExam, useExamShell } from './exam-shell.tsx';
import { figuresOf } from './figures.ts';

/** So many numbers are named; more of them are on the card. */
const NAMED_MOST = 30;

interface PanelProps {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}

function Panel({ title, onClose, children }: PanelProps) {
  const { t } = useExamShell();
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the next key can be pressed: it is the dialog's.
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="panel-title" onClose={onClose}>
      <div class="stack">
        <div class="spread">
          <h2 id="panel-title">{title}</h2>
          <button type="button" class="tool" onClick={() => dialog.current?.close()}>
            {t.close}
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}

interface CardProps {
  onClose: () => void;
  onGo: (index: number) => void;
  onHandIn: (() => void) | undefined;
}

export function CardDialog({ onClose, onGo, onHandIn }: CardProps) {
  const { t } = useExamShell();
  return (
    <Panel title={t.card} onClose={onClose}>
      <AnswerCard onGo={onGo} />
      {onHandIn && (
        <button type="button" class="button" onClick={onHandIn}>
          {t.handIn}
        </button>
      )}
    </Panel>
  );
}

interface HandInProps {
  onClose: () => void;
  onGo: (index: number) => void;
  mayHandIn: boolean;
}

export function HandInDialog({ onClose, onGo, mayHandIn }: HandInProps) {
  const { t, lang } = useExamShell();
  const exam = useExam();
  const { sheet } = exam.book;
  const { blank, flagged } = figuresOf(exam.book);
  const list = (numbers: readonly number[]) =>
    `${numbers.slice(0, NAMED_MOST).join(lang === 'zh' ? '、' : ', ')}${numbers.length > NAMED_MOST ? '…' : ''}`;
  const first = blank[0] ?? flagged[0];
  return (
    <Panel title={mayHandIn ? t.handInTitle : t.handIn} onClose={onClose}>
      <div class="stack-tight">
        {blank.length > 0 && <p>{t.blanks(blank.length, list(blank))}</p>}
        {flagged.length > 0 && <p>{t.flags(flagged.length, list(flagged))}</p>}
        {blank.length + flagged.length === 0 && <p>{t.handInAll}</p>}
        <p class="soft">{mayHandIn ? t.handInFinal : t.handInRealistic}</p>
        <p class="small soft">{sheet.alone ? t.rulesOffline : t.rules(sheet.head.graceMs / 1_000)}</p>
      </div>
      <div class="row">
        {mayHandIn && (
          <button
            type="button"
            class="button"
            onClick={() => {
              onClose();
              exam.handIn();
            }}
          >
            {t.handInYes}
          </button>
        )}
        <button
          type="button"
          class="button plain"
          onClick={() => (first === undefined ? onClose() : onGo(sheet.asked.findIndex(({ n }) => n === first)))}
        >
          {t.handInNo}
        </button>
      </div>
    </Panel>
  );
}

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { t, words } = useExamShell();
  const { sheet } = useExam().book;
  return (
    <Panel title={t.help} onClose={onClose}>
      <p class="small">{sheet.alone ? t.rulesOffline : t.rules(sheet.head.graceMs / 1_000)}</p>
      <h3>{t.keysTitle}</h3>
      <dl class="exam-keys">
        {t.keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p class="small soft">{t.keysNote}</p>
      <DisplayChoices words={words.me} />
    </Panel>
  );
}
