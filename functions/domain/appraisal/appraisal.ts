// An appraisal of a unit's work (考核): opened by the bureau above, scored by the unit itself, seen by a supervisor, decided by a leader, published to
// the unit, which may object once. Which move leads from which state is a table; buttons and writes are made from it.
import type { Action } from '../access/actions.ts';
import { type Day, dayOf, type Instant } from '../time.ts';
import {
  type Cycle,
  type Figure,
  type Grade,
  gradeFor,
  type Scores,
  type Template,
  totalOf,
  unsound,
} from './template.ts';

export const STATES = [
  'opened',
  'scored',
  'visited',
  'decided',
  'published',
  'objected',
  'settled',
  'withdrawn',
] as const;
export type State = (typeof STATES)[number];

export const MOVES = ['score', 'visit', 'decide', 'publish', 'object', 'settle', 'withdraw'] as const;
export type Move = (typeof MOVES)[number];

interface Row {
  from: readonly State[];
  to: State;
  right: Extract<Action, 'scoreOwnWork' | 'appraise' | 'decideAppraisal'>;
}

/** A unit that gives no word of its own is seen all the same. What is published is changed by settling an objection alone. */
const TABLE: Readonly<Record<Move, Row>> = {
  score: { from: ['opened', 'scored'], to: 'scored', right: 'scoreOwnWork' },
  visit: { from: ['opened', 'scored', 'visited'], to: 'visited', right: 'appraise' },
  decide: { from: ['visited', 'decided'], to: 'decided', right: 'decideAppraisal' },
  publish: { from: ['decided'], to: 'published', right: 'decideAppraisal' },
  object: { from: ['published'], to: 'objected', right: 'scoreOwnWork' },
  settle: { from: ['objected'], to: 'settled', right: 'decideAppraisal' },
  withdraw: { from: ['opened', 'scored', 'visited', 'decided'], to: 'withdrawn', right: 'decideAppraisal' },
};

/** What the visitor leaves to somebody else. */
export const DECIDING: readonly Move[] = ['decide', 'settle'];

/** The states that the unit itself is told of what goes on above it. */
const TOLD: Readonly<Record<State, State>> = {
  ...(Object.fromEntries(STATES.map((state) => [state, state])) as Record<State, State>),
  decided: 'visited',
};

/** The months that are appraised: a quarter of a year, or all of it. */
export interface Term {
  year: string;
  /** 1 to 4; missing for the whole year. */
  quarter?: number;
}

export interface Sheet {
  scores: Scores;
  note: string;
}

export interface Step {
  move: Move | 'open';
  at: Instant;
  by: string;
  note?: string;
}

export interface Appraisal {
  unit: string;
  /** Term and template: a unit has one of each. */
  id: string;
  version: number;
  /** The instant of the last step. */
  at: Instant;
  term: Term;
  template: { id: string; version: number };
  /** The bureau that opened it. */
  bureau: string;
  /** The last day on which the unit's own word is expected. */
  due: Day;
  state: State;
  /** What was counted when the unit gave its own word. */
  counted?: { figures: Readonly<Partial<Record<Figure, number>>>; at: Instant };
  self?: Sheet;
  visit?: Sheet & { day: Day };
  decision?: Sheet & { grade: Grade };
  objection?: string;
  /** What an objection led to: it stands in the decision's place. */
  settlement?: Sheet & { grade: Grade };
  /** All steps in the order they came. */
  steps: Step[];
}

/** What a move brings. */
export type Moving =
  | { move: 'score'; scores: Scores; note: string; figures: NonNullable<Appraisal['counted']>['figures'] }
  | { move: 'visit'; scores: Scores; note: string; day: Day }
  | { move: 'decide' | 'settle'; scores: Scores; note: string; grade: Grade }
  | { move: 'publish' }
  | { move: 'object' | 'withdraw'; note: string };

/** `appraisal-eyes`: whoever made the visit that stands does not decide as well. */
export type MoveFault = 'appraisal-state' | 'appraisal-scores' | 'appraisal-day' | 'appraisal-eyes' | 'no-reason';

/** Why an appraisal is not moved; and a unit that is one's own. */
export type AppraisalRefusal = MoveFault | 'appraisal-own';

export type Moved = { ok: true; appraisal: Appraisal } | { ok: false; reason: MoveFault };

export interface Opening extends Pick<Appraisal, 'unit' | 'term' | 'bureau' | 'due'> {
  template: Template;
  at: Instant;
  by: string;
}

/** `2026-q1.quarter`, `2026.sixfold`. */
export function appraisalId({ year, quarter }: Term, template: string): string {
  return `${year}${quarter === undefined ? '' : `-q${quarter}`}.${template}`;
}

