// An application for a subsidy: 申请 → 初审 → 公示 → 发放, with 退回补正, 异议, 不通过 and 撤回, as a table; each step a fact with who, when and why. Two
// people stand behind each payment: whoever checks puts nothing on the list. What the step `pay` records is a payment that was made elsewhere.
import type { Level } from '../questions/release.ts';
import type { Day, Instant } from '../time.ts';
import type { Claimant } from './claimant.ts';

/** 已申请、初审通过、公示中、公示期满、已发放、退回补正、有异议、不通过、已撤回. */
export const STATES = [
  ...(['applied', 'checked', 'listed', 'published', 'paid'] as const),
  ...(['returned', 'objected', 'refused', 'withdrawn'] as const),
] as const;

export type State = (typeof STATES)[number];

interface Row {
  from: readonly State[];
  to: State;
  /** Whose: the applicant's own · whoever checks for the unit · whoever decides at the desk. */
  by: 'self' | 'checker' | 'decider';
  needsReason: boolean;
  /** Not by whoever made the last step of this name. */
  notAfter?: Move;
}

const ROWS = {
  resubmit: { from: ['returned'], to: 'applied', by: 'self', needsReason: false },
  withdraw: { from: ['applied', 'returned', 'checked', 'listed'], to: 'withdrawn', by: 'self', needsReason: false },
  check: { from: ['applied'], to: 'checked', by: 'checker', needsReason: false },
  return: { from: ['applied', 'checked'], to: 'returned', by: 'checker', needsReason: true },
  refuse: { from: ['applied', 'checked', 'objected'], to: 'refused', by: 'decider', needsReason: true },
  list: { from: ['checked'], to: 'listed', by: 'decider', needsReason: false, notAfter: 'check' },
  object: { from: ['listed'], to: 'objected', by: 'decider', needsReason: true },
  dismiss: { from: ['objected'], to: 'listed', by: 'decider', needsReason: true },
  publish: { from: ['listed'], to: 'published', by: 'decider', needsReason: false },
  pay: { from: ['published'], to: 'paid', by: 'decider', needsReason: false },
} as const satisfies Record<string, Omit<Row, 'notAfter'> & { notAfter?: string }>;

export type Move = keyof typeof ROWS;

/** All moves, in the table's order. */
export const MOVES = /* @__PURE__ */ Object.keys(ROWS) as Move[];

export interface Step {
  move: Move | 'apply';
  at: Instant;
  by: string;
  why?: string;
  /** What a check found it to come to, and the day of a payment. */
  cents?: number;
  day?: Day;
}

/** The months that a monthly subsidy is applied for: so many from one on, `2026-01`. */
export interface Months {
  from: string;
  count: number;
}

export interface Application {
  id: string;
  person: string;
  /** 1 when it was made, one more with each step. */
  version: number;
  /** When its last step was made. */
  at: Instant;
  /** The rule by its id, and the day on which it was applied for: the entry of the rule that held then is the one that counts. */
  rule: string;
  day: Day;
  level: Level;
  months?: Months;
  /** Where the person worked when they applied, and the bureau that decides. */
  unit: string;
  desk: string;
  /** What was typed, and what the record said, when it was handed in last. */
  answers: Claimant;
  recorded: Claimant;
  state: State;
  /** What the rule comes to, and since the check what it found; missing where it is not known before. */
  cents?: number;
  batch?: string;
  /** The steps in the order they came; the first is `apply`. */
  steps: readonly [Step, ...Step[]];
}

/** Why an application, a step of it or a list is refused; the sentences of the site explain each. */
export type SubsidyRefusal =
  | 'subsidy-rule'
  | 'subsidy-no-desk'
  | 'subsidy-place'
  | 'subsidy-level'
  | 'subsidy-months'
  | 'subsidy-incomplete'
  | 'subsidy-nothing'
  | 'subsidy-held'
  | 'subsidy-state'
  | 'subsidy-own'
  | 'subsidy-four-eyes'
  | 'subsidy-amount'
  | 'subsidy-notice'
  | 'subsidy-batch'
  | 'subsidy-batch-begun'
  | 'subsidy-batch-full'
  | 'subsidy-notice-runs';

export type MoveFault = 'wrong-state' | 'no-reason' | 'own' | 'four-eyes' | 'no-amount';

