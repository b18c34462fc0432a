// What is asked of whoever looks: results to release, essays to mark, reports that nobody has looked at.
import type { Answer } from '../../../../../../functions/contract/index.ts';
import { reachOf } from '../../../../../../functions/domain/access/can.ts';
import { useStaff } from '../../../../shell/staff.tsx';
import { allPages } from '../../training/all-pages.ts';
import { useLoad } from '../../use-load.ts';
import type { Place } from '../route.ts';
import { useGo } from '../use-place.ts';
import { usePapersWords } from '../use-words.ts';

/** The latest papers with essays that are looked through for what waits: older ones are not forgotten, they stand in their lists. */
const LOOKED_THROUGH = 5;

export type PaperRow = Answer<'listSetPapers'>['papers'][number];

interface Task {
  text: string;
  place: Place;
}

export function Asked({ unit, papers }: { unit: string; papers: readonly PaperRow[] }) {
  const { actor, call } = useStaff();
  const w = usePapersWords();
  const { address } = useGo();
  const written = papers
    .filter(({ answered, phase }) => answered === 'essay' && (phase === 'open' || phase === 'closed'))
    .slice(0, LOOKED_THROUGH);
  const decides = reachOf(actor, 'decideReport').length > 0;
  const { value: essays = [] } = useLoad(`waiting ${written.map(({ paper }) => paper).join(' ')}`, () =>
    Promise.all(
      written.map(async ({ paper, title }) => {
        const pages = await allPages((query) => call('listEssays', { params: { paper }, query }));
        return { paper, title, n: pages.flatMap(({ scripts }) => scripts).filter(isWaiting).length };
      }),
    ),
  );
  const { value: reports } = useLoad(`new reports ${decides}`, async () =>
    decides ? call('listQuestionReports', { query: { state: 'new' } }) : undefined,
  );
  const tasks: Task[] = [
    ...papers.filter(isToRelease).map(({ paper, title }) => ({
      text: w.list.release(title),
      place: { view: 'paper' as const, paper },
    })),
    ...essays
      .filter(({ n }) => n > 0)
      .map(({ paper, title, n }) => ({ text: w.list.mark(title, n), place: { view: 'essays' as const, paper } })),
    ...(reports !== undefined && reports.reports.length > 0
      ? [
          {
            text: w.list.reports(reports.reports.length, reports.cursor !== undefined),
            place: { view: 'reports' as const, unit },
          },
        ]
      : []),
  ];
  if (tasks.length === 0) return null;
  return (
    <section class="card asked" aria-labelledby="asked">
      <h2 id="asked">{w.list.asked}</h2>
      <ul class="list">
        {tasks.map(({ text, place }) => (
          <li key={text}>
            <a class="item" href={address(place)}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function isWaiting({ marking }: { marking: string }): boolean {
  return marking === 'waiting';
}

function isToRelease({ phase, results, released }: PaperRow): boolean {
  return phase === 'closed' && results === 'by-hand' && !released;
}
