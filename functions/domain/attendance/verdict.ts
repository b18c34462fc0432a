// The verdict on one person's attendance of one session: a state, the minutes that count, and the lines that explain both.
// A pure function of the set of marks: repeats and the order of receipt change nothing.
import { type Credit, creditLines, deviationsOf, markLines, presenceLines, stayLines } from './explain.ts';
import { type Interval, minutesBetween, minutesOf, union } from './intervals.ts';
import type { Line } from './lines.ts';
import { isByHand, type Mark } from './marks.ts';
import type { Rule } from './rule.ts';
import { type Seen, seenOf } from './seen.ts';
import type { Held } from './stays.ts';

/** 已签到、迟到、早退、请假、缺勤、未签退. Of several the first of no-sign-out, late, left-early; the flags name them all. */
export type AttendanceState = 'present' | 'late' | 'left-early' | 'excused' | 'absent' | 'no-sign-out';

/** `added` is 补签: a mark was made by hand. `review`: somebody should look before the course is closed. */
export type AttendanceFlag = 'no-sign-out' | 'late' | 'left-early' | 'added' | 'walk-in' | 'review';

export interface Attended {
  marks: readonly Mark[];
  /** Leave was granted for this session. */
  excused?: boolean | undefined;
}

export interface Verdict {
  state: AttendanceState;
  flags: AttendanceFlag[];
  /** Minutes inside the session by the marks and the rule for a missing sign-out; never more than the session. */
  presence: number;
  /** `presence` of the session in basis points, rounded down: 150 of 180 minutes is 8333. The decision is by the exact fraction. */
  share: number;
  /** Whether the share suffices; only then are there minutes. */
  counts: boolean;
  /** What goes to the hours: the presence, or the whole session, or 0. */
  minutes: number;
  /** When those minutes were, without overlaps; they sum to `minutes`. */
  intervals: Interval[];
  lines: Line[];
}

/** Judged as after the session's end: whoever is still in has not signed out yet. */
export function verdictOf(session: Held, { marks, excused = false }: Attended, rule: Rule): Verdict {
  const seen = seenOf(session, marks, rule);
  const present = union(seen.inside.map(({ counted }) => counted));
  const deviations = deviationsOf(seen, rule);
  const credit = creditOf(seen.bounds, present, rule);
  const came = seen.inside.length > 0;
  const flags = flagsOf(seen, deviations, rule);
  return {
    state: came ? stateOf(flags) : excused ? 'excused' : 'absent',
    flags,
    presence: credit.presence,
    share: credit.share,
    counts: credit.counts,
    minutes: minutesOf(credit.intervals),
    intervals: credit.intervals,
    lines: [
      { code: 'session', params: { ...seen.bounds, minutes: credit.whole } },
      ...markLines(seen.marks, marks),
      ...stayLines(seen, present, rule),
      ...deviations,
      ...presenceLines(came, excused),
      ...(came ? creditLines(credit, rule) : []),
    ],
  };
}

function flagsOf({ marks, inside, loose }: Seen, deviations: readonly Line[], rule: Rule): AttendanceFlag[] {
  const has = (code: Line['code']) => deviations.some((line) => line.code === code);
  const isOpen = inside.some(({ stay }) => stay.to === undefined);
  // Somebody was here and their sign-in is missing: no policy settles that.
  const isUnclear = loose.length > 0 && inside.length === 0;
  const flags: Record<AttendanceFlag, boolean> = {
    'no-sign-out': isOpen,
    late: has('late'),
    'left-early': has('left-early'),
    added: marks.some(isByHand),
    'walk-in': marks.some(({ walkIn }) => walkIn === true),
    review:
      isUnclear || (isOpen && rule.missingOut === 'review') || (has('check-missed') && rule.missedCheck === 'review'),
  };
  return (Object.keys(flags) as AttendanceFlag[]).filter((flag) => flags[flag]);
}

function stateOf(flags: readonly AttendanceFlag[]): AttendanceState {
  return (['no-sign-out', 'late', 'left-early'] as const).find((flag) => flags.includes(flag)) ?? 'present';
}

function creditOf(bounds: Interval, present: Interval[], { minShare, countBy }: Rule): Credit {
  const whole = minutesBetween(bounds.from, bounds.to);
  const presence = minutesOf(present);
  const counts = presence > 0 && presence * 100 >= minShare * whole;
  const share = whole === 0 ? 0 : Math.floor((presence * 10_000) / whole);
  const intervals = counts ? (countBy === 'whole' ? [bounds] : present) : [];
  return { whole, presence, share, counts, intervals };
}
