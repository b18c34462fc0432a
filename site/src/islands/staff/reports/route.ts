// Where one is in the pages of reports, read from the address and written to it: ids and names of views, nothing that anybody typed.

export const views = ['list', 'board', 'keys'] as const;

export interface Place {
  view: (typeof views)[number];
  unit?: string;
  report?: string;
}

/** The place of an address; what is no id is left out. */
export function placeFrom(search: string): Place {
  const query = new URLSearchParams(search);
  const [unit, report] = [query.get('unit') ?? '', query.get('report') ?? ''];
  return {
    view: views.find((one) => one === query.get('view')) ?? 'list',
    ...(/^[0-9A-Za-z][0-9A-Za-z_-]{0,63}$/.test(unit) ? { unit } : {}),
    ...(/^20\d\d(-\d\d){0,2}\.(month|quarter|year|own)\.[1-9]\d{0,2}$/.test(report) ? { report } : {}),
  };
}

/** The path and the query of a place, without the language. */
export function addressOf({ view, unit, report }: Place): string {
  const query = new URLSearchParams();
  if (view !== 'list') query.set('view', view);
  if (unit !== undefined) query.set('unit', unit);
  if (report !== undefined) query.set('report', report);
  const text = query.toString();
  return text === '' ? '/staff/reports/' : `/staff/reports/?${text}`;
}
