// The staff pages of subsidies: the queue, one application, the lists for the public, the totals. The view and the unit stand in the address.
import { useEffect, useMemo } from 'preact/hooks';
import { can, reachOf } from '../../../../../functions/domain/access/can.ts';
import { StaffProvider, useStaff } from '../../../shell/staff.tsx';
import { useAddress, useFollowing, visit } from '../navigation.ts';
import { OtherUnit } from '../other-unit.tsx';
import { Nothing } from '../parts.tsx';
import { StaffTabs } from '../staff-tabs.tsx';
import { treeStore } from '../tree/store.ts';
import { TreeContext } from '../tree/use-tree.ts';
import { useUnitName } from '../units/use-unit.ts';
import { ApplicationPage } from './application-page.tsx';
import { BatchPage } from './batch-page.tsx';
import { ListsPage } from './lists-page.tsx';
import { QueuePage } from './queue-page.tsx';
import { type Place, pathTo, placeFrom, views } from './route.ts';
import { TotalsPage } from './totals-page.tsx';
import { type DeskSaid, useDeskSaid } from './words.ts';

/** The staff pages' forms around these pages tell why a subsidy is refused, too. */
export function SubsidiesApp() {
  const staff = useStaff();
  const { w } = useDeskSaid();
  const told = { ...staff, t: { ...staff.t, reasons: { ...staff.t.reasons, ...w.reasons } } };
  return (
    <StaffProvider value={told}>
      <Pages />
    </StaffProvider>
  );
}

function Pages() {
  const { words, call, me, actor } = useStaff();
  const said = useDeskSaid();
  const tree = useMemo(() => treeStore(call), [call]);
  const place = useAddress(() => placeFrom(location.search));
  useFollowing((path) => path === location.pathname, `${place.view} ${place.unit} ${place.application} ${place.batch}`);
  useEffect(() => {
    document.title = `${said.s.title} · ${words.brand}`;
  }, [said.s, words]);
  const own = me.grants.find(({ unit }) => can.readSubsidies(actor, { ancestors: [unit] }))?.unit;
  const unit = place.unit ?? own;
  const isBelow = place.application !== undefined || place.batch !== undefined;
  return (
    <TreeContext.Provider value={tree}>
      <div class="staff ledger subsidies">
        <StaffTabs here="subsidies" isBelow={isBelow} unit={unit} />
        {reachOf(actor, 'readSubsidies').length === 0 || unit === undefined ? (
          <div class="stack">
            <h1>{said.s.title}</h1>
            <Nothing>{said.s.noRight}</Nothing>
          </div>
        ) : (
          <View unit={unit} place={place} said={said} />
        )}
      </div>
    </TreeContext.Provider>
  );
}

interface ViewProps {
  unit: string;
  place: Place;
  said: DeskSaid;
}

function View({ unit, place, said }: ViewProps) {
  const { person, application, batch } = place;
  if (person !== undefined && application !== undefined) {
    return <ApplicationPage key={application} {...{ unit, place, person, application, said }} />;
  }
  if (batch !== undefined) return <BatchPage key={batch} {...{ unit, batch, said }} />;
  return (
    <div class="stack">
      <Head {...{ unit, place, said }} />
      <p class="soft no-print">{said.s.leads[place.view]}</p>
      {place.view === 'queue' && <QueuePage key={unit} {...{ unit, place, said }} />}
      {place.view === 'lists' && <ListsPage key={unit} {...{ unit, place, said }} />}
      {place.view === 'totals' && <TotalsPage key={unit} {...{ unit, place, said }} />}
    </div>
  );
}

function Head({ unit, place, said }: ViewProps) {
  const { page } = useStaff();
  const { s } = said;
  const nameOf = useUnitName();
  return (
    <>
      <div class="frame-head">
        <div>
          <p class="soft small">{nameOf(unit)}</p>
          <h1 tabIndex={-1} data-arrive>
            {s.title}
          </h1>
        </div>
        <OtherUnit
          label={s.otherUnit}
          action="readSubsidies"
          onPick={(to) => visit(page(pathTo({ view: place.view, unit: to })))}
        />
      </div>
      <nav class="chips no-print" aria-label={s.title}>
        {views.map((view) => (
          <a
            key={view}
            class="chip"
            href={page(pathTo({ view, unit }))}
            aria-current={view === place.view ? 'page' : undefined}
          >
            {s.views[view]}
          </a>
        ))}
      </nav>
    </>
  );
}
