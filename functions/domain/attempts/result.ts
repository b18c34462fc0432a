// What an attempt earned: a line for each question, and what follows from the lines. Integers in half-points throughout.
import { grade, type Verdict } from '../grading/grade.ts';
import type { HalfPoints, ScoringProfile } from '../grading/profile.ts';
import type { ItemKind, PaperForm } from '../papers/blueprint.ts';
import { type Essay, isEssay } from '../questions/essay.ts';
import type { MockItem } from '../questions/mock.ts';
import type { OptionId, Question } from '../questions/question.ts';
import type { Instant } from '../time.ts';
import { type Answered, type LateReason, merged, verdictOf } from './answers.ts';
import type { Attempt, AttemptState, Mode } from './attempt.ts';

/** What was decided about a question whose key was wrong: another key, or full marks for everybody who was asked it (送分). */
export interface KeyCorrection {
  id: string;
  question: string;
  version: number;
  key?: readonly OptionId[];
  credited?: true;
}

/** `credited`: full marks for everybody. `unmarked`, `marked`: answered in words. */
export type LineVerdict = Verdict | 'credited' | 'unmarked' | 'marked';

export interface ResultLine {
  n: number;
  id: string;
  version: number;
  kind: ItemKind;
  chapter: string;
  /** What counted: the newest change that came by the rule. */
  picked: readonly OptionId[];
  verdict: LineVerdict;
  earned: HalfPoints;
  possible: HalfPoints;
  spentS: number;
  /** Why a newer change does not count, and what it said: it is kept and shown. */
  late?: LateReason;
  latePicked?: readonly OptionId[];
}

/** That a correction of a key changed the marks. */
export interface Regrade {
  correction: string;
  at: Instant;
  before: HalfPoints;
  after: HalfPoints;
}

export interface Result {
  attempt: string;
  person: string;
  subject: string;
  form: PaperForm;
  blueprint: string;
  paper?: string;
  profile: string;
  mode: Mode;
  offline: boolean;
  startedAt: Instant;
  endedAt: Instant;
  state: Exclude<AttemptState, 'open'>;
  earned: HalfPoints;
  possible: HalfPoints;
  /** Whether answers in words wait for their marks. */
  marking: 'done' | 'waiting';
  lines: readonly ResultLine[];
  regrades: readonly Regrade[];
  version: number;
}

/** What an attempt is graded by. */
export interface Grading {
  profile: ScoringProfile;
  /** The questions in the order of the paper, in the versions that were asked. */
  items: readonly MockItem[];
  corrections: readonly KeyCorrection[];
}

/** What of a question grades an answer. */
type Graded = Pick<Question, 'id' | 'version' | 'kind' | 'key'>;

/** The result of an attempt that is over (`closed`). `answers`: of each question what is kept, several changes or none. */
export function resultOf(attempt: Attempt, answers: readonly Answered[], grading: Grading): Result {
  const { state, endedAt } = attempt;
  if (state === 'open' || endedAt === undefined) throw new Error('an attempt has a result when it is over');
  const counted = byQuestion(answers.filter((answer) => verdictOf(attempt, answer).counts));
  const all = byQuestion(answers);
  const lines = grading.items.map((item, i): ResultLine => {
    const n = i + 1;
    const line = lineOf({ item, n }, counted.get(n), grading);
    return { ...line, ...lateIn(attempt, all.get(n)) };
  });
  const { id, person, subject, form, blueprint, paper, mode, startedAt } = attempt;
  return {
    ...{ attempt: id, person, subject, form, blueprint, mode, startedAt, endedAt, state },
    ...(paper === undefined ? {} : { paper }),
    profile: grading.profile.id,
    offline: attempt.offline ?? false,
    ...totals(lines),
    lines,
    regrades: [],
    version: 1,
  };
}

/** The newest change of each question. */
function byQuestion(answers: readonly Answered[]): Map<number, Answered> {
  return new Map(merged(answers).map((answer) => [answer.n, answer]));
}

function lineOf(
  { item, n }: { item: MockItem; n: number },
  answer: Answered | undefined,
  grading: Grading,
): ResultLine {
  const { id, version, kind, chapter } = item;
  const { picked = [], spentS = 0 } = answer ?? {};
  const base = { n, id, version, kind, chapter, picked: [...picked], spentS };
  if (!isEssay(item)) return { ...base, ...gradeBy(grading, item, picked) };
  return {
    ...base,
    verdict: 'unmarked',
    earned: 0,
    possible: item.parts.reduce((sum, part) => sum + part.possible, 0),
  };
}

