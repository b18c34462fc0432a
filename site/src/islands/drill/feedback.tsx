// What is said after an answer: the verdict, what was earned and by which rule, the explanation and what it rests on.
import { useEffect, useRef } from 'preact/hooks';
import { type Grade, marksText } from '../../../../functions/domain/grading/grade.ts';
import { recordOf } from '../../../../functions/domain/practice/fold.ts';
import type { Question, Source } from '../../../../functions/domain/questions/question.ts';
import { useJournal, useShell } from '../../shell/shell.tsx';

const SIGNS = { right: '✓', partial: '◐', wrong: '✗' } as const;

interface VerdictProps {
  question: Question;
  grade: Grade;
  picked: readonly string[];
  /** Whether the answer was given just now. */
  isFresh: boolean;
}

export function Verdict({ question, grade, picked, isFresh }: VerdictProps) {
  const { words } = useShell();
  const { drill } = words;
  const verdict = verdictOf(grade);
  const box = useRef<HTMLDivElement>(null);
  // The option that was pressed is gone: the focus, and with it the screen reader, goes to what came of it.
  useEffect(() => {
    if (isFresh) box.current?.focus({ preventScroll: true });
  }, [isFresh, question.id]);
  return (
    <div class="verdict" data-verdict={verdict} tabindex={-1} ref={box}>
      <p class="verdict-line">
        <span aria-hidden="true">{SIGNS[verdict]}</span> <em>{drill[verdict]}</em>
        <span>{drill.earned(marksText(grade.earned), marksText(grade.possible))}</span>
      </p>
      {verdict !== 'right' && (
        <p class="small">
          {drill.key(question.key.join(' '))}　{drill.yours([...picked].sort().join(' '))}
        </p>
      )}
      {verdict === 'partial' && <p class="small">{drill.partialRule(picked.length)}</p>}
      {verdict === 'wrong' && question.kind === 'multiple' && <p class="small">{drill.wrongRule}</p>}
    </div>
  );
}

/** The verdict again in the phone's bar, where the eye is: the reasons may be below the fold. Screen readers have heard it already. */
export function VerdictLine({ grade }: { grade: Grade }) {
  const { drill } = useShell().words;
  const verdict = verdictOf(grade);
  return (
    <p class="verdict-mini" data-verdict={verdict} aria-hidden="true">
      {SIGNS[verdict]} {drill[verdict]}　{drill.earned(marksText(grade.earned), marksText(grade.possible))}
    </p>
  );
}

function verdictOf(grade: Grade): 'right' | 'partial' | 'wrong' {
  return grade.verdict === 'blank' ? 'wrong' : grade.verdict;
}

export function Explanation({ question }: { question: Question }) {
  const { words } = useShell();
  const { state } = useJournal();
  const record = recordOf(state, question.id);
  return (
    <section class="card explanation">
      <h2>{words.drill.explanation}</h2>
      <p lang="zh-CN">{question.explanation}</p>
      <p class="small soft">
        {words.drill.source}：<SourceText source={question.source} />
      </p>
      {record.answers > 0 && <p class="small soft">{words.drill.timesAnswered(record.answers, record.rights)}</p>}
    </section>
  );
}

function SourceText({ source }: { source: Source }) {
  const { drill } = useShell().words;
  if (source.type === 'syllabus') return <>{drill.syllabus(source.edition, source.point)}</>;
  return <>{drill.statute(source.statute, source.article, source.version)}</>;
}
