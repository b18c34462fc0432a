// The examiners' pages: the way back to the other staff pages, and the view that is open. What few open comes when it is opened.
import { useEffect, useMemo } from 'preact/hooks';
import { can, reachOf } from '../../../../../functions/domain/access/can.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { Nothing } from '../parts.tsx';
import { StaffTabs } from '../staff-tabs.tsx';
import { later } from '../training/later.tsx';
import { treeStore } from '../tree/store.ts';
import { TreeContext } from '../tree/use-tree.ts';
import { PapersPage } from './list/papers-page.tsx';
import { PaperFrame } from './paper-frame.tsx';
import type { Place } from './route.ts';
import { usePlace, usePlaceLinks } from './use-place.ts';
import { usePapersWords } from './use-words.ts';

const NewPaper = later(() => import('./editor/editor-page.tsx').then((part) => part.NewPaper));
const BankPage = later(() => import('./statistics/bank-page.tsx').then((part) => part.BankPage));
const ReportsPage = later(() => import('./reports/reports-page.tsx').then((part) => part.ReportsPage));
const CorrectionsPage = later(() => import('./reports/corrections-page.tsx').then((part) => part.CorrectionsPage));
const CorrectionPage = later(() => import('./reports/correction-page.tsx').then((part) => part.CorrectionPage));

export function PapersApp() {
  const { words, call, me, actor } = useStaff();
  const w = usePapersWords();
  const place = usePlace();
  const tree = useMemo(() => treeStore(call), [call]);
  usePlaceLinks(place);
  useEffect(() => {
    document.title = `${w.title} · ${words.brand}`;
  }, [w, words]);
  const own = me.grants.find(({ unit }) => can.watchPaper(actor, { ancestors: [unit] }))?.unit;
  const unit = place.unit ?? own;
  return (
    <TreeContext.Provider value={tree}>
      <div class="staff teach papers">
        <StaffTabs here="papers" isBelow={place.view !== 'list'} unit={place.unit} />
        {reachOf(actor, 'watchPaper').length === 0 || unit === undefined ? (
          <div class="stack">
            <h1>{w.title}</h1>
            <Nothing>{w.noRight}</Nothing>
          </div>
        ) : (
          <Open place={place} unit={unit} />
        )}
      </div>
    </TreeContext.Provider>
  );
}

function Open({ place, unit }: { place: Place; unit: string }) {
  switch (place.view) {
    case 'list':
      return <PapersPage key={unit} unit={unit} />;
    case 'new':
      return <NewPaper key={unit} unit={unit} />;
    case 'bank':
      return <BankPage unit={unit} subject={place.subject} />;
    case 'reports':
      return <ReportsPage unit={unit} />;
    case 'corrections':
      return place.correction === undefined ? (
        <CorrectionsPage unit={unit} />
      ) : (
        <CorrectionPage key={place.correction} unit={unit} correction={place.correction} />
      );
    default:
      return <PaperFrame key={place.paper} place={place} paper={place.paper ?? ''} />;
  }
}
