// The hours of a unit's people, and the ledger of one of them: a page apart from training's, for what that one brings along.
import { useMemo } from 'preact/hooks';
import { can, reachOf } from '../../../../../functions/domain/access/can.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { Nothing } from '../parts.tsx';
import { addressOf, routeFrom, tabs } from '../route.ts';
import { treeStore } from '../tree/store.ts';
import { TreeContext } from '../tree/use-tree.ts';
import { PersonHours } from './person-hours.tsx';
import { UnitHours } from './unit-hours.tsx';
import { keeperWords } from './words.ts';

export function HoursApp() {
  const { lang, call, me, actor } = useStaff();
  const w = keeperWords(lang);
  const tree = useMemo(() => treeStore(call), [call]);
  const route = routeFrom(location.pathname, location.search);
  const own = me.grants.find(({ unit }) => can.readLedger(actor, { ancestors: [unit] }))?.unit;
  const unit = route.unit ?? own;
  const mayRead = reachOf(actor, 'readLedger').length > 0;
  return (
    <TreeContext.Provider value={tree}>
      <div class="staff teach ledger">
        <Tabs unit={unit} />
        {!mayRead || unit === undefined ? (
          <div class="stack">
            <h1>{w.staff.title}</h1>
            <Nothing>{w.staff.noRight}</Nothing>
          </div>
        ) : route.person === undefined ? (
          <UnitHours unit={unit} />
        ) : (
          <PersonHours person={route.person} unit={unit} />
        )}
      </div>
    </TreeContext.Provider>
  );
}

/** The ways to the other staff pages. */
function Tabs({ unit }: { unit: string | undefined }) {
  const { t, words, page, actor } = useStaff();
  const rights = { units: 'readTree', people: 'listPeople', roles: 'readTree', audit: 'readAudit' } as const;
  const at = unit === undefined ? {} : { unit };
  return (
    <nav class="staff-tabs no-print" aria-label={words.titles.staff}>
      {tabs
        .filter((tab) => reachOf(actor, rights[tab]).length > 0)
        .map((tab) => (
          <a key={tab} href={page(addressOf({ page: tab, ...at }))}>
            {t.tabs[tab]}
          </a>
        ))}
      {reachOf(actor, 'readRoster').length > 0 && (
        <a href={page(unit === undefined ? '/staff/training/' : `/staff/training/?unit=${unit}`)} aria-current="true">
          {t.tabs.training}
        </a>
      )}
    </nav>
  );
}
