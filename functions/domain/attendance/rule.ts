// How a course counts attendance: tolerances, the least share, and what becomes of somebody who did not sign out. Data of the course, not code.

/** What a stay without a sign-out counts: what is proved, half of what remains, all of it, or what is proved until a human has looked. */
export const MISSING_OUT = ['none', 'half', 'until-end', 'review'] as const;

/** What is counted of somebody who attended enough: the minutes they were there, or the whole session. */
export const COUNT_BY = ['presence', 'whole'] as const;

/** What follows from a random check that was not answered: nothing, or a human looks. */
export const MISSED_CHECK = ['ignore', 'review'] as const;

export interface Rule {
  /** Minutes after the start until which one is not late; at 15, a sign-in at 09:15:59 is in time and one at 09:16:00 is late. */
  lateAfterMin: number;
  /** Minutes before the end from which leaving is not leaving early. */
  earlyBeforeMin: number;
  /** The least share of the session, in whole percent, for which it counts at all; 0 for any. */
  minShare: number;
  countBy: (typeof COUNT_BY)[number];
  missingOut: (typeof MISSING_OUT)[number];
  missedCheck: (typeof MISSED_CHECK)[number];
}

/**
 * What a course begins with. 民发〔2009〕123号 counts "实际培训时间", the time of actual training: hence by presence. It names no tolerance and no
 * least share: 15 minutes and 80 % are customary, and each course may set its own.
 */
export const DEFAULT_RULE: Rule = {
  lateAfterMin: 15,
  earlyBeforeMin: 15,
  minShare: 80,
  countBy: 'presence',
  missingOut: 'review',
  missedCheck: 'review',
};
