// What became of a paper: how the pass lines judge it, whether one word of it contradicts another or only says more, whether it can be known yet.
import type { Level } from '../questions/release.ts';
import type { Day } from '../time.ts';
import type { Sitting } from './calendar.ts';
import { type PassLine, passLineFor } from './pass-line.ts';
import type { Paper, Result, Verdict } from './record.ts';

export interface Judged {
  year: number;
  level: Level;
  region?: string | undefined;
}

/** A paper with what the lines say of it; those of `region`, where it was sat, with the national one. */
export function judged(
  lines: readonly PassLine[],
  { subject, result }: Pick<Paper, 'subject' | 'result'>,
  { year, level, region }: Judged,
): Paper {
  const known = { subject, result };
  if (result.kind !== 'marks') {
    const verdict = VERDICT_OF[result.kind];
    return verdict === undefined ? known : { ...known, verdict };
  }
  const [national, own] = [undefined, region].map((at) => passLineFor(lines, { year, level, subject, region: at }));
  if (national !== undefined && result.marks >= national.mark) {
    return { ...known, verdict: 'national', line: national.mark };
  }
  if (own?.scope === 'local' && result.marks >= own.mark) return { ...known, verdict: 'local', line: own.mark };
  return own === undefined ? known : { ...known, verdict: 'failed', line: own.mark };
}

const VERDICT_OF: Readonly<Partial<Record<Result['kind'], Verdict>>> = {
  passed: 'national',
  'passed-local': 'local',
  failed: 'failed',
};

const WORD_OF = { national: 'passed', local: 'passed-local', failed: 'failed' } as const;

/** A paper without its marks: what became of it, and no more. It counts as it did. */
export function unmarked({ subject, result, verdict }: Paper): Paper {
  const word = verdict === undefined ? 'sat' : WORD_OF[verdict];
  const kept: Paper = { subject, result: result.kind === 'marks' ? { kind: word } : result };
  return verdict === undefined ? kept : { ...kept, verdict };
}

/** Whether somebody sat it. */
export function isSat({ kind }: Result): boolean {
  return kind !== 'registered' && kind !== 'absent';
}

/** Whether something is said that is known only once the exam has begun. */
export function isOutcome({ kind }: Result): boolean {
  return kind !== 'registered';
}

/** Whether the exam of a year has begun: by its days or, where those are not known, once the year is over. */
export function hasBegun(sittings: readonly Sitting[], year: number, today: Day): boolean {
  const days = sittings.find((sitting) => sitting.year === year)?.days;
  const first = days === undefined ? `${year}-12-31` : [...days].sort()[0];
  return first !== undefined && first <= today;
}

/** The first day of a year's exam; undefined while it is not announced. */
export function firstDay(sittings: readonly Sitting[], year: number): Day | undefined {
  return [...(sittings.find((sitting) => sitting.year === year)?.days ?? [])].sort()[0];
}

/** `same` · `more`: it says more of the same · `less`: it is known already, and more · `other`: both cannot be. */
export type Relation = 'same' | 'more' | 'less' | 'other';

/** How what is said of a paper stands to what was said before. */
export function relationOf(
  before: Pick<Paper, 'result' | 'verdict'>,
  after: Pick<Paper, 'result' | 'verdict'>,
): Relation {
  if (isSameResult(before.result, after.result)) return 'same';
  if (isMore(before, after)) return 'more';
  return isMore(after, before) ? 'less' : 'other';
}

function isSameResult(a: Result, b: Result): boolean {
  return a.kind === b.kind && (a.kind !== 'marks' || (b.kind === 'marks' && a.marks === b.marks));
}

/** From having registered to having sat, to having passed or not, to marks that say the same. */
function isMore(before: Pick<Paper, 'result' | 'verdict'>, after: Pick<Paper, 'result' | 'verdict'>): boolean {
  const [from, to] = [rankOf(before.result), rankOf(after.result)];
  if (from >= to) return false;
  if (from === 0) return true;
  if (before.result.kind === 'absent') return false;
  return from === 1 || before.verdict === after.verdict;
}

function rankOf({ kind }: Result): number {
  if (kind === 'registered') return 0;
  if (kind === 'absent' || kind === 'sat') return 1;
  return kind === 'marks' ? 3 : 2;
}

/** The papers of a saying with those of a later one: a paper that the later one leaves out stays, one it says less of does, too. */
export function mergedPapers(before: readonly Paper[], after: readonly Paper[]): Paper[] {
  const said = new Map(after.map((paper) => [paper.subject, paper]));
  const kept = before.map((paper) => {
    const next = said.get(paper.subject);
    return next === undefined || relationOf(paper, next) === 'less' ? paper : next;
  });
  const known = new Set(before.map(({ subject }) => subject));
  return [...kept, ...after.filter(({ subject }) => !known.has(subject))];
}

/** The subjects of which two sayings contradict each other. */
export function contradictions(before: readonly Paper[], after: readonly Paper[]): string[] {
  return after.flatMap((paper) => {
    const held = before.find(({ subject }) => subject === paper.subject);
    return held !== undefined && relationOf(held, paper) === 'other' ? [paper.subject] : [];
  });
}
