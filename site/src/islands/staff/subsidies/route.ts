// Where one is in the staff pages of subsidies, read from the address and written to it: ids, states and years. Pure.
import { STATES, type State } from '../../../../../functions/domain/subsidies/application.ts';

export const views = ['queue', 'lists', 'totals'] as const;

export interface Place {
  view: (typeof views)[number];
  unit?: string;
  state?: State;
  year?: string;
  person?: string;
  application?: string;
  batch?: string;
}

const ID = /^[0-9A-Za-z_-]{1,80}$/;

/** What has the wrong form is left out. */
export function placeFrom(search: string): Place {
  const query = new URLSearchParams(search);
  const ids = ['unit', 'person', 'application', 'batch'].flatMap((name) => {
    const value = query.get(name) ?? '';
    return ID.test(value) ? [[name, value]] : [];
  });
  const state = STATES.find((one) => one === query.get('state'));
  const year = query.get('year') ?? '';
  return {
    view: views.find((one) => one === query.get('view')) ?? 'queue',
    ...(Object.fromEntries(ids) as Partial<Place>),
    ...(state && { state }),
    ...(/^20\d\d$/.test(year) && { year }),
  };
}

/** The path of a place, without the language. */
export function pathTo({ view = 'queue', ...more }: Partial<Place>): string {
  const query = new URLSearchParams();
  if (view !== 'queue') query.set('view', view);
  for (const name of ['unit', 'state', 'year', 'person', 'application', 'batch'] as const) {
    const value = more[name];
    if (value) query.set(name, value);
  }
  const text = query.toString();
  return text === '' ? '/staff/subsidies/' : `/staff/subsidies/?${text}`;
}

/** The years that may be chosen, this one first. */
export function yearsOf(today: string): string[] {
  return Array.from({ length: 5 }, (_, i) => String(Number(today.slice(0, 4)) - i));
}
