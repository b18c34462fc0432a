// A person's exams: one entry for each year and level, made of facts that are only added to. What holds of an entry follows from its facts; a correction
// is a further fact, with who, when and why.
import type { HalfPoints } from '../grading/profile.ts';
import type { Level } from '../questions/release.ts';
import type { Day, Instant } from '../time.ts';

/** 报名、缺考、参考（没有成绩）、合格、单独划线合格、不合格. */
export const SAID_KINDS = ['registered', 'absent', 'sat', 'passed', 'passed-local', 'failed'] as const;

export type SaidKind = (typeof SAID_KINDS)[number];

/** What is said of a paper: a word, or its marks. */
export type Result = { kind: SaidKind } | { kind: 'marks'; marks: HalfPoints };

/** By which line a paper was passed, if it was. */
export type Verdict = 'national' | 'local' | 'failed';

export interface Paper {
  subject: string;
  result: Result;
  /** As judged when it was said; missing while there is no result, or no line to judge by. */
  verdict?: Verdict;
  /** The pass line that was taken, for marks. */
  line?: HalfPoints;
}

/** A file that stays with whoever has it, known again by its hash. */
export interface Proof {
  name: string;
  bytes: number;
  sha256: string;
}

interface By {
  at: Instant;
  by: string;
  why?: string;
}

/** All papers of the entry as they stood then. */
export interface Saying extends By {
  kind: 'said';
  /** By oneself, by staff, by a list that was imported. */
  how: 'own' | 'staff' | 'import';
  papers: Paper[];
  /** 考点、考区, as it stands on the ticket; 准考证号. */
  site?: string;
  ticket?: string;
  /** The division whose pass line is taken. */
  region?: string;
  evidence: Proof[];
  /** Where the person worked on `day`: the exam's first day, or the day of saying so where that was earlier. */
  units: string[];
  day: Day;
}

/** `refused` and `withdrawn` take back what was said last, or, where that was confirmed, the entry. */
export interface Decision extends By {
  kind: 'confirmed' | 'refused' | 'withdrawn';
}

export type ExamFact = Saying | Decision;

export interface ExamEntry {
  year: number;
  level: Level;
  facts: ExamFact[];
}

export interface ExamRecord {
  person: string;
  entries: ExamEntry[];
}

/** 待确认、已确认、未通过确认、已撤回. */
export const EXAM_STATES = ['declared', 'confirmed', 'refused', 'withdrawn'] as const;

export type ExamState = (typeof EXAM_STATES)[number];

/** What holds of an entry. */
export interface Holding {
  state: ExamState;
  /** What counts; undefined for what is refused or withdrawn. */
  held: Saying | undefined;
  /** What was confirmed last and not taken back. */
  confirmed: Saying | undefined;
  /** What was said last, whatever became of it. */
  last: Saying | undefined;
}

/** Follows the facts of an entry in their order. */
export function holdingOf({ facts }: Pick<ExamEntry, 'facts'>): Holding {
  let [held, confirmed, last]: (Saying | undefined)[] = [];
  let state: ExamState = 'withdrawn';
  for (const fact of facts) {
    if (fact.kind === 'said') {
      [held, last, state] = [fact, fact, 'declared'];
    } else if (fact.kind === 'confirmed') {
      [confirmed, state] = [held, 'confirmed'];
    } else if (confirmed !== undefined && held !== confirmed) {
      // Only what was said since is taken back.
      [held, state] = [confirmed, 'confirmed'];
    } else {
      [held, confirmed, state] = [undefined, undefined, fact.kind];
    }
  }
  return { state, held, confirmed, last };
}

export type ExamMove = 'confirm' | 'refuse' | 'withdraw';

/** Move → in which states it can be made. */
const MOVABLE: Readonly<Record<ExamMove, readonly ExamState[]>> = {
  confirm: ['declared'],
  refuse: ['declared', 'confirmed'],
  withdraw: ['declared', 'confirmed'],
};

/** Whether an entry is in a state for a move. */
export function canMoveExam(entry: ExamEntry, move: ExamMove): boolean {
  return MOVABLE[move].includes(holdingOf(entry).state);
}

const MADE: Readonly<Record<ExamMove, Decision['kind']>> = {
  confirm: 'confirmed',
  refuse: 'refused',
  withdraw: 'withdrawn',
};

/** The fact that a move adds. */
export function decisionOf(move: ExamMove, by: By): Decision {
  return { kind: MADE[move], ...by };
}

/** The entry of a year and level; undefined where there is none. */
export function entryOf(record: ExamRecord, { year, level }: Pick<ExamEntry, 'year' | 'level'>): ExamEntry | undefined {
  return record.entries.find((entry) => entry.year === year && entry.level === level);
}

/** A career has fewer exams, and an exam fewer turns: past these it is an error of somebody's, and an item stays small. */
const MOST = { entries: 40, facts: 200, evidence: 120 };

/** The record with a further fact of a year and level; undefined where it is as full as one gets. */
export function withFacts(
  record: ExamRecord,
  { year, level }: Pick<ExamEntry, 'year' | 'level'>,
  facts: readonly ExamFact[],
): ExamRecord | undefined {
  const before = entryOf(record, { year, level });
  const entry = { year, level, facts: [...(before?.facts ?? []), ...facts] };
  const entries = inOrder([...record.entries.filter((one) => one !== before), entry]);
  const all = entries.flatMap((one) => one.facts);
  const proofs = all.flatMap((fact) => (fact.kind === 'said' ? fact.evidence : []));
  const isFull = entries.length > MOST.entries || all.length > MOST.facts || proofs.length > MOST.evidence;
  return isFull ? undefined : { ...record, entries };
}

const LEVELS: readonly Level[] = ['junior', 'intermediate', 'senior'];

/** Entries as a record holds them: by year, lower levels first. */
export function inOrder(entries: readonly ExamEntry[]): ExamEntry[] {
  return [...entries].sort((a, b) => a.year - b.year || LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
}
