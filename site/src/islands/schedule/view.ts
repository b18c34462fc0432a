// The schedule's address: province, month, way of showing and filters. What a view writes, it reads. Pure.
import { COURSE_KINDS, FORMS } from '../../../../functions/domain/courses/course.ts';
import { type Filters, UNFILTERED } from './listed.ts';

export interface View {
  /** Two digits; missing until one is chosen. */
  province?: string;
  month: string;
  shown: 'list' | 'month';
  filters: Filters;
}

/** The view of an address; what is missing or unknown takes its usual value. */
export function viewFrom(
  params: URLSearchParams,
  usual: Pick<View, 'month'> & { province?: string | undefined },
): View {
  const of = (name: string, pattern: RegExp) => params.get(name)?.match(pattern)?.[0];
  const province = of('p', /^[1-9]\d$/) ?? usual.province;
  const month = of('m', /^20\d\d-(0[1-9]|1[0-2])$/) ?? usual.month;
  const day = of('d', /^20\d\d-\d\d-\d\d$/);
  return {
    ...(province === undefined ? {} : { province }),
    month,
    shown: params.get('view') === 'month' ? 'month' : 'list',
    filters: {
      text: (params.get('q') ?? '').slice(0, 60),
      kind: COURSE_KINDS.find((kind) => kind === params.get('kind')) ?? 'all',
      form: FORMS.find((form) => form === params.get('form')) ?? 'all',
      open: params.has('open'),
      past: params.has('past'),
      ...(day?.startsWith(month) ? { day } : {}),
    },
  };
}

export function addressOf({ province, month, shown, filters }: View): string {
  const { text, kind, form, open, past, day } = filters;
  const params = new URLSearchParams({ m: month });
  if (province !== undefined) params.set('p', province);
  if (shown === 'month') params.set('view', shown);
  if (text !== '') params.set('q', text);
  if (kind !== 'all') params.set('kind', kind);
  if (form !== 'all') params.set('form', form);
  if (open) params.set('open', '');
  if (past) params.set('past', '');
  if (day !== undefined) params.set('d', day);
  return `?${params}`;
}

export function isFiltered({ text, kind, form, open, day }: Filters): boolean {
  return text !== UNFILTERED.text || kind !== 'all' || form !== 'all' || open || day !== undefined;
}
