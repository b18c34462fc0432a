// Where a person works and as what, from a day to a day. A transfer ends one employment and begins the next: history is only ever added to.
import { addMonths, holdsOn, overlap, type Period } from '../period.ts';
import { addDays, type Day, daysBetween } from '../time.ts';

/** 社工、社区工作者、网格员、督导、志愿者、其他. */
export type Post = 'social-worker' | 'community-worker' | 'grid-worker' | 'supervisor' | 'volunteer' | 'other';

export interface Employment extends Period {
  unit: string;
  post: Post;
  /** 编制: on the staff establishment. */
  established: boolean;
}

export interface Transfer {
  /** The unit that is left; needed only by somebody who works at several. */
  from?: string;
  /** The unit that is joined; the same one when the post alone changes. */
  to: string;
  /** The first day at the new place. */
  day: Day;
  /** As before when missing. */
  post?: Post;
  established?: boolean;
}

/** Nobody at work there on that day · several employments and none named · it began on that day or later, and so would never have been. */
type NoneToEnd = 'not-employed' | 'ambiguous' | 'too-early';

/** `changesPost` is 转岗, a figure that bureaus report. Refused also when nothing would change, and when the person is at the new unit anyway. */
export type Transferred =
  | { ok: true; employments: Employment[]; ended: Employment; begun: Employment; changesPost: boolean }
  | { ok: false; reason: NoneToEnd | 'no-change' | 'already-there' };

/** Refused when it would end before it begins, and when some of its days are worked at that unit already. */
export type Employed = { ok: true; employments: Employment[] } | { ok: false; reason: 'empty-span' | 'already-there' };

/** `before` is the employment as it was, `ended` as it is now. */
export type Left =
  | { ok: true; employments: Employment[]; before: Employment; ended: Employment }
  | { ok: false; reason: NoneToEnd };

/** The posts whose time counts as social work. What counts is for the place of registration to say [doubt]: hence an argument below. */
const SOCIAL_WORK_POSTS: readonly Post[] = ['social-worker', 'community-worker', 'grid-worker', 'supervisor'];

/** The employments of a day. */
export function employmentsOn(employments: readonly Employment[], day: Day): Employment[] {
  return employments.filter((employment) => holdsOn(employment, day));
}

/**
 * Ends one employment on a day and begins another on the same day, for as long as the old one would have lasted. Nothing else changes.
 */
export function transfer(employments: readonly Employment[], change: Transfer): Transferred {
  const { from, to, day } = change;
  const left = leave(employments, from === undefined ? { day } : { from, day });
  if (!left.ok) return left;
  const { before, ended } = left;
  const { post = before.post, established = before.established } = change;
  if (to === before.unit && post === before.post && established === before.established) {
    return { ok: false, reason: 'no-change' };
  }
  const begun = { ...before, unit: to, post, established, from: day };
  if (left.employments.some((other) => other.unit === to && overlap(other, begun))) {
    return { ok: false, reason: 'already-there' };
  }
  return {
    ok: true,
    employments: [...left.employments, begun],
    ended,
    begun,
    changesPost: post !== before.post,
  };
}

/** Begins an employment beside those that there are: for somebody who had left, or who works at a second unit, too. */
export function employ(employments: readonly Employment[], begun: Employment): Employed {
  if (begun.to !== undefined && begun.to <= begun.from) return { ok: false, reason: 'empty-span' };
  const isThere = employments.some((other) => other.unit === begun.unit && overlap(other, begun));
  return isThere ? { ok: false, reason: 'already-there' } : { ok: true, employments: [...employments, begun] };
}

/** Ends an employment: `day` is the first day no longer at work there. `from` names the unit, for somebody who works at several. */
export function leave(employments: readonly Employment[], { from, day }: { from?: string; day: Day }): Left {
  const [before, ...others] = employmentsOn(employments, day).filter(({ unit }) => from === undefined || unit === from);
  if (before === undefined) return { ok: false, reason: 'not-employed' };
  if (others.length > 0) return { ok: false, reason: 'ambiguous' };
  if (before.from >= day) return { ok: false, reason: 'too-early' };
  const ended = { ...before, to: day };
  return { ok: true, employments: employments.map((one) => (one === before ? ended : one)), before, ended };
}

/** A month of days left over: the longest, so that a span a day short of a month never counts as one. */
const MONTH_DAYS = 31;

/** Whole years of social work up to and with `until`, of the months that `socialWorkMonths` counts. */
export function socialWorkYears(
  employments: readonly Employment[],
  until: Day,
  posts: readonly Post[] = SOCIAL_WORK_POSTS,
): number {
  return Math.floor(socialWorkMonths(employments, until, posts) / 12);
}

/**
 * Whole months of social work up to and with `until`: overlapping employments count once, gaps do not count. Each span without a gap gives its
 * whole months; the days left over add up to further ones.
 */
export function socialWorkMonths(
  employments: readonly Employment[],
  until: Day,
  posts: readonly Post[] = SOCIAL_WORK_POSTS,
): number {
  const end = addDays(until, 1);
  const spans = employments
    .filter(({ post, from }) => posts.includes(post) && from < end)
    .map(({ from, to }) => ({ from, to: to === undefined || to > end ? end : to }));
  const parts = merged(spans).map(({ from, to }) => monthsAndDays(from, to));
  const days = parts.reduce((sum, part) => sum + part.days, 0);
  return parts.reduce((sum, part) => sum + part.months, Math.floor(days / MONTH_DAYS));
}

type Span = Required<Period>;

/** Spans without overlaps, in order. Those that touch become one. */
function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].filter(({ from, to }) => from < to).sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = result.at(-1);
    if (last === undefined || last.to < span.from) result.push({ ...span });
    else if (last.to < span.to) last.to = span.to;
  }
  return result;
}

function monthsAndDays(from: Day, to: Day): { months: number; days: number } {
  const most = monthNumber(to) - monthNumber(from);
  const months = addMonths(from, most) <= to ? most : most - 1;
  return { months, days: daysBetween(addMonths(from, months), to) };
}

function monthNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}
