// Where one is in the staff pages, read from the address and written to it. No name, phone or typed search ever stands in an address.
import { isDay } from '../../../../functions/domain/period.ts';
import type { Day } from '../../../../functions/domain/time.ts';

/** The pages that are tabs, in their order. */
export const tabs = ['units', 'people', 'roles', 'audit'] as const;

export type Page = (typeof tabs)[number] | 'person';

export interface Route {
  page: Page;
  unit?: string;
  person?: string;
  /** The day that is asked about; today when missing. */
  day?: Day;
  /** What a page keeps of its own: filters and columns. */
  more: Readonly<Record<string, string>>;
}

/** Page → its path behind the language. */
const PATHS: Record<Page, string> = {
  units: '/staff/',
  people: '/staff/people/',
  person: '/staff/person/',
  roles: '/staff/roles/',
  audit: '/staff/audit/',
};

/** The filters that an address may hold. Others are left out: an address is not a place for what people type. */
const MORE = ['post', 'established', 'all', 'columns', 'action', 'thing', 'from', 'to'] as const;

/** What the contract takes as an id of a unit or a person. */
const ID = /^[0-9A-Za-z_-]{1,64}$/;

/** Whether a path is one of these pages, in either language. */
export function isStaffPath(path: string): boolean {
  return pageAt(path) !== undefined;
}

/** The route of an address. What has the wrong form is left out; a path that is none of ours is the tree's. */
export function routeFrom(path: string, search: string): Route {
  const query = new URLSearchParams(search);
  const [unit, person, day] = [query.get('unit'), query.get('person'), query.get('day')];
  const more = MORE.flatMap((name) => {
    const value = query.get(name);
    return value === null || value === '' ? [] : [[name, value] as const];
  });
  return {
    page: pageAt(path) ?? 'units',
    ...(unit !== null && ID.test(unit) ? { unit } : {}),
    ...(person !== null && ID.test(person) ? { person } : {}),
    ...(day !== null && isDay(day) ? { day } : {}),
    more: Object.fromEntries(more),
  };
}

/** The path and the query of a route, without the language: `/staff/people/?unit=u1`. */
export function addressOf({ page, unit, person, day, more }: Partial<Route> & { page: Page }): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ unit, person, day })) if (value) query.set(name, value);
  for (const name of MORE) if (more?.[name]) query.set(name, more[name]);
  const text = query.toString();
  return text === '' ? PATHS[page] : `${PATHS[page]}?${text}`;
}

/** A query without what no page reads: what somebody has typed into an address is not carried through a sign-in. */
export function knownPart(search: string): string {
  const known = new Set<string>(['unit', 'person', 'day', ...MORE]);
  const kept = [...new URLSearchParams(search)].filter(([name]) => known.has(name));
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`;
}

function pageAt(path: string): Page | undefined {
  const bare = path.replace(/^\/en(?=\/)/, '');
  return (Object.keys(PATHS) as Page[]).find((page) => PATHS[page] === bare);
}
