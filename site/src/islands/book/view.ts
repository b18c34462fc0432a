// What the book shows: a tab and its filters. They stand in the address, so that reload and back keep them.
import type { Kind } from '../../../../functions/domain/questions/question.ts';

export const tabs = ['wrong', 'favourite', 'note', 'flag'] as const;
export const times = ['all', 'day', 'week', 'month'] as const;

export type Tab = (typeof tabs)[number];

export interface View {
  tab: Tab;
  /** A subject's and a chapter's id; `all` for every one. */
  subject: string;
  chapter: string;
  kind: Kind | 'any';
  /** When it was last wrong; the wrong book alone filters by it. */
  time: (typeof times)[number];
}

/** The filters that let everything through. */
export const UNFILTERED = { subject: 'all', chapter: 'all', kind: 'any', time: 'all' } as const satisfies Omit<
  View,
  'tab'
>;

/** The view an address asks for; whatever is not one of the choices is the usual one. */
export function viewFrom(params: URLSearchParams): View {
  const [tab, kind, time] = ['tab', 'kind', 'time'].map((name) => params.get(name));
  return {
    tab: tabs.find((t) => t === tab) ?? 'wrong',
    subject: params.get('subject') ?? UNFILTERED.subject,
    chapter: params.get('chapter') ?? UNFILTERED.chapter,
    kind: kind === 'single' || kind === 'multiple' ? kind : UNFILTERED.kind,
    time: times.find((t) => t === time) ?? UNFILTERED.time,
  };
}

/** The address of a view; what is usual is left out. */
export function addressOf(view: View): string {
  const params = new URLSearchParams({ tab: view.tab });
  for (const name of filtersOn(view)) params.set(name, view[name]);
  return `?${params}`;
}

/** The filters that hold something back. */
export function filtersOn(view: View): (keyof typeof UNFILTERED)[] {
  const names = Object.keys(UNFILTERED) as (keyof typeof UNFILTERED)[];
  return names.filter((name) => view[name] !== UNFILTERED[name] && (name !== 'time' || view.tab === 'wrong'));
}
