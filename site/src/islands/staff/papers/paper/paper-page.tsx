// One paper at a glance: what comes next, what was decided, what can be done, and its questions with their keys for whoever asks.
import { useState } from 'preact/hooks';
import { Notice } from '../../../../shell/parts.tsx';
import { useStaff } from '../../../../shell/staff.tsx';
import { Trouble, Waiting } from '../../parts.tsx';
import { momentOf, spanText } from '../../training/moments.ts';
import { useLoad } from '../../use-load.ts';
import { countTexts, marksText } from '../figures.ts';
import { ItemBody } from '../item-card.tsx';
import { usePapersWords } from '../use-words.ts';
import type { PaperRead, ViewProps } from '../view-props.ts';
import { PaperActs } from './acts.tsx';

export function PaperPage(props: ViewProps) {
  const { paper } = props;
  const { words } = useStaff();
  const w = usePapersWords();
  const [isShown, setShown] = useState(false);
  return (
    <>
      <Notice>
        <p>{nextText(paper, w, (at) => momentOf(at, words))}</p>
        {paper.cancelled && <p>{w.paper.cancelledWhy(momentOf(paper.cancelled.at, words), paper.cancelled.why)}</p>}
      </Notice>
      <PaperActs {...props} />
      <PaperFacts paper={paper} />
      <section class="card" aria-labelledby="questions">
        <h2 id="questions">{w.paper.questions}</h2>
        <p class="small soft">{w.paper.questionsHint}</p>
        {isShown ? (
          <Questions paper={paper} />
        ) : (
          <button type="button" class="button plain" onClick={() => setShown(true)}>
            {w.paper.showQuestions}
          </button>
        )}
      </section>
    </>
  );
}

function nextText(paper: PaperRead, w: ReturnType<typeof usePapersWords>, moment: (at: string) => string): string {
  if (paper.phase === 'ahead') return w.paper.next.ahead(moment(paper.opensAt));
  if (paper.phase === 'open') return w.paper.next.open(moment(paper.closesAt));
  if (paper.phase === 'cancelled') return w.paper.next.cancelled;
  return paper.may.release ? w.paper.next.release : w.paper.next.closed;
}

function PaperFacts({ paper }: { paper: PaperRead }) {
  const { words, lang } = useStaff();
  const w = usePapersWords();
  const facts: [string, string][] = [
    [w.paper.group, paper.group.name],
    [w.paper.subject, `${paper.subjectName[lang]} · ${w.forms[paper.form]}`],
    [w.paper.made, w.listed([...countTexts(paper.counts, w), w.paper.possible(marksText(paper.possible))])],
    [w.paper.window, spanText({ startsAt: paper.opensAt, endsAt: paper.closesAt }, words)],
    [
      w.paper.time,
      [
        w.minutes(paper.minutes),
        w.paper.grace(paper.graceMs / 1000),
        ...(paper.factorMost > 100 ? [w.paper.longest(paper.factorMost)] : []),
      ].join(' · '),
    ],
    [w.paper.over, momentOf(paper.allOverAt, words)],
    [w.paper.mode, `${w.modes[paper.mode]} · ${w.paper.shuffle[paper.shuffle ? 'yes' : 'no']}`],
    [
      w.paper.results,
      paper.releasedAt === undefined
        ? w.editor.resultHints[paper.results]
        : w.paper.releasedAt(momentOf(paper.releasedAt, words)),
    ],
    [w.paper.review, w.editor.reviewHints[paper.review]],
    [w.paper.ranking, w.editor.rankingHints[paper.ranking]],
  ];
  return (
    <section class="card" aria-labelledby="plan">
      <h2 id="plan">{w.paper.summary}</h2>
      <dl class="plan-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="small soft">{w.paper.seed(paper.seed)}</p>
    </section>
  );
}

function Questions({ paper: { paper, version } }: { paper: PaperRead }) {
  const { call } = useStaff();
  const w = usePapersWords();
  const { value, problem, reload } = useLoad(`questions ${paper} ${version}`, () =>
    call('readPaperQuestions', { params: { paper } }),
  );
  if (problem) return <Trouble problem={problem} onRetry={() => void reload()} />;
  if (value === undefined) return <Waiting lines={8} />;
  return (
    <ol class="questions">
      {value.questions.map((item) => (
        <li key={item.n}>
          <h3 class="small">
            {w.item.n(item.n)} · {w.kinds[item.kind]}
          </h3>
          <ItemBody item={item} />
        </li>
      ))}
    </ol>
  );
}
