// Where one is in the training pages, read from the address and written to it: ids and the name of a view, nothing that anybody typed.

/** The views; those of a course stand in the order of its tabs. */
export const courseViews = ['course', 'roster', 'marks', 'report', 'close'] as const;
const views = ['list', 'mine', 'new', 'edit', 'door', ...courseViews] as const;
export type View = (typeof views)[number];

export interface Place {
  view: View;
  unit?: string;
  course?: string;
  session?: string;
}

const PATH = '/staff/training/';

const ID = /^[0-9A-Za-z_-]{1,70}$/;

/** The place of an address. A view that lacks what it is about is the list. */
export function placeFrom(search: string): Place {
  const query = new URLSearchParams(search);
  const view = views.find((one) => one === query.get('view')) ?? 'list';
  const found: Place = { view };
  for (const name of ['unit', 'course', 'session'] as const) {
    const value = query.get(name);
    if (value !== null && ID.test(value)) found[name] = value;
  }
  const isOfCourse = view !== 'list' && view !== 'mine' && view !== 'new';
  const lacks = (isOfCourse && found.course === undefined) || (view === 'door' && found.session === undefined);
  return lacks ? { ...found, view: 'list' } : found;
}

/** The path and the query of a place, without the language. */
export function addressOf({ view, unit, course, session }: Place): string {
  const query = new URLSearchParams();
  if (view !== 'list') query.set('view', view);
  for (const [name, value] of Object.entries({ unit, course, session })) if (value) query.set(name, value);
  const text = query.toString();
  return text === '' ? PATH : `${PATH}?${text}`;
}