/** What a line says of the newest change of its question when that does not count. */
function lateIn(attempt: Attempt, newest: Answered | undefined): Pick<ResultLine, 'late' | 'latePicked'> {
  const verdict = newest && verdictOf(attempt, newest);
  if (newest === undefined || verdict === undefined || verdict.counts) return {};
  return { late: verdict.reason, latePicked: [...newest.picked] };
}

/** What an answer earns, with the corrections of its key. */
function gradeBy(
  { profile, corrections }: Omit<Grading, 'items'>,
  item: Graded,
  picked: readonly OptionId[],
): Pick<ResultLine, 'verdict' | 'earned' | 'possible'> {
  const correction = corrections.find(({ question, version }) => question === item.id && version === item.version);
  const { full } = profile.kinds[item.kind];
  if (correction?.credited) return { verdict: 'credited', earned: full, possible: full };
  return grade(profile, { kind: item.kind, key: correction?.key ?? item.key }, picked);
}

/** A result graded anew after a key was corrected; undefined when nothing about it changes. Answers that do not count stay so. */
export function regraded(
  result: Result,
  grading: Omit<Grading, 'items'> & { items: readonly (Graded | Pick<Essay, 'id' | 'version' | 'kind'>)[] },
  { id, at }: { id: string; at: Instant },
): Result | undefined {
  if (result.state === 'voided') return undefined;
  const lines = result.lines.map((line) => {
    const item = grading.items.find((one) => one.id === line.id && one.version === line.version);
    if (item === undefined || isEssay(item)) return line;
    return { ...line, ...gradeBy(grading, item, line.picked) };
  });
  if (JSON.stringify(lines) === JSON.stringify(result.lines)) return undefined;
  const sums = totals(lines);
  const regrade = { correction: id, at, before: result.earned, after: sums.earned };
  // Whoever keeps their marks is told nothing: a right answer that everybody is credited with.
  const regrades = regrade.before === regrade.after ? result.regrades : [...result.regrades, regrade];
  return { ...result, ...sums, lines, regrades, version: result.version + 1 };
}

/** What was given for each point of a question in words: `{ '3': { '1': { a: 4, b: 0 } } }` by question, part and point. */
export type EssayMarks = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, HalfPoints>>>>>>;

/** Where marks do not fit: an unknown question, part or point, or more than the point has. */
export interface MarkFault {
  n: string;
  part: string;
  point: string;
}

/** The result with the marks for what was answered in words; all its points must be given marks for a question to be marked. */
export function markedBy(
  result: Result,
  items: readonly MockItem[],
  marks: EssayMarks,
): { ok: true; result: Result } | { ok: false; faults: MarkFault[] } {
  const faults = markFaults(items, marks);
  if (faults.length > 0) return { ok: false, faults };
  const lines = result.lines.map((line): ResultLine => {
    const item = items[line.n - 1];
    const given = marks[String(line.n)];
    if (item === undefined || !isEssay(item) || given === undefined) return line;
    const points = item.parts.flatMap((part) => part.points.map((point) => given[part.id]?.[point.id]));
    if (points.some((point) => point === undefined)) return line;
    return { ...line, verdict: 'marked', earned: points.reduce<number>((sum, point) => sum + (point ?? 0), 0) };
  });
  return { ok: true, result: { ...result, ...totals(lines), lines, version: result.version + 1 } };
}

function markFaults(items: readonly MockItem[], marks: EssayMarks): MarkFault[] {
  return Object.entries(marks).flatMap(([n, parts]) => {
    const item = items[Number(n) - 1];
    return Object.entries(parts).flatMap(([part, points]) =>
      Object.entries(points).flatMap(([point, given]) => {
        const held = item !== undefined && isEssay(item) ? item.parts.find((one) => one.id === part) : undefined;
        const most = held?.points.find((one) => one.id === point)?.possible;
        const fits = most !== undefined && Number.isInteger(given) && given >= 0 && given <= most;
        return fits ? [] : [{ n, part, point }];
      }),
    );
  });
}

function totals(lines: readonly ResultLine[]): Pick<Result, 'earned' | 'possible' | 'marking'> {
  return {
    earned: lines.reduce((sum, line) => sum + line.earned, 0),
    possible: lines.reduce((sum, line) => sum + line.possible, 0),
    marking: lines.some(({ verdict }) => verdict === 'unmarked') ? 'waiting' : 'done',
  };
}
