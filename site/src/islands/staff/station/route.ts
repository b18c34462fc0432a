// Where one is in the pages of station work, read from the address and written to it: ids and the name of a view, nothing that anybody typed.

export const views = ['sheet', 'appraisals'] as const;

/** The import is gone to from the sheet. */
const ALL = [...views, 'import'] as const;

export interface Place {
  view: (typeof ALL)[number];
  unit?: string;
  /** Of the sheet: `2026-03`; the present one when missing. */
  month?: string;
  appraisal?: string;
}

type Three = [string, string, string];

/** The place of an address; what is no id is left out. */
export function placeFrom(search: string): Place {
  const query = new URLSearchParams(search);
  const [unit, month, appraisal] = ['unit', 'month', 'appraisal'].map((name) => query.get(name) ?? '') as Three;
  return {
    view: ALL.find((one) => one === query.get('view')) ?? 'sheet',
    ...(/^[0-9A-Za-z][0-9A-Za-z_-]{0,63}$/.test(unit) ? { unit } : {}),
    ...(/^20\d{2}-(0[1-9]|1[0-2])$/.test(month) ? { month } : {}),
    ...(/^20\d{2}(-q[1-4])?\.[a-z][a-z0-9-]{0,39}$/.test(appraisal) ? { appraisal } : {}),
  };
}

/** The path and the query of a place, without the language. */
export function addressOf({ view, unit, month, appraisal }: Place): string {
  const query = new URLSearchParams();
  if (view !== 'sheet') query.set('view', view);
  if (unit !== undefined) query.set('unit', unit);
  if (month !== undefined) query.set('month', month);
  if (appraisal !== undefined) query.set('appraisal', appraisal);
  const text = query.toString();
  return text === '' ? '/staff/station/' : `/staff/station/?${text}`;
}
