// One paper: its heading, the tabs of its views, and the view that is open.
import { useStaff } from '../../../shell/staff.tsx';
import { Trouble, Waiting } from '../parts.tsx';
import { later } from '../training/later.tsx';
import { useLoad } from '../use-load.ts';
import { useHeadingFocus } from '../use-route.ts';
import { PaperPage } from './paper/paper-page.tsx';
import { PhaseTag } from './phase-tag.tsx';
import { type Place, paperViews } from './route.ts';
import { useGo } from './use-place.ts';
import { usePapersWords } from './use-words.ts';
import type { PaperRead, ViewProps } from './view-props.ts';

const EditPaper = later(() => import('./editor/editor-page.tsx').then((part) => part.EditPaper));
const BoardPage = later(() => import('./board/board-page.tsx').then((part) => part.BoardPage));
const ResultsPage = later(() => import('./results/results-page.tsx').then((part) => part.ResultsPage));
const EssaysPage = later(() => import('./essays/essays-page.tsx').then((part) => part.EssaysPage));
const MarkingPage = later(() => import('./essays/marking-page.tsx').then((part) => part.MarkingPage));
const StatisticsPage = later(() => import('./statistics/statistics-page.tsx').then((part) => part.StatisticsPage));

export function PaperFrame({ place, paper }: { place: Place; paper: string }) {
  const { call, words } = useStaff();
  const w = usePapersWords();
  const { address } = useGo();
  const { value, problem, reload } = useLoad(`paper ${paper}`, () => call('readSetPaper', { params: { paper } }));
  useHeadingFocus(value === undefined);
  if (value === undefined) {
    return (
      <div class="stack">
        <h1 tabIndex={-1} data-arrive>
          {problem ? w.title : words.loading}
        </h1>
        {problem ? <Trouble problem={problem} onRetry={() => void reload()} /> : <Waiting />}
      </div>
    );
  }
  const props: ViewProps = { paper: value, place, reload };
  if (place.view === 'edit') return <EditPaper {...props} />;
  return (
    <div class="stack">
      <a class="link start no-print" href={address({ view: 'list', unit: value.unit })}>
        {w.back}
      </a>
      <div class="row">
        <h1 tabIndex={-1} data-arrive>
          {value.title}
        </h1>
        <PhaseTag phase={value.phase} />
      </div>
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      <PaperTabs place={place} paper={value} />
      <View {...props} />
    </div>
  );
}

function View(props: ViewProps) {
  const { view, person } = props.place;
  switch (view) {
    case 'board':
      return <BoardPage {...props} />;
    case 'results':
      return <ResultsPage {...props} />;
    case 'essays':
      return person === undefined ? <EssaysPage {...props} /> : <MarkingPage key={person} {...props} person={person} />;
    case 'statistics':
      return <StatisticsPage {...props} />;
    default:
      return <PaperPage {...props} />;
  }
}

/** Essays are marked where there are some; statistics are counted where there are none. */
function PaperTabs({ place, paper }: { place: Place; paper: PaperRead }) {
  const w = usePapersWords();
  const { address } = useGo();
  const without = paper.answered === 'essay' ? 'statistics' : 'essays';
  return (
    <nav class="chips no-print" aria-label={paper.title}>
      {paperViews
        .filter((view) => view !== without)
        .map((view) => (
          <a
            key={view}
            class="chip"
            href={address({ view, paper: paper.paper })}
            aria-current={view === place.view ? 'page' : undefined}
          >
            {w.paperTabs[view]}
          </a>
        ))}
    </nav>
  );
}
