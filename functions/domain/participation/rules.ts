// How attendance is counted: one attendance is 1 by one rule and 3 by another, so every figure of it says by which. The sentences are the site's words, under
// these names.

/**
 * 按场次: each session somebody came to · 按天: each day on which they came to any · 按班: each course they came to any session of · 按网课: each recorded
 * lesson they watched to its end. Beside all of them stand distinct people, 人数.
 */
export const COUNTING_RULES = ['per_session', 'per_day', 'per_course', 'per_online_view'] as const;
export type CountingRule = (typeof COUNTING_RULES)[number];

/** The names of figures under which each is counted: `t:01:all` and so on (training-figures.ts). */
export const MEASURE_OF_RULE: Readonly<Record<CountingRule, 't' | 'd' | 'c' | 'v'>> = {
  per_session: 't',
  per_day: 'd',
  per_course: 'c',
  per_online_view: 'v',
};
