// Which part of the page is open, as the address says it. Pure.

export const VIEWS = ['record', 'check', 'guide'] as const;

export type View = (typeof VIEWS)[number];

export function viewFrom(search: string): View {
  const said = new URLSearchParams(search).get('view');
  return VIEWS.find((view) => view === said) ?? 'record';
}

/** The path of a view, without the language. */
export function pathOf(view: View): string {
  return view === 'record' ? '/exam/' : `/exam/?view=${view}`;
}