/** First and last month of a term, `2026-01` and `2026-03`. */
export function monthsOf({ year, quarter }: Term): { from: string; to: string } {
  const month = (number: number) => `${year}-${String(number).padStart(2, '0')}`;
  return quarter === undefined
    ? { from: month(1), to: month(12) }
    : { from: month(quarter * 3 - 2), to: month(quarter * 3) };
}

export function cycleOf({ quarter }: Term): Cycle {
  return quarter === undefined ? 'year' : 'quarter';
}

/** A new appraisal; over one that was withdrawn, its next version. */
export function opened({ template, at, by, ...rest }: Opening, before?: Appraisal): Appraisal {
  const step: Step = { move: 'open', at, by };
  return {
    ...rest,
    id: appraisalId(rest.term, template.id),
    template: { id: template.id, version: template.version },
    version: (before?.version ?? 0) + 1,
    ...{ at, state: 'opened', steps: [...(before?.steps ?? []), step] },
  };
}

/** The right that a move asks for. */
export function rightFor(move: Move): Row['right'] {
  return TABLE[move].right;
}

/** The moves that lead on from a state; without a visit where the template has none. */
export function movesFrom(state: State, { visited }: Pick<Template, 'visited'>): Move[] {
  return MOVES.filter((move) => {
    if (!visited && move === 'visit') return false;
    if (!visited && move === 'decide' && state === 'scored') return true;
    return TABLE[move].from.includes(state);
  });
}

/** The state as the unit itself is told it. */
export function toldState(state: State): State {
  return TOLD[state];
}

/** Whether the unit may see what was found and decided. */
export function isPublished(state: State): boolean {
  return ['published', 'objected', 'settled'].includes(state);
}

/** What holds of an appraisal: what an objection led to, or else the decision. */
export function outcomeOf({ decision, settlement }: Appraisal): Appraisal['decision'] {
  return settlement ?? decision;
}

/** Four eyes: the visit and the decision, or what an objection leads to, are two people's. Another visit by somebody else makes way. */
export function isVisitorOf({ steps }: Pick<Appraisal, 'steps'>, person: string): boolean {
  const last = steps.findLast(({ move }) => move === 'visit' || move === 'open');
  return last?.move === 'visit' && last.by === person;
}

/** The appraisal after a move. Another grade than the points give needs a word why, as does an objection, its settlement and a withdrawal. */
export function moved(
  appraisal: Appraisal,
  moving: Moving,
  { template, at, by }: { template: Template; at: Instant; by: string },
): Moved {
  const fault = faultOf(appraisal, moving, { template, at, by });
  if (fault !== undefined) return { ok: false, reason: fault };
  const note = 'note' in moving && moving.note !== '' ? { note: moving.note } : {};
  const steps = [...appraisal.steps, { move: moving.move, at, by, ...note }];
  const state = TABLE[moving.move].to;
  return {
    ok: true,
    appraisal: { ...appraisal, ...brought(moving, at), state, at, steps, version: appraisal.version + 1 },
  };
}

function faultOf(
  appraisal: Appraisal,
  moving: Moving,
  { template, at, by }: { template: Template; at: Instant; by: string },
): MoveFault | undefined {
  if (!movesFrom(appraisal.state, template).includes(moving.move)) return 'appraisal-state';
  if (DECIDING.includes(moving.move) && isVisitorOf(appraisal, by)) return 'appraisal-eyes';
  if (moving.move === 'visit' && moving.day > dayOf(at)) return 'appraisal-day';
  if ('scores' in moving && unsound(template, moving.scores).length > 0) return 'appraisal-scores';
  return 'note' in moving && moving.note === '' && needsNote(moving, template) ? 'no-reason' : undefined;
}

function needsNote(moving: Moving, template: Template): boolean {
  if (moving.move === 'decide') return moving.grade !== gradeFor(template, totalOf(moving.scores));
  return ['object', 'settle', 'withdraw'].includes(moving.move);
}

function brought(moving: Moving, at: Instant): Partial<Appraisal> {
  switch (moving.move) {
    case 'score':
      return { self: sheetOf(moving), counted: { figures: moving.figures, at } };
    case 'visit':
      return { visit: { ...sheetOf(moving), day: moving.day } };
    case 'decide':
      return { decision: { ...sheetOf(moving), grade: moving.grade } };
    case 'settle':
      return { settlement: { ...sheetOf(moving), grade: moving.grade } };
    case 'object':
      return { objection: moving.note };
    default:
      return {};
  }
}

function sheetOf({ scores, note }: Sheet): Sheet {
  return { scores, note };
}
