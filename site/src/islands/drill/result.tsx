// The end of a drill: marks by the official rule, how they came about, and what to do next.
import { useEffect, useRef } from 'preact/hooks';
import { marksText } from '../../../../functions/domain/grading/grade.ts';
import type { Drill } from '../../journal/drill-record.ts';
import { useShell } from '../../shell/shell.tsx';
import { cellOf } from './answer-card.tsx';
import { startOver } from './start.ts';

/** The sums of a drill, in half-points and questions. */
function sumsOf(drill: Drill) {
  const given = Object.values(drill.given);
  const cells = drill.questions.map((id) => cellOf(drill.given[id]));
  const tally = (cell: string) => cells.filter((c) => c === cell).length;
  const partials = given.filter((g) => cellOf(g) === 'partial');
  return {
    earned: given.reduce((sum, g) => sum + g.earned, 0),
    possible: given.reduce((sum, g) => sum + g.possible, 0),
    right: tally('right'),
    partial: tally('partial'),
    wrong: tally('wrong'),
    blank: tally('none'),
    partialEarned: partials.reduce((sum, g) => sum + g.earned, 0),
    missed: drill.questions.filter((id) => ['partial', 'wrong'].includes(cellOf(drill.given[id]))),
  };
}

export function Result({ drill, onReview }: { drill: Drill; onReview: () => void }) {
  const { words, page } = useShell();
  const sums = sumsOf(drill);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus({ preventScroll: true }), []);
  return (
    <section class="stack result">
      <h1 tabindex={-1} ref={head}>
        {words.drill.result}
      </h1>
      {drill.mode === 'study' ? (
        <p class="big">{words.drill.studied(drill.questions.length)}</p>
      ) : (
        <div class="card">
          <p class="big">{words.drill.resultMarks(marksText(sums.earned), marksText(sums.possible))}</p>
          <p>{words.drill.resultCounts(sums.right, sums.partial, sums.wrong, sums.blank)}</p>
          {sums.partial > 0 && (
            <p class="soft">{words.drill.partialSum(sums.partial, marksText(sums.partialEarned))}</p>
          )}
        </div>
      )}
      <div class="stack-tight">
        {sums.missed.length > 0 && (
          <a class="button wide" href={page(`/practice/drill/${startOver(sums.missed)}`)}>
            {words.drill.again}
          </a>
        )}
        <button type="button" class="button plain wide" onClick={onReview}>
          {words.drill.review}
        </button>
        <a class="button plain wide" href={page(`/practice/?subject=${drill.subject}`)}>
          {words.drill.backToChapters}
        </a>
        {drill.mode === 'answer' && (
          <a class="button plain wide" href={page('/book/')}>
            {words.drill.toBook}
          </a>
        )}
      </div>
    </section>
  );
}
