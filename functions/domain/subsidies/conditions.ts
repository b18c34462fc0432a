// The conditions of a rule, each judged by itself: their order says nothing. Every verdict comes with what was asked and what was found.

import { addMonths } from '../period.ts';
import type { Level } from '../questions/release.ts';
import type { Day } from '../time.ts';
import type { Claimant } from './claimant.ts';
import { inForceOn, type SubsidyRule } from './rule.ts';

export const CONDITIONS = [
  ...(['force', 'place', 'certificate', 'firstTime', 'registration', 'service'] as const),
  ...(['posts', 'established', 'appraisal', 'window', 'months'] as const),
] as const;

export type ConditionName = (typeof CONDITIONS)[number];

/**
 * `met` · `unmet` · `missing`: the person has not said · `unknown`: what the rule asks is not known to us, the paying side must say. A condition that
 * the rule does not make is not in the list.
 */
export type Verdict = 'met' | 'unmet' | 'missing' | 'unknown';

export interface Condition {
  name: ConditionName;
  verdict: Verdict;
  /** Months asked and found, where months are asked. */
  asked?: number;
  found?: number;
  /** The last day on which one may apply, or the first on which one may again. */
  day?: Day;
}

interface Asked {
  rule: SubsidyRule;
  level: Level;
  claimant: Claimant;
  day: Day;
}

type Judge = (asked: Asked) => Omit<Condition, 'name'> | undefined;

const unknown = { verdict: 'unknown' } as const;

const judges: Readonly<Record<ConditionName, Judge>> = {
  force: ({ rule, day }) => (rule.from === 'unknown' ? unknown : yes(inForceOn(rule, day))),
  place: ({ claimant }) => yes(claimant.worksThere),
  certificate: ({ claimant, day }) => yes(claimant.issued === undefined ? undefined : claimant.issued <= day),
  firstTime: ({ rule: { firstTime }, claimant }) => {
    if (firstTime === 'none') return undefined;
    if (firstTime === 'unknown') return unknown;
    if (firstTime === 'ever') return yes(claimant.firstEver);
    if (firstTime === 'level' || claimant.firstOfLevel !== true) return yes(claimant.firstOfLevel);
    // 首次 of this level; whether also somebody counts who holds another level's is for the paying side to say.
    return claimant.firstEver === false ? unknown : yes(claimant.firstEver);
  },
  registration: ({ rule: { registration }, claimant }) => {
    if (registration === 'none') return undefined;
    return registration === 'unknown' ? unknown : yes(claimant.registered);
  },
  service: ({ rule: { service }, claimant }) => {
    if (service === 'none') return undefined;
    if (service === 'unknown') return unknown;
    const social = claimant.socialWorkMonths;
    // Who did social work did work.
    const found = service.of === 'work' ? greater(claimant.workMonths, social) : social;
    const enough = found === undefined ? undefined : found >= service.months;
    return { ...yes(enough), asked: service.months, ...(found === undefined ? {} : { found }) };
  },
  posts: ({ rule: { posts }, claimant }) => {
    if (posts === 'any') return undefined;
    return posts === 'unknown' ? unknown : yes(claimant.posts?.some((post) => posts.includes(post)));
  },
  established: ({ rule: { established }, claimant }) => {
    if (established === 'any') return undefined;
    if (established === 'unknown') return unknown;
    return yes(claimant.established === undefined ? undefined : !claimant.established);
  },
  appraisal: ({ rule: { appraisal }, claimant }) => {
    if (appraisal === 'none') return undefined;
    return appraisal === 'unknown' ? unknown : yes(claimant.appraised);
  },
  window: ({ rule: { window }, claimant, day }) => {
    if (window === 'none') return undefined;
    if (window === 'unknown') return unknown;
    if ('months' in window) {
      if (claimant.issued === undefined) return { verdict: 'missing' };
      const last = addMonths(claimant.issued, window.months);
      return { ...yes(day <= last), day: last };
    }
    const date = day.slice(5);
    // A window over the turn of the year: from November to with February.
    const turns = window.last < window.from;
    const open = turns ? date >= window.from || date <= window.last : date >= window.from && date <= window.last;
    return open ? yes(true) : { verdict: 'unmet', day: nextOf(window.from, day) };
  },
  months: ({ rule, claimant }) =>
    rule.kind === 'monthly' ? yes(claimant.months === undefined ? undefined : claimant.months >= 1) : undefined,
};

/** Every condition that a rule makes, or may make, with its verdict; in the order of `CONDITIONS`. */
export function conditionsOf(asked: Asked): Condition[] {
  return CONDITIONS.flatMap((name) => {
    const judged = judges[name](asked);
    return judged === undefined ? [] : [{ name, ...judged }];
  });
}

function yes(told: boolean | undefined): { verdict: Verdict } {
  if (told === undefined) return { verdict: 'missing' };
  return { verdict: told ? 'met' : 'unmet' };
}

function greater(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : b === undefined ? a : Math.max(a, b);
}

/** The first day with this month and day that comes after a day. */
function nextOf(date: string, day: Day): Day {
  const year = Number(day.slice(0, 4));
  return date > day.slice(5) ? `${year}-${date}` : `${year + 1}-${date}`;
}
