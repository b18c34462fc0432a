// A drill under way: one question at a time, feedback at once, and the bar within the thumb's reach. Every answer is in the journal before it is shown as kept.
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Grade, grade } from '../../../../functions/domain/grading/grade.ts';
import { OFFICIAL_1 } from '../../../../functions/domain/grading/profile.ts';
import { recordOf } from '../../../../functions/domain/practice/fold.ts';
import type { OptionId, Question } from '../../../../functions/domain/questions/question.ts';
import type { Drill } from '../../journal/drill-record.ts';
import { useJournal, useShell } from '../../shell/shell.tsx';
import { AnswerCard } from './answer-card.tsx';
import { Explanation, Verdict, VerdictLine } from './feedback.tsx';
import { useKeys } from './keys.ts';
import { OptionList } from './option-list.tsx';
import { Result } from './result.tsx';
import { Strip } from './strip.tsx';
import { Tools } from './tools.tsx';

export function Sitting({ start, questions }: { start: Drill; questions: Map<string, Question> }) {
  const { words, now, sync } = useShell();
  const journal = useJournal();
  const [drill, setDrill] = useState(start);
  const [draft, setDraft] = useState<OptionId[]>([]);
  const [isCardOpen, setCardOpen] = useState(false);
  const [isDone, setDone] = useState(false);
  const head = useRef<HTMLHeadingElement>(null);
  const question = questions.get(drill.questions[drill.index] as string) as Question;
  const given = drill.given[question.id];
  const isOpen = drill.mode === 'study' || given !== undefined;
  const isLast = drill.index === drill.questions.length - 1;
  const graded: Grade | undefined = given && grade(OFFICIAL_1, question, given.picked);

  const keep = (next: Drill) => {
    setDrill(next);
    journal.saveDrill(next).catch(() => undefined);
  };
  const go = (index: number) => {
    if (index < 0 || index >= drill.questions.length) return;
    setCardOpen(false);
    setDraft([]);
    setDone(false);
    keep({ ...drill, index, updatedAt: now() });
  };
  useEffect(() => {
    window.scrollTo(0, 0);
    head.current?.focus({ preventScroll: true });
  }, [drill.index, isDone]);

  const submit = (picked: OptionId[]) => {
    if (picked.length === 0 || given !== undefined) return;
    const { earned, possible } = grade(OFFICIAL_1, question, picked);
    const { id, version } = question;
    const next = { ...drill, given: { ...drill.given, [id]: { picked, earned, possible, version } }, updatedAt: now() };
    setDrill(next);
    setDraft([]);
    // The answer and the drill it was given in are one transaction: a reload finds both or neither.
    void journal.add({ kind: 'answer', question: id, version, picked, earned, possible }, next);
  };
  const pick = (option: OptionId) => {
    if (isOpen) return;
    if (question.kind === 'single') return submit([option]);
    setDraft(draft.includes(option) ? draft.filter((o) => o !== option) : [...draft, option].sort());
  };
  const forward = () => {
    if (!isOpen) return submit(draft);
    if (!isLast) return go(drill.index + 1);
    setDone(true);
    void sync?.flush();
  };
  const flag = () => {
    const on = !recordOf(journal.state, question.id).flagged;
    void journal.add({ kind: 'mark', question: question.id, mark: 'flag', on });
  };
  useKeys(!isDone && !isCardOpen, {
    pick: (letter) => question.options.some((o) => o.id === letter) && pick(letter),
    forward,
    turn: (by) => go(drill.index + by),
    flag,
  });

  if (isDone) return <Result drill={drill} onReview={() => go(0)} />;
  return (
    <article class="sitting">
      <Strip drill={drill} question={question} onCard={() => setCardOpen(true)} onFlag={flag} />
      <div class="panes">
        <div class="stack">
          <h1 class="stem" ref={head} tabindex={-1} lang="zh-CN">
            <span class="kind">{words.kinds[question.kind]}</span>
            {question.stem}
          </h1>
          <OptionList question={question} picked={given?.picked ?? draft} open={isOpen} onPick={pick} />
        </div>
        <div class="stack">
          {graded && given && <Verdict question={question} grade={graded} picked={given.picked} />}
          {isOpen && <Explanation question={question} />}
          <Tools question={question} />
        </div>
      </div>
      <div class="actions">
        {graded && <VerdictLine grade={graded} />}
        <button type="button" class="button plain" disabled={drill.index === 0} onClick={() => go(drill.index - 1)}>
          {words.drill.previous}
        </button>
        <ForwardButton isOpen={isOpen} isLast={isLast} kind={question.kind} count={draft.length} onPress={forward} />
      </div>
      <p class="small soft keys-hint">{words.drill.keyboard}</p>
      {isCardOpen && <AnswerCard drill={drill} onGo={go} onClose={() => setCardOpen(false)} />}
    </article>
  );
}

function ForwardButton(props: {
  isOpen: boolean;
  isLast: boolean;
  kind: Question['kind'];
  count: number;
  onPress: () => void;
}) {
  const { drill } = useShell().words;
  if (props.isOpen) {
    return (
      <button type="button" class="button" onClick={props.onPress}>
        {props.isLast ? drill.finish : drill.next}
      </button>
    );
  }
  const isReady = props.count > 0;
  const hint = props.kind === 'single' ? drill.pickFirst : drill.pickSome;
  return (
    <button type="button" class="button" aria-disabled={!isReady} onClick={props.onPress}>
      {isReady ? drill.submit : hint}
    </button>
  );
}
