// A unit's papers: what is asked of one first, then what runs, what is ahead, what is over.
import { can } from '../../../../../../functions/domain/access/can.ts';
import type { PaperPhase } from '../../../../../../functions/domain/papers/set-paper.ts';
import { useStaff } from '../../../../shell/staff.tsx';
import { Nothing, Trouble, Waiting } from '../../parts.tsx';
import { spanText } from '../../training/moments.ts';
import { ancestorsIn } from '../../tree/rows.ts';
import { useTree } from '../../tree/use-tree.ts';
import { useLoad } from '../../use-load.ts';
import { PhaseTag } from '../phase-tag.tsx';
import { UnitHeadline } from '../unit-headline.tsx';
import { useMorePages } from '../use-more-pages.ts';
import { useGo } from '../use-place.ts';
import { usePapersWords } from '../use-words.ts';
import { Asked, type PaperRow } from './asked.tsx';

const PHASES: readonly PaperPhase[] = ['open', 'ahead', 'closed', 'cancelled'];

export function PapersPage({ unit }: { unit: string }) {
  const { t, call, actor, today } = useStaff();
  const w = usePapersWords();
  const { address } = useGo();
  const { index } = useTree(today);
  const first = useLoad(`papers ${unit}`, () => call('listSetPapers', { params: { unit } }));
  const more = useMorePages(unit, first.value, (cursor) =>
    call('listSetPapers', { params: { unit }, query: { cursor } }),
  );
  const papers = [first.value, ...more.pages].flatMap((page) => page?.papers ?? []);
  // The tree may still be on its way: the grants of one's own unit are known at once.
  const path = index.rows.has(unit) ? ancestorsIn(index, unit) : [unit];
  return (
    <div class="stack">
      <UnitHeadline unit={unit} view="list">
        {can.setPaper(actor, { ancestors: path }) && (
          <a class="button" href={address({ view: 'new', unit })}>
            {w.list.create}
          </a>
        )}
      </UnitHeadline>
      {first.problem && <Trouble problem={first.problem} onRetry={() => void first.reload()} />}
      {first.isLoading && !first.value && <Waiting />}
      {first.value && <Asked unit={unit} papers={papers} />}
      {first.value && papers.length === 0 && <Nothing>{w.list.none}</Nothing>}
      {PHASES.map((phase) => (
        <PaperList key={phase} phase={phase} papers={papers.filter((row) => row.phase === phase)} />
      ))}
      {more.problem && <Trouble problem={more.problem} onRetry={() => void more.load()} />}
      {more.hasMore && (
        <button type="button" class="button plain" aria-disabled={more.isLoading} onClick={() => void more.load()}>
          {t.more}
        </button>
      )}
    </div>
  );
}

function PaperList({ phase, papers }: { phase: PaperPhase; papers: readonly PaperRow[] }) {
  const { words } = useStaff();
  const w = usePapersWords();
  const { address } = useGo();
  if (papers.length === 0) return null;
  return (
    <section class="card course-list" aria-label={w.phaseTitles[phase]}>
      <h2>{w.phaseTitles[phase]}</h2>
      <ul class="list">
        {papers.map((row) => (
          <li key={row.paper}>
            <a class="item course-row" href={address({ view: phase === 'open' ? 'board' : 'paper', paper: row.paper })}>
              <span class="name">{row.title}</span>
              <span>
                <PhaseTag phase={phase} />
              </span>
              <span class="small soft">{row.group.name}</span>
              <span class="small">{spanText({ startsAt: row.opensAt, endsAt: row.closesAt }, words)}</span>
              <span class="small soft">
                {w.list.questions(row.questions, row.minutes)}
                {phase === 'closed' && ` · ${row.released ? w.list.released : w.list.notReleased}`}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
