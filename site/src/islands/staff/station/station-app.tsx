// The page of a station's work: what was done in a month, and how the work is appraised. The view and the unit stand in the address.
import { useEffect, useMemo } from 'preact/hooks';
import { can, reachOf } from '../../../../../functions/domain/access/can.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { useAddress, useFollowing, visit } from '../navigation.ts';
import { OtherUnit } from '../other-unit.tsx';
import { Nothing } from '../parts.tsx';
import { StaffTabs } from '../staff-tabs.tsx';
import { treeStore } from '../tree/store.ts';
import { TreeContext } from '../tree/use-tree.ts';
import { useUnit } from '../units/use-unit.ts';
import { AppraisalPage } from './appraisal-page.tsx';
import { AppraisalsPage } from './appraisals-page.tsx';
import { ImportWork } from './import/import-work.tsx';
import { addressOf, placeFrom, views } from './route.ts';
import { SheetPage } from './sheet-page.tsx';
import { useStationWords } from './words.ts';

export function StationApp() {
  const { words, call, me, actor } = useStaff();
  const w = useStationWords();
  const place = useAddress(() => placeFrom(location.search));
  const tree = useMemo(() => treeStore(call), [call]);
  useFollowing((path) => path === location.pathname, place);
  useEffect(() => {
    document.title = `${w.title} · ${words.brand}`;
  }, [w, words]);
  const own = me.grants.find(({ unit }) => can.readWork(actor, { ancestors: [unit] }))?.unit;
  const unit = place.unit ?? own;
  return (
    <TreeContext.Provider value={tree}>
      <div class="staff teach station">
        <StaffTabs here="station" isBelow={place.appraisal !== undefined || place.view === 'import'} unit={unit} />
        {reachOf(actor, 'readWork').length === 0 || unit === undefined ? (
          <div class="stack">
            <h1>{w.title}</h1>
            <Nothing>{w.noRight}</Nothing>
          </div>
        ) : place.appraisal !== undefined ? (
          <AppraisalPage
            key={`${unit} ${place.appraisal}`}
            unit={unit}
            appraisal={place.appraisal}
            home={own ?? unit}
          />
        ) : place.view === 'import' ? (
          <ImportWork key={unit} unit={unit} />
        ) : (
          <div class="stack">
            <Head unit={unit} view={place.view} />
            {place.view === 'sheet' ? (
              <SheetPage key={`${unit} ${place.month}`} unit={unit} start={place.month} />
            ) : (
              <AppraisalsPage key={unit} unit={unit} />
            )}
          </div>
        )}
      </div>
    </TreeContext.Provider>
  );
}

function Head({ unit, view }: { unit: string; view: (typeof views)[number] }) {
  const { page } = useStaff();
  const w = useStationWords();
  const { value } = useUnit(unit);
  return (
    <>
      <div class="frame-head">
        <div>
          <p class="soft small">{value?.name ?? ''}</p>
          <h1 tabIndex={-1} data-arrive>
            {w.title}
          </h1>
        </div>
        <div class="no-print">
          <OtherUnit
            label={w.otherUnit}
            action="readWork"
            onPick={(to) => visit(page(addressOf({ view, unit: to })))}
          />
        </div>
      </div>
      <nav class="chips no-print" aria-label={w.title}>
        {views.map((one) => (
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
