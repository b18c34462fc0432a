// A drill under way as it is drawn: one question at a time, feedback at once, the bar within the thumb's reach.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Question } from '../../../../functions/domain/questions/question.ts';
import type { Drill } from '../../journal/drill-record.ts';
import { useShell } from '../../shell/shell.tsx';
import { AnswerCard } from './answer-card.tsx';
import { Explanation, Verdict, VerdictLine } from './feedback.tsx';
import { useKeys } from './keys.ts';
import { OptionList } from './option-list.tsx';
import { Result } from './result.tsx';
import { Strip } from './strip.tsx';
import { Tools } from './tools.tsx';
import { useSitting } from './use-sitting.ts';

export function SittingView({ start, questions }: { start: Drill; questions: Map<string, Question> }) {
  const { words } = useShell();
  const sitting = useSitting(start, questions);
  const { drill, question, given, graded, isOpen, isDone } = sitting;
  const [isCardOpen, setCardOpen] = useState(false);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    head.current?.focus({ preventScroll: true });
  }, [drill.index, isDone]);
  useKeys(!isDone && !isCardOpen, {
    pick: (letter) => question.options.some((o) => o.id === letter) && sitting.pick(letter),
    forward: sitting.forward,
    turn: (by) => sitting.go(drill.index + by),
    flag: sitting.flag,
  });
  const goFromCard = (index: number) => {
    setCardOpen(false);
    sitting.go(index);
  };

  if (isDone) return <Result drill={drill} onReview={() => sitting.go(0)} />;
  return (
    <article class="sitting">
      <Strip drill={drill} question={question} onCard={() => setCardOpen(true)} onFlag={sitting.flag} />
      <div class="panes">
        <div class="stack">
          <h1 class="stem" ref={head} tabindex={-1} lang="zh-CN">
            <span class="kind">{words.kinds[question.kind]}</span>
            {question.stem}
          </h1>
          <OptionList question={question} picked={given?.picked ?? sitting.draft} open={isOpen} onPick={sitting.pick} />
        </div>
        <div class="stack">
          {graded && given && (
            <Verdict question={question} grade={graded} picked={given.picked} isFresh={sitting.isFresh} />
          )}
          {isOpen && <Explanation question={question} />}
          <Tools question={question} />
        </div>
      </div>
      <div class="actions">
        {graded && <VerdictLine grade={graded} />}
        <button
          type="button"
          class="button plain"
          disabled={drill.index === 0}
          onClick={() => sitting.go(drill.index - 1)}
        >
          {words.drill.previous}
        </button>
        <ForwardButton {...sitting} count={sitting.draft.length} kind={question.kind} onPress={sitting.forward} />
      </div>
      <p class="small soft keys-hint">{words.drill.keyboard}</p>
      {isCardOpen && <AnswerCard drill={drill} onGo={goFromCard} onClose={() => setCardOpen(false)} />}
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
