// The page of reports: those of a unit, one of them whole, what the units below have sent, and the keys to open data. Where one is stands in the address.
import { useEffect, useMemo } from 'preact/hooks';
import { can, reachOf } from '../../../../../functions/domain/access/can.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { useAddress, useFollowing, visit } from '../navigation.ts';
import { OtherUnit } from '../other-unit.tsx';
import { Nothing } from '../parts.tsx';
import { StaffTabs } from '../staff-tabs.tsx';
import { treeStore } from '../tree/store.ts';
import { TreeContext } from '../tree/use-tree.ts';
import { useUnitName } from '../units/use-unit.ts';
import { BoardPage } from './board-page.tsx';
import { KeysPage } from './keys-page.tsx';
import { ListPage } from './list-page.tsx';
import { ReportPage } from './report-page.tsx';
import { addressOf, placeFrom, views } from './route.ts';
import { useReportsWords } from './words.ts';

export function ReportsApp() {
  const { words, call, me, actor } = useStaff();
  const w = useReportsWords();
  const place = useAddress(() => placeFrom(location.search));
  const tree = useMemo(() => treeStore(call), [call]);
  useFollowing((path) => path === location.pathname, place);
  useEffect(() => {
    document.title = `${w.title} · ${words.brand}`;
  }, [w, words]);
  const own = me.grants.find(({ unit }) => can.readFigures(actor, { ancestors: [unit] }))?.unit;
  const unit = place.unit ?? own;
  return (
    <TreeContext.Provider value={tree}>
      <div class="staff reports">
        <StaffTabs here="reports" isBelow={place.report !== undefined} unit={unit} />
        {reachOf(actor, 'readFigures').length === 0 || unit === undefined ? (
          <div class="stack">
            <h1>{w.title}</h1>
            <Nothing>{w.noRight}</Nothing>
          </div>
        ) : place.report !== undefined ? (
          <ReportPage key={`${unit} ${place.report}`} unit={unit} report={place.report} />
        ) : (
          <div class="stack">
            <Head unit={unit} view={place.view} />
            {place.view === 'board' && <BoardPage key={unit} unit={unit} />}
            {place.view === 'keys' && <KeysPage key={unit} unit={unit} />}
            {place.view === 'list' && <ListPage key={unit} unit={unit} />}
          </div>
        )}
      </div>
    </TreeContext.Provider>
  );
}

function Head({ unit, view }: { unit: string; view: (typeof views)[number] }) {
  const { page, actor } = useStaff();
  const w = useReportsWords();
  const nameOf = useUnitName();
  // A key is made at the unit of a grant; the server says no more than that it is not there elsewhere.
  const offered = views.filter((one) => one !== 'keys' || can.keepApiKeys(actor, { ancestors: [unit] }));
  return (
    <>
      <div class="frame-head">
        <div>
          <p class="soft small">{nameOf(unit)}</p>
          <h1 tabIndex={-1} data-arrive>
            {w.title}
          </h1>
        </div>
        <OtherUnit
          label={w.otherUnit}
          action="readFigures"
          onPick={(to) => visit(page(addressOf({ view, unit: to })))}
        />
      </div>
      <nav class="chips no-print" aria-label={w.title}>
        {offered.map((one) => (
          <a
            key={one}
            class="chip"
            href={page(addressOf({ view: one, unit }))}
            aria-current={one === view ? 'page' : undefined}
          >
            {w.views[one]}
          </a>
        ))}
      </nav>
    </>
  );
}
