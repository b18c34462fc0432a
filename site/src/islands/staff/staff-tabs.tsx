// The ways between the staff pages: the tabs of the first page, and the pages apart, for what those bring along.
import type { Action } from '../../../../functions/domain/access/actions.ts';
import { reachOf } from '../../../../functions/domain/access/can.ts';
import { useStaff } from '../../shell/staff.tsx';
import { addressOf, tabs } from './route.ts';

/** The pages apart, in their order, and what one must be able to do somewhere to be offered them. */
const APART = {
  training: 'readRoster',
  papers: 'watchPaper',
  exams: 'readExams',
  station: 'readWork',
  subsidies: 'readSubsidies',
  figures: 'readFigures',
  reports: 'readFigures',
} as const satisfies Record<string, Action>;

type Apart = keyof typeof APART;
type Tab = (typeof tabs)[number] | Apart;

/** Tab → what one must be able to do somewhere to be offered it. Under roles everybody finds their own. */
const RIGHTS: Record<Tab, Action> = {
  ...{ units: 'readTree', people: 'listPeople', roles: 'readTree', audit: 'readAudit' },
  ...APART,
};

interface Props {
  here: Tab;
  /** Whether what is open lies below the tab's own page. */
  isBelow?: boolean;
  unit: string | undefined;
}

export function StaffTabs({ here, isBelow = false, unit }: Props) {
  const { t, words, page, actor } = useStaff();
  const pathOf = (tab: Tab) => {
    if (!isApart(tab)) return addressOf({ page: tab, ...(unit !== undefined && { unit }) });
    // A unit of the tree may be one whose courses and papers are not one's own: from there it does not go along.
    return unit !== undefined && isApart(here) ? `/staff/${tab}/?unit=${unit}` : `/staff/${tab}/`;
  };
  const offered = [...tabs, ...(Object.keys(APART) as Apart[])].filter(
    (tab) => tab === here || reachOf(actor, RIGHTS[tab]).length > 0,
  );
  return (
    <nav class="staff-tabs no-print" aria-label={words.titles.staff}>
      {offered.map((tab) => (
        <a key={tab} href={page(pathOf(tab))} aria-current={tab === here ? (isBelow ? 'true' : 'page') : undefined}>
          {t.tabs[tab]}
        </a>
      ))}
    </nav>
  );
}

function isApart(tab: Tab): tab is Apart {
  return tab in APART;
}
