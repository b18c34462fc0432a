// The staff pages: the tabs, the page that is open, and the tree that all of them share.
import type { ComponentType } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { packPath } from '../../../../functions/domain/questions/release.ts';
import { useStaff } from '../../shell/staff.tsx';
import { AuditPage } from './audit/audit-page.tsx';
import { divisionStore } from './divisions/store.ts';
import { DivisionContext } from './divisions/use-divisions.ts';
import { PeoplePage } from './people/people-page.tsx';
import { PersonPage } from './person/person-page.tsx';
import { RolesPage } from './roles/roles-page.tsx';
import type { Page, Route } from './route.ts';
import { StaffTabs } from './staff-tabs.tsx';
import { treeStore } from './tree/store.ts';
import { TreeContext } from './tree/use-tree.ts';
import { UnitsPage } from './units/units-page.tsx';
import { useLinks, useRoute } from './use-route.ts';

const PAGES: Record<Page, ComponentType<{ route: Route }>> = {
  units: UnitsPage,
  people: PeoplePage,
  person: PersonPage,
  roles: RolesPage,
  audit: AuditPage,
};

export function StaffApp() {
  const { t, words, call, today } = useStaff();
  const route = useRoute();
  const tree = useMemo(() => treeStore(call), [call]);
  const divisions = useMemo(() => divisionStore({ index: DIVISIONS, day: today, read: readPack }), [today]);
  const OpenPage = PAGES[route.page];
  useLinks(route);
  const title = route.page === 'person' ? t.person.one : t.tabs[route.page];
  useEffect(() => {
    document.title = `${title} · ${words.titles.staff} · ${words.brand}`;
  }, [title, words]);
  return (
    <TreeContext.Provider value={tree}>
      <DivisionContext.Provider value={divisions}>
        <div class="staff">
          <StaffTabs
            here={route.page === 'person' ? 'people' : route.page}
            isBelow={route.page === 'person'}
            unit={route.unit}
          />
          <OpenPage route={route} />
        </div>
      </DivisionContext.Provider>
    </TreeContext.Provider>
  );
}

/** A file under its hash: from the cache once it was read. */
async function readPack(hash: string): Promise<unknown> {
  const response = await fetch(packPath(hash));
  if (!response.ok) throw new Error(`${packPath(hash)}: ${response.status}`);
  return response.json();
}
