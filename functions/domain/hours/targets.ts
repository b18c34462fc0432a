// How many hours a registration period asks for, as dated data with its source. An hour here is one of 60 minutes.
// 民发〔2009〕123号 says 小时 and counts 实际培训时间, so 72 hours are 4,320 minutes; 学时 of 45 minutes are a way of showing a course, never of counting here.
import { holdsOn, type Period } from '../period.ts';
import type { Level } from '../questions/release.ts';
import type { Day } from '../time.ts';

export interface Target extends Period {
  level: Level;
  /** Hours of 60 minutes in each registration period. */
  hours: number;
  source: string;
}

/** What a place lets count beside training and study, and how much of it in one registration period. */
export interface LocalCap extends Period {
  /** The code of the division whose rule it is. */
  place: string;
  category: string;
  capHours: number;
  source: string;
}

const SOURCE = '民发〔2009〕123号';
const IN_FORCE = '2009-09-07';

export const TARGETS: readonly Target[] = [
  { level: 'junior', from: IN_FORCE, hours: 72, source: SOURCE },
  { level: 'intermediate', from: IN_FORCE, hours: 90, source: SOURCE },
  { level: 'senior', from: IN_FORCE, hours: 90, source: SOURCE },
];

/** "取得学历或者学位的，一次性记90小时". */
export const DEGREE = { hours: 90, source: SOURCE } as const;

/** What is asked of a level in a period that begins on a day: whoever begins under a rule ends under it. Undefined where no rule held. */
export function targetOn(level: Level, from: Day, targets: readonly Target[] = TARGETS): Target | undefined {
  return targets.find((target) => target.level === level && holdsOn(target, from));
}

/** The rule of a place for a category on a day; undefined where it has none, and then nothing of it counts. */
export function capOn(caps: readonly LocalCap[], of: { place: string; category: string }, day: Day) {
  return caps.find((cap) => cap.place === of.place && cap.category === of.category && holdsOn(cap, day));
}
