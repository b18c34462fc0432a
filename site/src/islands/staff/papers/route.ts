// Where one is in the papers' pages, read from the address and written to it: ids and the name of a view, nothing that anybody typed.

/** The views of one paper, in the order of its tabs. */
export const paperViews = ['paper', 'board', 'results', 'essays', 'statistics'] as const;
/** The views of a unit and of the banks, in the order of their tabs. */
export const wideViews = ['list', 'bank', 'reports', 'corrections'] as const;
const views = [...wideViews, 'new', 'edit', ...paperViews] as const;
export type View = (typeof views)[number];

export interface Place {
  view: View;
  unit?: string;
  paper?: string;
  /** Whose essays are marked. */
  person?: string;
  subject?: string;
  correction?: string;
}

const PATH = '/staff/papers/';

const ID = /^[0-9A-Za-z_-]{1,80}$/;

/** The place of an address. A view of a paper that names none is the list. */
export function placeFrom(search: string): Place {
  const query = new URLSearchParams(search);
  const view = views.find((one) => one === query.get('view')) ?? 'list';
  const found: Place = { view };
  for (const name of ['unit', 'paper', 'person', 'subject', 'correction'] as const) {
    const value = query.get(name);
    if (value !== null && ID.test(value)) found[name] = value;
  }
  return isOfPaper(view) && found.paper === undefined ? { ...found, view: 'list' } : found;
}

/** The path and the query of a place, without the language. */
export function addressOf({ view, unit, paper, person, subject, correction }: Place): string {
  const query = new URLSearchParams();
  if (view !== 'list') query.set('view', view);
  for (const [name, value] of Object.entries({ unit, paper, person, subject, correction })) {
    if (value) query.set(name, value);
  }
  const text = query.toString();
  return text === '' ? PATH : `${PATH}?${text}`;
}

function isOfPaper(view: View): boolean {
  return view === 'edit' || paperViews.some((one) => one === view);
}
