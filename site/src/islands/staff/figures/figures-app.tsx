// The page of figures: how a unit and those below it stand against last year, and who lags. Unit, months and boundaries stand in the address.
import { useEffect, useMemo } from 'preact/hooks';
import { can, reachOf } from '../../../../../functions/domain/access/can.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { useAddress, useFollowing } from '../navigation.ts';
import { Nothing } from '../parts.tsx';
import { StaffTabs } from '../staff-tabs.tsx';
import { treeStore } from '../tree/store.ts';
import { TreeContext } from '../tree/use-tree.ts';
import { FactsPage } from './facts-page.tsx';
import { OverviewPage } from './overview-page.tsx';
import { placeFrom } from './route.ts';
import { useFiguresWords } from './words.ts';

export function FiguresApp() {
  const { words, call, me, actor, today } = useStaff();
  const { w } = useFiguresWords();
  const place = useAddress(() => placeFrom(location.search, today));
  const tree = useMemo(() => treeStore(call), [call]);
  const own = me.grants.find(({ unit }) => can.readFigures(actor, { ancestors: [unit] }))?.unit;
  const unit = place.unit ?? own;
  // Months and orders change below the reader's eyes: only another unit or view begins at the top.
  useFollowing((path) => path === location.pathname, `${unit} ${place.view}`);
  useEffect(() => {
    document.title = `${w.title} · ${words.brand}`;
  }, [w, words]);
  const isNone = reachOf(actor, 'readFigures').length === 0 || unit === undefined;
  return (
    <TreeContext.Provider value={tree}>
      <div class="staff figures">
        <StaffTabs here="figures" isBelow={place.view === 'facts'} unit={unit} />
        {isNone ? (
          <div class="stack">
            <h1>{w.title}</h1>
            <Nothing>{w.noRight}</Nothing>
          </div>
        ) : place.view === 'facts' ? (
          <FactsPage place={{ ...place, unit }} />
        ) : (
          <OverviewPage place={{ ...place, unit }} />
        )}
      </div>
    </TreeContext.Provider>
  );
}
