// The hours of a unit's people, and the ledger of one of them: a page apart from training's, for what that one brings along.
import { useMemo } from 'preact/hooks';
import { can, reachOf } from '../../../../../functions/domain/access/can.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { Nothing } from '../parts.tsx';
import { routeFrom } from '../route.ts';
import { StaffTabs } from '../staff-tabs.tsx';
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
        <StaffTabs here="training" isBelow unit={unit} />
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
