// The pass cycle (成绩有效期): 初级 all papers in one exam year; 中级 its three papers in two consecutive years, rolling; 高级 one paper. A paper that was
// passed by a place's own line counts there alone. Source: 社会工作者职业资格考试 as 国人部发〔2006〕71号 and the yearly notices have it.
import { PAPERS_OF } from '../imports/exam-columns.ts';
import type { Level } from '../questions/release.ts';
import type { Day } from '../time.ts';
import type { Sitting } from './calendar.ts';
import type { Verdict } from './record.ts';

/** Level → how many consecutive exam years its papers may take. */
export const SPAN: Readonly<Record<Level, number>> = { junior: 1, intermediate: 2, senior: 1 };

/** 高级: the proof of the exam (合格证明) is good for a review (评审) within three years. */
const PROOF_YEARS = 3;

/** A paper that was sat; without a verdict its result is not known. */
export interface SatPaper {
  year: number;
  subject: string;
  verdict?: Verdict | undefined;
}

export type Scope = 'national' | 'local';

/** A paper that was passed; with papers up to the exam of `until` it makes the level. */
export interface Counted {
  subject: string;
  year: number;
  scope: Scope;
  until: number;
}

/** How far somebody is by one scope: where passed, nothing is left. */
export interface Course {
  /** The first year in which the level was passed. */
  passed?: number;
  counts: Counted[];
  next: string[];
}

export interface Cycle {
  level: Level;
  subjects: string[];
  span: number;
  year: number;
  national: Course;
  /** Only where a paper was passed by a local line. */
  local?: Course;
  expired: Counted[];
  waiting: { subject: string; year: number }[];
  proofUntil?: number;
}

/** The subjects of a level. */
export function subjectsOf(level: Level): string[] {
  return PAPERS_OF[level].map(({ subject }) => subject);
}

/** The first year in which a level was passed by papers of a scope: a national pass holds in every place, too. Undefined: in none. */
export function passedIn(papers: readonly SatPaper[], level: Level, scope: Scope): number | undefined {
  const passes = papers.filter((paper) => isPass(paper, scope));
  const years = [...new Set(passes.map(({ year }) => year))].sort((a, b) => a - b);
  return years.find((year) => subjectsOf(level).every((subject) => passes.some(fits(subject, level, year))));
}

/** What of a level's papers counts for the exam of `year`, and what is to be sat then. */
export function cycleOf(papers: readonly SatPaper[], level: Level, year: number): Cycle {
  const own = papers.filter(({ subject }) => subjectsOf(level).includes(subject));
  const national = courseOf(own, { level, scope: 'national', year });
  const local = courseOf(own, { level, scope: 'local', year });
  const hasLocal = own.some(({ verdict }) => verdict === 'local');
  const passes = latestPasses(own, { level, scope: 'local', year: Number.POSITIVE_INFINITY });
  const isOpen = national.passed === undefined;
  return {
    ...{ level, subjects: subjectsOf(level), span: SPAN[level], year, national },
    ...(hasLocal ? { local } : {}),
    expired: isOpen && local.passed === undefined ? passes.filter(({ until }) => until < year) : [],
    waiting: own
      .filter(({ verdict }) => verdict === undefined)
      .map(({ subject, year: sat }) => ({ subject, year: sat })),
    ...(level === 'senior' && national.passed !== undefined ? { proofUntil: national.passed + PROOF_YEARS } : {}),
  };
}

interface Asked {
  level: Level;
  scope: Scope;
  year: number;
}

function courseOf(papers: readonly SatPaper[], asked: Asked): Course {
  const passed = passedIn(papers, asked.level, asked.scope);
  if (passed !== undefined) return { passed, counts: [], next: [] };
  const counts = latestPasses(papers, asked).filter(({ until }) => until >= asked.year);
  const isCounted = (subject: string) => counts.some((one) => one.subject === subject);
  return { counts, next: subjectsOf(asked.level).filter((subject) => !isCounted(subject)) };
}

/** The latest pass of each subject before `year`, or in it. */
function latestPasses(papers: readonly SatPaper[], { level, scope, year }: Asked): Counted[] {
  return subjectsOf(level).flatMap((subject) => {
    const passes = papers.filter((paper) => paper.subject === subject && isPass(paper, scope) && paper.year <= year);
    const latest = [...passes].sort((a, b) => b.year - a.year || (a.verdict === 'national' ? -1 : 1))[0];
    if (latest === undefined) return [];
    const own: Scope = latest.verdict === 'national' ? 'national' : 'local';
    return [{ subject, year: latest.year, scope: own, until: latest.year + SPAN[level] - 1 }];
  });
}

function isPass({ verdict }: SatPaper, scope: Scope): boolean {
  return verdict === 'national' || (scope === 'local' && verdict === 'local');
}

function fits(subject: string, level: Level, year: number) {
  return (paper: SatPaper) => paper.subject === subject && paper.year <= year && paper.year > year - SPAN[level];
}

/** The exam that is planned for on a day: this year's until its last day; where its days are not known, this year's. */
export function plannedYear(sittings: readonly Sitting[], today: Day): number {
  const year = Number(today.slice(0, 4));
  const last = [...(sittings.find((sitting) => sitting.year === year)?.days ?? [])].sort().at(-1);
  return last !== undefined && last < today ? year + 1 : year;
}
