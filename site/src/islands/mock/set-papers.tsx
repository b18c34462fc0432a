// The papers that were set for one's groups: when one may start, how long until then, and what became of it.
import { type Instant, msOf } from '../../../../functions/domain/time.ts';
import { useShell } from '../../shell/shell.tsx';
import { durationText, momentIn } from './figures.ts';
import { subjectName } from './names.ts';
import { useMockWords } from './use-mock-words.ts';
import type { List, SetPaper } from './wire.ts';

/** What one can do comes first, then what is ahead, the soonest first; what is over last, the latest first. */
const ORDER = ['open', 'ahead', 'closed', 'cancelled'] as const;

export function inOrder(papers: readonly SetPaper[], now: Instant): SetPaper[] {
  return papers.toSorted((a, b) => {
    const [x, y] = [phaseNow(a, now), phaseNow(b, now)];
    if (x !== y) return ORDER.indexOf(x) - ORDER.indexOf(y);
    const soonest = a.opensAt < b.opensAt ? -1 : 1;
    return x === 'ahead' || x === 'open' ? soonest : -soonest;
  });
}

/** The phase goes on while the page stands open. */
export function phaseNow({ phase, opensAt, closesAt }: SetPaper, now: Instant): SetPaper['phase'] {
  if (phase === 'cancelled') return phase;
  if (now < opensAt) return 'ahead';
  return now > closesAt ? 'closed' : 'open';
}

export function SetPapers({ list, now }: { list: List; now: Instant }) {
  const t = useMockWords();
  if (list.papers.length === 0) return null;
  return (
    <section class="card" aria-labelledby="set">
      <h2 id="set">{t.set.title}</h2>
      <p class="small soft">{t.set.lead}</p>
      <ul class="list">
        {inOrder(list.papers, now).map((paper) => (
          <li key={paper.paper} class="mock-entry">
            <Paper paper={paper} list={list} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Paper({ paper, list, now }: { paper: SetPaper; list: List; now: Instant }) {
  const { words, lang } = useShell();
  const t = useMockWords();
  const phase = phaseNow(paper, now);
  const what = [
    subjectName(paper.subject, { list, lang }),
    words.questions(paper.questions),
    t.minutes(paper.minutes),
    t.modes[paper.mode],
  ];
  return (
    <>
      <div class="spread">
        <span class="name">{paper.title}</span>
        <span class="small mock-tag" data-tone={phase === 'open' ? 'good' : 'rest'}>
          {t.set.phases[phase]}
        </span>
      </div>
      <p class="small soft">{t.listed(what)}</p>
      <p class="small soft">
        {t.set.window(momentIn(paper.opensAt, now, words), momentIn(paper.closesAt, now, words))}
        {'　'}
        {paper.unit !== '' && t.set.by(paper.unit)}
      </p>
      {paper.factor > 100 && <p class="small">{t.set.extra(paper.factor)}</p>}
      {phase === 'ahead' && <p>{t.set.ahead(durationText(msOf(paper.opensAt) - msOf(now), t))}</p>}
      <Way paper={paper} phase={phase} list={list} />
    </>
  );
}

/** The one thing to do about it. */
function Way({ paper, phase, list }: { paper: SetPaper; phase: SetPaper['phase']; list: List }) {
  const { page } = useShell();
  const t = useMockWords();
  const own = list.attempts.find(({ attempt }) => attempt === paper.attempt);
  if (paper.attempt !== undefined) {
    const isOpen = own?.state === 'open';
    const to = `/mock/${isOpen ? 'sit' : 'result'}/?attempt=${paper.attempt}`;
    return (
      <div>
        <a class={isOpen ? 'button' : 'button plain'} href={page(to)}>
          {isOpen ? t.set.goOn : t.set.result}
        </a>
      </div>
    );
  }
  if (phase === 'cancelled') return null;
  if (phase === 'closed') return <p class="small soft">{t.set.missed}</p>;
  return (
    <div>
      <a class={phase === 'open' ? 'button' : 'button plain'} href={page(`/mock/start/?paper=${paper.paper}`)}>
        {phase === 'open' ? t.set.start : t.set.look}
      </a>
    </div>
  );
}
