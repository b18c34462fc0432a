// The rules of certificate subsidies (持证补贴) as dated data: what a place pays to whom, on what conditions. What is not known of a rule says so:
// it is neither asked of anybody nor promised to anybody.
import type { Post } from '../people/employment.ts';
import type { Level } from '../questions/release.ts';
import type { Day } from '../time.ts';

/** Something about a rule that may not be known to us. */
export type Told<T> = T | 'unknown';

/** A place, a rule's name and its words, in Chinese and English. */
export interface Named {
  zh: string;
  en: string;
}

/** When one may apply: on the days of a year from and up to with, both `MM-DD`; or so many months after the certificate was issued. */
export type Window = { from: string; last: string } | { months: number };

/** For how long a list is shown to the public before anything is paid; `working`: Mondays to Fridays alone count. */
export interface NoticeDays {
  days: number;
  working: boolean;
}

export interface SubsidyRule {
  /** For ever: applications and figures name it. A rule that changes keeps its id and has a further entry from another day on. */
  id: string;
  /** The division for which it holds. */
  place: { code: string; name: Named };
  name: Named;
  /** Once for a certificate, or for each month. */
  kind: 'one-off' | 'monthly';
  /** Cents by level, of a month where it is monthly. A level that is missing: not known whether anything is paid for it. */
  amounts: Readonly<Partial<Record<Level, number>>>;
  /** Whether a higher level gives only what it is more than what was received before (差额). */
  difference: Told<boolean>;
  /** Cents that one person receives by this rule at most, all in all. */
  cap: Told<number | 'none'>;
  /** `level`: the first certificate of that level · `ever`: of any · `unclear`: the rule says 首次 and not of what. */
  firstTime: Told<'level' | 'ever' | 'unclear' | 'none'>;
  /** Whether the certificate must be registered, and where. */
  registration: Told<'none' | { where: Told<string> }>;
  /** Months in work, or in social work, before the day of the application. */
  service: Told<'none' | { months: number; of: 'work' | 'social-work' }>;
  posts: Told<'any' | readonly Post[]>;
  /** Whether staff on the establishment (编制) are excluded. */
  established: Told<'excluded' | 'any'>;
  appraisal: Told<'passed' | 'none'>;
  window: Told<'none' | Window>;
  notice: Told<'none' | NoticeDays>;
  /** Who pays. */
  payer: Told<string>;
  /** The first and the last day in force; without `to` no end is known. */
  from: Told<Day>;
  to?: Day;
  /** What is known of the rule, in a sentence. */
  words: Named;
  source: string;
  /** Whether somebody compared it with the official text. */
  verified: boolean;
}

/** What can be said of a rule, or is not known. */
const SIDES = [
  ...['difference', 'cap', 'firstTime', 'registration', 'service', 'posts'],
  ...['established', 'appraisal', 'window', 'notice', 'payer', 'from'],
] as readonly Side[];

export type Side = keyof Pick<
  SubsidyRule,
  | 'difference'
  | 'cap'
  | 'firstTime'
  | 'registration'
  | 'service'
  | 'posts'
  | 'established'
  | 'appraisal'
  | 'window'
  | 'notice'
  | 'payer'
  | 'from'
>;

/** What is not known of a rule, in a fixed order. */
export function unknownOf(rule: SubsidyRule): Side[] {
  return SIDES.filter((side) => rule[side] === 'unknown');
}

/** Whether a rule holds on a day; one whose first day is not known does until its last. */
export function inForceOn({ from, to }: Pick<SubsidyRule, 'from' | 'to'>, day: Day): boolean {
  return (from === 'unknown' || from <= day) && (to === undefined || day <= to);
}

/** The entry of a rule that holds on a day; undefined where none does. */
export function ruleOn(rules: readonly SubsidyRule[], id: string, day: Day): SubsidyRule | undefined {
  return rules.find((rule) => rule.id === id && inForceOn(rule, day));
}

/** The rules of a day, one entry each. */
export function rulesOn(rules: readonly SubsidyRule[], day: Day): SubsidyRule[] {
  return rules.filter((rule) => inForceOn(rule, day));
}
