// The facts of the continuing-education ledger: what somebody learned, with its proof, and the states it went through. Nothing is edited or deleted:
// a state is added to those before it, and what was revoked stays to be seen.
import { type Interval, minutesOf } from '../attendance/intervals.ts';
import { type Day, dayOf, type Instant } from '../time.ts';
import { MINUTES_PER_HOUR } from './conversion.ts';
import { DEGREE } from './targets.ts';

/** 培训, 学历学位, 未取得学历学位的专业课程授课, 省级认可的其他形式 (民发〔2009〕123号 第九条). */
export type HoursKind = 'training' | 'degree' | 'taught' | 'local';

/** A file that proves an entry: its name, size and SHA-256 in hexadecimal digits. */
export interface Evidence {
  name: string;
  bytes: number;
  sha256: string;
}

export type EntryState = 'proposed' | 'approved' | 'refused' | 'revoked';

export interface StateFact {
  state: EntryState;
  at: Instant;
  by: string;
  why?: string | undefined;
}

/** To the minute, as a session's verdict gives it; or so many minutes of a day, as a proof from elsewhere says. */
export type When = { intervals: readonly Interval[] } | { day: Day; minutes: number };

export type Learned =
  | { kind: 'training'; when: When }
  /** `day` is the day on which the degree was awarded. */
  | { kind: 'degree'; day: Day }
  /** `degree` is the entry of the degree that those courses led to, once there is one. */
  | { kind: 'taught'; when: When; degree?: string | undefined }
  /** A category that a place recognises; `place` is the code of its division. */
  | { kind: 'local'; when: When; place: string; category: string };

export type HoursEntry = Learned & {
  id: string;
  /** What it was called and who held it, of what was not earned in a course of ours. Free text. */
  title?: string;
  organiser?: string;
  evidence: readonly Evidence[];
  /** The states in the order they came; an entry begins with one. */
  facts: readonly [StateFact, ...StateFact[]];
};

interface Row {
  from: EntryState;
  to: EntryState;
  needsReason: boolean;
  /** Not by whoever made the fact before. */
  byAnother: boolean;
}

/** What may be done to an entry. Hours of a closed course begin as approved; what people hand in begins as proposed. */
const MOVES = {
  approve: { from: 'proposed', to: 'approved', needsReason: false, byAnother: true },
  refuse: { from: 'proposed', to: 'refused', needsReason: true, byAnother: false },
  revoke: { from: 'approved', to: 'revoked', needsReason: true, byAnother: false },
} as const satisfies Record<string, Row>;

export type EntryMove = keyof typeof MOVES;

export type EntryMoved =
  | { ok: true; entry: HoursEntry }
  | { ok: false; reason: 'wrong-state' | 'own' | 'no-reason'; state: EntryState };

/** The state an entry is in: the last of its facts. */
export function stateOf({ facts }: Pick<HoursEntry, 'facts'>): StateFact {
  return facts.at(-1) ?? facts[0];
}

/** Whether the table lets somebody make a move; the button and the condition of the write ask the same. */
export function canMoveEntry(entry: HoursEntry, move: EntryMove, by: string): boolean {
  return faultOf(entry, move, { by, why: '-' }) === undefined;
}

/** An entry with one more state, or why not. */
export function moveEntry(entry: HoursEntry, move: EntryMove, fact: Omit<StateFact, 'state'>): EntryMoved {
  const reason = faultOf(entry, move, fact);
  if (reason !== undefined) return { ok: false, reason, state: stateOf(entry).state };
  return { ok: true, entry: { ...entry, facts: [...entry.facts, { ...fact, state: MOVES[move].to }] } };
}

/** Minutes of an entry before any rule but the one that a degree has a fixed number. */
export function minutesIn(entry: Learned): number {
  if (entry.kind === 'degree') return DEGREE.hours * MINUTES_PER_HOUR;
  return 'day' in entry.when ? entry.when.minutes : minutesOf(entry.when.intervals);
}

/** The day on which an entry began; undefined for one without any time in it. */
export function dayIn(entry: Learned): Day | undefined {
  if (entry.kind === 'degree') return entry.day;
  if ('day' in entry.when) return entry.when.day;
  const [first] = entry.when.intervals.map(({ from }) => from).sort();
  return first === undefined ? undefined : dayOf(first);
}

/** Whether all of it lies behind an instant: nobody has learned what is to come. */
export function isOver(entry: Learned, now: Instant): boolean {
  if (entry.kind !== 'degree' && 'intervals' in entry.when) return entry.when.intervals.every(({ to }) => to <= now);
  return (dayIn(entry) ?? '') <= dayOf(now);
}

function faultOf(entry: HoursEntry, move: EntryMove, { by, why = '' }: Pick<StateFact, 'by' | 'why'>) {
  const row: Row = MOVES[move];
  const last = stateOf(entry);
  if (last.state !== row.from) return 'wrong-state';
  if (row.byAnother && last.by === by) return 'own';
  return row.needsReason && why.trim() === '' ? 'no-reason' : undefined;
}