export type Moved = { ok: true; application: Application } | { ok: false; reason: MoveFault };

/** What a step brings besides who and when. */
export interface Moving {
  move: Move;
  at: Instant;
  by: string;
  why?: string | undefined;
  cents?: number | undefined;
  day?: Day | undefined;
  batch?: string | undefined;
}

/** Whose a move is. */
export function sideOf(move: Move): Row['by'] {
  return ROWS[move].by;
}

/** States in which nothing more is done, and from which nothing was paid: the same may be applied for again. */
export function isGivenUp(state: State): boolean {
  return state === 'refused' || state === 'withdrawn';
}

/** Whether somebody still has to do something. */
export function isOpen(state: State): boolean {
  return state !== 'paid' && !isGivenUp(state);
}

/** What stands against a move; undefined when nothing does. Nobody but the applicant makes the applicant's moves, and they make no other. */
function faultOf(
  { state, person, steps }: Pick<Application, 'state' | 'person' | 'steps'>,
  { move, by, why = '' }: Pick<Moving, 'move' | 'by' | 'why'>,
): Exclude<MoveFault, 'no-amount'> | undefined {
  const row: Row = ROWS[move];
  if (!row.from.includes(state)) return 'wrong-state';
  if ((row.by === 'self') !== (by === person)) return 'own';
  if (row.notAfter !== undefined && steps.findLast((step) => step.move === row.notAfter)?.by === by) return 'four-eyes';
  return row.needsReason && why.trim() === '' ? 'no-reason' : undefined;
}

/** The moves that the table leaves to somebody, a reason given. */
export function movesOf(application: Pick<Application, 'state' | 'person' | 'steps'>, by: string): Move[] {
  return MOVES.filter((move) => faultOf(application, { move, by, why: '-' }) === undefined);
}

/** An application with one more step, or why not. A check says what it comes to; nothing goes on a list without that. */
export function moved(before: Application, moving: Moving): Moved {
  const { move, at, by, why, cents = before.cents, day } = moving;
  const reason = faultOf(before, moving);
  if (reason !== undefined) return { ok: false, reason };
  if ((move === 'check' || move === 'list') && cents === undefined) return { ok: false, reason: 'no-amount' };
  const step: Step = {
    ...{ move, at, by },
    ...(why === undefined || why.trim() === '' ? {} : { why: why.trim() }),
    ...(move === 'check' && cents !== undefined ? { cents } : {}),
    ...(day === undefined ? {} : { day }),
  };
  const { batch: _, ...rest } = before;
  const batch = move === 'list' ? moving.batch : before.batch;
  const steps: Application['steps'] = [...before.steps, step];
  const next = { ...rest, version: before.version + 1, at, state: ROWS[move].to, steps };
  return {
    ok: true,
    application: {
      ...next,
      ...(batch === undefined ? {} : { batch }),
      ...(cents === undefined ? {} : { cents }),
    },
  };
}

type Wanted = Pick<Application, 'rule' | 'level' | 'months'>;

/**
 * The application that stands in the way of another one: nobody is paid twice for a level or a month, and of a one-off subsidy one application is
 * under way at a time, so that a difference and a cap see all that was paid before. What was given up stands in nobody's way.
 */
export function inTheWay(all: readonly Application[], wanted: Wanted): Application | undefined {
  return all.find((one) => {
    if (one.rule !== wanted.rule || isGivenUp(one.state)) return false;
    if (wanted.months === undefined) return isOpen(one.state) || one.level === wanted.level;
    const taken = new Set(one.months === undefined ? [] : monthsIn(one.months));
    return monthsIn(wanted.months).some((month) => taken.has(month));
  });
}

/** The months of a span, `2026-01`. */
export function monthsIn({ from, count }: Months): string[] {
  const first = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, i) => {
    const [year, month] = [Math.floor((first + i) / 12), ((first + i) % 12) + 1];
    return `${year}-${String(month).padStart(2, '0')}`;
  });
}

/** Cents that somebody has been paid by a rule. */
export function receivedBy(
  applications: readonly Pick<Application, 'rule' | 'state' | 'cents'>[],
  rule: string,
): number {
  return applications
    .filter((one) => one.rule === rule && one.state === 'paid')
    .reduce((sum, { cents = 0 }) => sum + cents, 0);
}
