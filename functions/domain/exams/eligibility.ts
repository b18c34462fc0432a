// Who may sit which level (报考条件), by dated rules that are data: what somebody has studied, for how long they have done social work, which certificate they
// hold. It says what is lacking by each rule, and from which year on time alone will have made up for it; it promises nothing.
import { EDUCATIONS, type Education } from '../people/person.ts';
import { addMonths } from '../period.ts';
import type { Level, Named } from '../questions/release.ts';
import type { Day } from '../time.ts';

/** One way to be admitted to a level. Whoever has a higher education than it names has that one, too. */
export interface EligibilityRule {
  id: string;
  level: Level;
  words: Named;
  education: Education;
  /** Whether it takes an education in social work. */
  major?: boolean;
  /** Whole years of social work. */
  years: number;
  /** The certificate that must be held; years then count after its issue. */
  after?: Level;
}

/** The rules from an exam year on, until the next edition. */
export interface EligibilityEdition {
  from: number;
  source: string;
  verified: boolean;
  /** Years count up to and with this day of the exam year, or of the one before. */
  counted: { of: 'exam-year' | 'year-before'; monthDay: string; verified: boolean; source: string };
  rules: EligibilityRule[];
}

/** What somebody brings. Years are whole ones, up to and with a day. */
export interface Applicant {
  education?: Education | undefined;
  isSocialWorkMajor?: boolean | undefined;
  certificates: readonly { level: Level; issued: Day }[];
  yearsOn(until: Day, since?: Day): number;
}

export type Lack =
  | { what: 'education'; need: Education; have?: Education }
  | { what: 'major' }
  | { what: 'certificate'; need: Level }
  | { what: 'years'; need: number; have: number; since?: Day };

export interface JudgedRule {
  id: string;
  words: Named;
  met: boolean;
  lacks: Lack[];
  earliest?: number;
}

export interface JudgedLevel {
  level: Level;
  may: boolean;
  held: boolean;
  earliest?: number;
  rules: JudgedRule[];
}

const LEVELS: readonly Level[] = ['junior', 'intermediate', 'senior'];

/** No rule asks for more years than this. */
const AHEAD = 20;

/** The edition that holds for the exam of a year: before the first one, the first. */
export function editionFor(editions: readonly EligibilityEdition[], year: number): EligibilityEdition | undefined {
  const rising = [...editions].sort((a, b) => a.from - b.from);
  return rising.findLast(({ from }) => from <= year) ?? rising[0];
}

/** The day up to which years count for the exam of a year. */
export function countedTo({ counted }: EligibilityEdition, year: number): Day {
  return `${counted.of === 'exam-year' ? year : year - 1}-${counted.monthDay}`;
}

/** Judges somebody by each rule of each level for the exam of a year. */
export function judgeEligibility(edition: EligibilityEdition, applicant: Applicant, year: number): JudgedLevel[] {
  return LEVELS.map((level) => {
    const rules = edition.rules
      .filter((rule) => rule.level === level)
      .map((rule) => judgeRule(edition, rule, { applicant, year }))
      .sort((a, b) => (a.earliest ?? Number.POSITIVE_INFINITY) - (b.earliest ?? Number.POSITIVE_INFINITY) || 0);
    const years = rules.flatMap(({ earliest }) => earliest ?? []);
    const held = applicant.certificates.some((one) => LEVELS.indexOf(one.level) >= LEVELS.indexOf(level));
    const may = rules.some(({ met }) => met);
    return { level, may, held, ...(years.length === 0 ? {} : { earliest: Math.min(...years) }), rules };
  });
}

interface Case {
  applicant: Applicant;
  year: number;
}

function judgeRule(edition: EligibilityEdition, rule: EligibilityRule, { applicant, year }: Case): JudgedRule {
  const lacks = lacksOf(edition, rule, { applicant, year });
  const earliest = lacks.every(({ what }) => what === 'years')
    ? yearsFrom(year).find((later) => lacksOf(edition, rule, { applicant, year: later }).length === 0)
    : undefined;
  const { id, words } = rule;
  return { id, words, met: lacks.length === 0, lacks, ...(earliest === undefined ? {} : { earliest }) };
}

function yearsFrom(year: number): number[] {
  return Array.from({ length: AHEAD + 1 }, (_, i) => year + i);
}

function lacksOf(edition: EligibilityEdition, rule: EligibilityRule, { applicant, year }: Case): Lack[] {
  const { education, certificates } = applicant;
  const lacks: Lack[] = [];
  if (education === undefined || EDUCATIONS.indexOf(education) < EDUCATIONS.indexOf(rule.education)) {
    lacks.push({ what: 'education', need: rule.education, ...(education && { have: education }) });
  }
  if (rule.major && applicant.isSocialWorkMajor !== true) lacks.push({ what: 'major' });
  const since = rule.after && certificates.find(({ level }) => level === rule.after)?.issued;
  if (rule.after && since === undefined) lacks.push({ what: 'certificate', need: rule.after });
  const have = rule.after && since === undefined ? 0 : applicant.yearsOn(countedTo(edition, year), since);
  if (have < rule.years) lacks.push({ what: 'years', need: rule.years, have, ...(since && { since }) });
  return lacks;
}

/** Somebody without a record, by what they say: so many months of social work up to a day, and going on from there. */
export function typedYears(months: number, today: Day): Applicant['yearsOn'] {
  return (until, since) => {
    const all = months + monthsBetween(today, until);
    const most = since === undefined ? all : Math.min(all, monthsBetween(since, until));
    return Math.max(0, Math.floor(most / 12));
  };
}

/** Whole months from a day to another, the last one included; negative when it is earlier. */
function monthsBetween(from: Day, until: Day): number {
  if (until < from) return -monthsBetween(until, from);
  const at = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  const most = at(until) - at(from);
  return addMonths(from, most) <= until ? most : most - 1;
}
