// The fold: from a set of journal entries to what a person sees. Entries are put in one total order first (time, device, seq),
// so devices that merge in any order, or twice, arrive at the same state.
import type { HalfPoints } from '../grading/profile.ts';
import type { OptionId } from '../questions/question.ts';
import { type Day, dayOf, type Instant } from '../time.ts';
import type { Entry } from './journal.ts';
import { STREAK } from './journal.ts';

/** All that is known of one question for one person. */
export interface QuestionRecord {
  answers: number;
  /** Answers that earned full marks. */
  rights: number;
  earned: HalfPoints;
  possible: HalfPoints;
  /** Full-mark answers in a row up to now. */
  streak: number;
  last?: { at: Instant; picked: OptionId[]; earned: HalfPoints; possible: HalfPoints; version: number };
  /** When it was last answered with less than full marks. */
  lastWrongAt?: Instant;
  flagged: boolean;
  favourite: boolean;
  note: string;
  /** When it was taken out of the wrong book by hand. */
  dismissedAt?: Instant;
}

/** What was answered on one day (Asia/Shanghai). */
export interface DayCount {
  answers: number;
  rights: number;
}

export interface State {
  questions: ReadonlyMap<string, Readonly<QuestionRecord>>;
  days: ReadonlyMap<Day, Readonly<DayCount>>;
  /** The wrong book's setting. */
  streak: number;
  /** The stamp of the latest entry, for `stampAfter`. */
  latest?: Instant;
}

const BLANK: Readonly<QuestionRecord> = {
  answers: 0,
  rights: 0,
  earned: 0,
  possible: 0,
  streak: 0,
  flagged: false,
  favourite: false,
  note: '',
};

/** What is known of a question, also when nothing is. */
export function recordOf(state: State, question: string): Readonly<QuestionRecord> {
  return state.questions.get(question) ?? BLANK;
}

/** The state of nobody who has done nothing. */
export const EMPTY: State = { questions: new Map(), days: new Map(), streak: STREAK.usual };

/** The state of a set of entries. The same (device, seq) twice counts once. */
export function fold(entries: Iterable<Entry>): State {
  const ordered = [...entries].sort(inOrder);
  const questions = new Map<string, QuestionRecord>();
  const days = new Map<Day, DayCount>();
  const seen = new Set<string>();
  let streak: number = STREAK.usual;
  for (const entry of ordered) {
    const identity = `${entry.device} ${entry.seq}`;
    if (seen.has(identity)) continue;
    seen.add(identity);
    if (entry.kind === 'setting') streak = Math.min(STREAK.max, Math.max(STREAK.min, entry.value));
    else questions.set(entry.question, applied(questions.get(entry.question) ?? BLANK, entry));
    if (entry.kind === 'answer') days.set(dayOf(entry.at), counted(days.get(dayOf(entry.at)), entry));
  }
  const latest = ordered.at(-1)?.at;
  return latest === undefined ? EMPTY : { questions, days, streak, latest };
}

/** The state with later entries added: the same as folding everything anew, without the sort when one is added that is the newest. */
export function foldOnto(state: State, all: readonly Entry[], added: readonly Entry[]): State {
  const [entry, ...others] = added;
  if (entry === undefined || others.length > 0 || entry.kind === 'setting') return fold(all);
  if (state.latest !== undefined && entry.at <= state.latest) return fold(all);
  const questions = new Map(state.questions).set(entry.question, applied(recordOf(state, entry.question), entry));
  const days = new Map(state.days);
  if (entry.kind === 'answer') days.set(dayOf(entry.at), counted(days.get(dayOf(entry.at)), entry));
  return { questions, days, streak: state.streak, latest: entry.at };
}

/** The total order of entries. Its last resort, the whole text, matters only should one identity carry two contents. */
function inOrder(a: Entry, b: Entry): number {
  return (
    compare(a.at, b.at) || compare(a.device, b.device) || a.seq - b.seq || compare(JSON.stringify(a), JSON.stringify(b))
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function applied(record: Readonly<QuestionRecord>, entry: Exclude<Entry, { kind: 'setting' }>): QuestionRecord {
  switch (entry.kind) {
    case 'answer':
      return answered(record, entry);
    case 'note':
      return { ...record, note: entry.text };
    case 'mark':
      if (entry.mark === 'flag') return { ...record, flagged: entry.on };
      if (entry.mark === 'favourite') return { ...record, favourite: entry.on };
      return dismissed(record, entry);
  }
}

function answered(record: Readonly<QuestionRecord>, entry: Extract<Entry, { kind: 'answer' }>): QuestionRecord {
  const right = entry.earned === entry.possible;
  return {
    ...record,
    answers: record.answers + 1,
    rights: record.rights + (right ? 1 : 0),
    earned: record.earned + entry.earned,
    possible: record.possible + entry.possible,
    streak: right ? record.streak + 1 : 0,
    last: {
      at: entry.at,
      picked: entry.picked,
      earned: entry.earned,
      possible: entry.possible,
      version: entry.version,
    },
    ...(right ? {} : { lastWrongAt: entry.at }),
  };
}

function dismissed(record: Readonly<QuestionRecord>, entry: Extract<Entry, { kind: 'mark' }>): QuestionRecord {
  const { dismissedAt: _, ...rest } = record;
  return entry.on ? { ...rest, dismissedAt: entry.at } : rest;
}

function counted(day: Readonly<DayCount> | undefined, entry: Extract<Entry, { kind: 'answer' }>): DayCount {
  const right = entry.earned === entry.possible ? 1 : 0;
  return { answers: (day?.answers ?? 0) + 1, rights: (day?.rights ?? 0) + right };
}
