// The staff pages of exams: a unit's records, one person's, and the import, which comes when it is opened.
import { useEffect, useMemo } from 'preact/hooks';
import { can, reachOf } from '../../../../../functions/domain/access/can.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { useAddress, useFollowing } from '../navigation.ts';
import { Nothing } from '../parts.tsx';
import { StaffTabs } from '../staff-tabs.tsx';
import { later } from '../training/later.tsx';
import { treeStore } from '../tree/store.ts';
import { TreeContext } from '../tree/use-tree.ts';
import { PersonExams } from './person-exams.tsx';
import { placeFrom } from './route.ts';
import { UnitExams } from './unit-exams.tsx';
import { UnitNames } from './unit-names.tsx';
import { keeperSaid } from './words.ts';

const ImportExams = later(() => import('./import/import-exams.tsx').then((part) => part.ImportExams));

export function ExamsApp() {
  const { lang, words, call, me, actor } = useStaff();
  const said = keeperSaid(lang, words);
  const tree = useMemo(() => treeStore(call), [call]);
  const place = useAddress(() => placeFrom(location.search));
  const { unit: chosen, person, isImport, below } = place;
  useFollowing((path) => path === location.pathname, `${chosen} ${person} ${isImport} ${below !== undefined}`);
  useEffect(() => {
    document.title = `${said.s.title} · ${words.brand}`;
  }, [said.s, words]);
  const own = me.grants.find(({ unit }) => can.readExams(actor, { ancestors: [unit] }))?.unit;
  const unit = chosen ?? own;
  return (
    <TreeContext.Provider value={tree}>
      <div class="staff ledger exams">
        <StaffTabs here="exams" isBelow={isImport || person !== undefined || below !== undefined} unit={unit} />
        {reachOf(actor, 'readExams').length === 0 || unit === undefined ? (
          <div class="stack">
            <h1>{said.s.title}</h1>
            <Nothing>{said.s.noRight}</Nothing>
          </div>
        ) : isImport ? (
          <ImportExams unit={unit} />
        ) : below !== undefined && person === undefined ? (
          <UnitNames key={unit} unit={unit} place={{ ...place, below }} said={said} />
        ) : person === undefined ? (
          <UnitExams key={unit} unit={unit} place={place} said={said} />
        ) : (
          <PersonExams key={person} person={person} unit={unit} said={said} />
        )}
      </div>
    </TreeContext.Provider>
  );
}
