// Where one is in the pages of figures, read from the address and written to it: the unit, the months, the boundaries, and what is looked at closer.
import { indicatorOf } from '../../../../../functions/domain/figures/indicators.ts';
import type { RankOrder } from '../../../../../functions/domain/figures/ranking.ts';
import type { Months } from '../../../../../functions/domain/reports/terms.ts';
import type { Day } from '../../../../../functions/domain/time.ts';

export interface Place {
  unit?: string;
  months: Months;
  boundaries: 'then' | 'newest';
  /** For publication: small counts are left out. */
  share: boolean;
  /** The indicator that is looked at closer. */
  id: string;
  sort: RankOrder;
  descending: boolean;
  view: 'overview' | 'facts';
}

/** What lags is told best by a share: large and small stations stand side by side. */
const FIRST = 'certified-rate';

const UNIT = /^[0-9A-Za-z][0-9A-Za-z_-]{0,63}$/;
const ORDERS: readonly RankOrder[] = ['value', 'change', 'name'];

/** The place of an address; what cannot be read is as if it were not there. Without months: this year up to and with the month of today. */
export function placeFrom(search: string, today: Day): Place {
  const query = new URLSearchParams(search);
  const unit = query.get('unit') ?? '';
  const id = query.get('id') ?? '';
  return {
    ...(UNIT.test(unit) ? { unit } : {}),
    months: monthsFrom(query, today),
    boundaries: query.get('boundaries') === 'newest' ? 'newest' : 'then',
    share: query.get('share') === 'true',
    id: indicatorOf(id) === undefined ? FIRST : id,
    sort: ORDERS.find((one) => one === query.get('sort')) ?? 'value',
    descending: query.get('descending') === 'true',
    view: query.get('view') === 'facts' ? 'facts' : 'overview',
  };
}

/** The path and the query of a place, without the language. */
export function addressOf({ unit, months, boundaries, share, id, sort, descending, view }: Place): string {
  const query = new URLSearchParams();
  if (unit !== undefined) query.set('unit', unit);
  for (const [name, value] of Object.entries(months)) query.set(name, String(value));
  if (boundaries !== 'then') query.set('boundaries', boundaries);
  if (share) query.set('share', 'true');
  if (id !== FIRST) query.set('id', id);
  if (sort !== 'value') query.set('sort', sort);
  if (descending) query.set('descending', 'true');
  if (view !== 'overview') query.set('view', view);
  return `/staff/figures/?${query}`;
}

function monthsFrom(query: URLSearchParams, today: Day): Months {
  const year = numberIn(query.get('year'), 2000, 2099) ?? Number(today.slice(0, 4));
  const from = numberIn(query.get('from'), 1, 12);
  const to = numberIn(query.get('to'), 1, 12);
  if (from !== undefined && to !== undefined && from <= to) return { year, from, to };
  return { year, from: 1, to: year === Number(today.slice(0, 4)) ? Number(today.slice(5, 7)) : 12 };
}

function numberIn(text: string | null, least: number, most: number): number | undefined {
  if (text === null || !/^\d{1,4}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= least && value <= most ? value : undefined;
}
