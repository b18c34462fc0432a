// A question of single or multiple choice with its answer: what one picked, the key, every reason, the marks and the rule they came from.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { OptionId, Question } from '../../../../functions/domain/questions/question.ts';
import { Notice } from '../../shell/parts.tsx';
import { useShell } from '../../shell/shell.tsx';
import { Explanation } from '../drill/feedback.tsx';
import { OptionList } from '../drill/option-list.tsx';
import { ReportDialog } from '../drill/report-dialog.tsx';
import { marksText, spentText } from './figures.ts';
import { SIGNS, toneOf } from './lines.ts';
import { asShown } from './review-shown.ts';
import { useMockWords } from './use-mock-words.ts';
import type { Line, Reviewed } from './wire.ts';

interface Props {
  question: Reviewed;
  line: Line;
  /** How many questions the paper has. */
  of: number;
}

export function ObjectiveReview({ question, line, of }: Props) {
  const { words } = useShell();
  const t = useMockWords();
  const shown = asShown(question, line);
  return (
    <>
      <p class="small soft">{t.review.position(line.n, of)}</p>
      <h2 class="stem" lang="zh-CN">
        <span class="kind">{words.kinds[shown.question.kind]}</span>
        {question.stem}
      </h2>
      {question.withheld ? (
        <Withheld question={shown.question} picked={shown.picked} />
      ) : (
        <>
          <Told question={question} line={line} shown={shown} />
          <OptionList question={shown.question} picked={shown.picked} open onPick={() => undefined} />
          <Explanation question={shown.question} />
        </>
      )}
      <Report question={question} />
    </>
  );
}

/** A question that one's group is still to be asked: what one picked, and nothing that tells the key. */
function Withheld({ question, picked }: { question: Question; picked: readonly OptionId[] }) {
  const t = useMockWords();
  return (
    <>
      <Notice>{t.review.withheld}</Notice>
      <ul class="stack" lang="zh-CN">
        {question.options.map(({ id, text }) => (
          <li key={id}>
            {id}. {text}
          </li>
        ))}
      </ul>
      <p class="small">{picked.length === 0 ? t.review.noAnswer : t.review.yours(picked.join(' '))}</p>
    </>
  );
}

/** The verdict, what was earned, and by which rule. */
function Told({ question, line, shown }: Omit<Props, 'of'> & { shown: ReturnType<typeof asShown> }) {
  const { words } = useShell();
  const t = useMockWords();
  const { drill } = words;
  const { verdict, earned, possible, late, spentS } = line;
  const tone = toneOf(line);
  return (
    <div class="verdict" data-verdict={tone === 'none' ? 'wrong' : tone}>
      <p class="verdict-line">
        <span aria-hidden="true">{SIGNS[verdict]}</span> <em>{t.verdicts[verdict]}</em>
        <span>{drill.earned(marksText(earned), marksText(possible))}</span>
      </p>
      <p class="small">
        {t.review.key(shown.question.key.join(' '))}
        {'　'}
        {shown.picked.length === 0 ? t.review.noAnswer : t.review.yours(shown.picked.join(' '))}
      </p>
      {verdict === 'partial' && <p class="small">{drill.partialRule(shown.picked.length)}</p>}
      {verdict === 'wrong' && line.kind === 'multiple' && <p class="small">{drill.wrongRule}</p>}
      {question.credited && <p class="small">{t.review.credited}</p>}
      {question.corrected && !question.credited && <p class="small">{t.review.corrected}</p>}
      {late !== undefined && <p class="small">{t.review.late(shown.latePicked.join(' '), t.result.lates[late])}</p>}
      {spentS > 0 && (
        <p class="small soft">
          {t.result.time}：{spentText(spentS, t)}
        </p>
      )}
    </div>
  );
}

export function Report({ question }: { question: Pick<Reviewed, 'id' | 'version'> }) {
  const t = useMockWords();
  const { sync } = useShell();
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    // It goes at once: the queue of reports is what an examiner reads.
    if (wasOpen.current && !isOpen) void sync?.flush();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return (
    <div>
      <button type="button" class="tool" ref={opener} onClick={() => setOpen(true)}>
        {t.review.report}
      </button>
      {isOpen && <ReportDialog question={question} onClose={() => setOpen(false)} />}
    </div>
  );
}
