// A question as the real paper shows it: what kind it is and what to do, then the options, or the material and a field for each part.
import type { RefObject } from 'preact';
import { marksText } from '../../../../functions/domain/grading/grade.ts';
import type { Asked } from '../../exam/rows.ts';
import { OptionButton } from '../../shell/option-button.tsx';
import { useExam, useExamShell } from './exam-shell.tsx';
import { pickedAfter } from './figures.ts';

/** The contract's longest text. */
const TEXT_MOST = 6_000;

interface Props {
  question: Asked;
  stem: RefObject<HTMLHeadingElement>;
  isLocked: boolean;
}

export function QuestionView(props: Props) {
  return props.question.kind === 'case' || props.question.kind === 'design' ? (
    <EssayView {...props} />
  ) : (
    <ObjectiveView {...props} kind={props.question.kind} />
  );
}

function ObjectiveView({ question, stem, isLocked, kind }: Props & { kind: 'single' | 'multiple' }) {
  const { t } = useExamShell();
  const exam = useExam();
  const { picked } = exam.book.at(question.n);
  return (
    <article class="stack">
      <h1 class="stem" ref={stem} tabindex={-1} lang="zh-CN">
        <span class="kind">{t.kinds[kind]}</span>
        {question.stem}
      </h1>
      <p class="small soft" id="exam-how">
        {kind === 'single' ? t.pickOne : t.pickMany}
      </p>
      <ol class="options" aria-describedby="exam-how" lang="zh-CN">
        {question.options.map(({ id, text }, i) => (
          <li key={id}>
            <OptionButton
              {...{
                letter: 'ABCDEFGHIJ'[i] ?? id,
                id,
                text,
                kind,
                isPicked: picked.includes(id),
                isDisabled: isLocked,
              }}
              onPick={() => exam.pick(question.n, pickedAfter(kind, picked, id))}
            />
          </li>
        ))}
      </ol>
    </article>
  );
}

function EssayView({ question, stem, isLocked }: Props) {
  const { t } = useExamShell();
  return (
    <article class="exam-essay">
      <div class="stack">
        <h1 class="stem" ref={stem} tabindex={-1}>
          <span class="kind">{t.kinds[question.kind]}</span>
          {t.material}
        </h1>
        <div class="exam-material" lang="zh-CN">
          {question.stem.split('\n').map((line, i) => (
            <p key={i}>{line}</p>
          ))}
        </div>
      </div>
      <div class="stack">
        {question.parts?.map((part) => (
          <PartField key={`${question.n}.${part.id}`} {...{ n: question.n, part, isLocked }} />
        ))}
      </div>
    </article>
  );
}

interface PartProps {
  n: number;
  part: NonNullable<Asked['parts']>[number];
  isLocked: boolean;
}

function PartField({ n, part, isLocked }: PartProps) {
  const { t } = useExamShell();
  const exam = useExam();
  const { text } = exam.book.at(n, part.id);
  const isWaiting = exam.book.changes.has(`${n}.${part.id}`);
  const field = `part-${part.id}`;
  return (
    <div class="field">
      <p class="exam-part" id={`${field}-asked`}>
        <em>{t.part(part.id, marksText(part.possible))}</em> <span lang="zh-CN">{part.text}</span>
      </p>
      <label class="visually-hidden" for={field}>
        {t.yourAnswer(part.id)}
      </label>
      <textarea
        id={field}
        rows={8}
        maxLength={TEXT_MOST}
        value={text}
        readOnly={isLocked}
        aria-describedby={`${field}-asked ${field}-state`}
        onInput={(event) => exam.write(n, part.id, event.currentTarget.value)}
      />
      <p class="small soft" id={`${field}-state`}>
        {t.length(text.length, TEXT_MOST)}
        {text !== '' && ` · ${isWaiting ? t.textKept : t.textSaved}`}
      </p>
    </div>
  );
}
