// Puts a verdict into lines: what was seen, what deviates, what was counted of it.
import { type Interval, minutesBetween, minutesOf } from './intervals.ts';
import type { Line } from './lines.ts';
import { isByHand, type Mark, type Presence, voided } from './marks.ts';
import type { Rule } from './rule.ts';
import type { Seen } from './seen.ts';

/** What counts of a session: its length and the minutes present, the share in basis points, whether it suffices, and what is credited. */
export interface Credit {
  whole: number;
  presence: number;
  share: number;
  counts: boolean;
  intervals: Interval[];
}

/** Lateness is by the first stay that reaches into the session, leaving early by the last. */
export function deviationsOf({ bounds, inside, loose, missed }: Seen, rule: Rule): Line[] {
  const lines: Line[] = [];
  const from = inside[0]?.stay.from ?? bounds.from;
  const to = inside.at(-1)?.stay.to ?? bounds.to;
  const late = minutesBetween(bounds.from, from);
  const early = minutesBetween(to, bounds.to);
  if (late > rule.lateAfterMin) {
    lines.push({ code: 'late', params: { at: from, minutes: late, allowed: rule.lateAfterMin } });
  }
  if (early > rule.earlyBeforeMin) {
    lines.push({ code: 'left-early', params: { at: to, minutes: early, allowed: rule.earlyBeforeMin } });
  }
  for (const { kind, at } of loose) {
    lines.push({ code: kind === 'out' ? 'out-without-in' : 'mid-without-in', params: { at } });
  }
  for (const { from, until } of missed) lines.push({ code: 'check-missed', params: { from, until } });
  return lines;
}

export function markLines(counting: readonly Presence[], all: readonly Mark[]): Line[] {
  const added = counting.filter(isByHand);
  return [
    ...voided(all).map(({ mark, by }): Line => {
      return { code: 'voided', params: { kind: mark.kind, at: mark.at, by: by.by ?? '', why: by.why ?? '' } };
    }),
    ...added.map(({ kind, at, by = '', why = '' }): Line => ({ code: 'added', params: { kind, at, by, why } })),
    ...(counting.some(({ walkIn }) => walkIn === true) ? [{ code: 'walk-in', params: {} } as const] : []),
  ];
}

export function stayLines({ inside, outside }: Seen, present: readonly Interval[], { missingOut }: Rule): Line[] {
  const stays = inside.map(({ stay, counted }): Line => {
    const minutes = minutesOf([counted]);
    if (stay.to !== undefined) return { code: 'stay', params: { ...counted, minutes } };
    return { code: 'stay-open', params: { from: counted.from, policy: missingOut, minutes } };
  });
  const gaps = present.slice(1).map((next, i): Line => {
    const from = present[i]?.to ?? next.from;
    return { code: 'gap', params: { from, to: next.from, minutes: minutesBetween(from, next.from) } };
  });
  const beyond = outside.map(({ from, to = from }): Line => ({ code: 'outside', params: { from, to } }));
  return [...stays, ...gaps, ...beyond];
}

export function presenceLines(came: boolean, excused: boolean): Line[] {
  if (came) return excused ? [{ code: 'excused-came', params: {} }] : [];
  return [{ code: excused ? 'excused' : 'absent', params: {} }];
}

export function creditLines(
  { whole, presence, share, counts, intervals }: Credit,
  { minShare, countBy }: Rule,
): Line[] {
  const params = { minutes: presence, of: whole, share, needed: minShare * 100 };
  if (!counts)
    return [
      { code: 'share-short', params },
      { code: 'counts-nothing', params: {} },
    ];
  const credited = { minutes: minutesOf(intervals) };
  return [
    { code: 'share-enough', params },
    { code: countBy === 'whole' ? 'counts-whole' : 'counts-presence', params: credited },
  ];
}
