// A report of a unit (报表): put together as a draft, made of facts as of a cut-off, signed by one person and by another, frozen, sent up, received or
// returned. Which move leads from which state is a table; buttons and writes are made from it.
import type { Action } from '../access/actions.ts';
import type { Instant } from '../time.ts';
import { fits, type Months, reportId, type Template } from './terms.ts';

export const REPORT_STATES = ['draft', 'made', 'signed', 'frozen', 'sent', 'received', 'returned', 'dropped'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

export const REPORT_MOVES = [
  'edit',
  'make',
  'sign',
  'countersign',
  'reopen',
  'send',
  'receive',
  'return',
  'drop',
] as const;
export type ReportMove = (typeof REPORT_MOVES)[number];

interface Row {
  from: readonly ReportState[];
  to: ReportState;
  right: Extract<Action, 'makeReport' | 'signReport' | 'receiveReport'>;
}

/** What is frozen never changes: what was wrong in it goes into another edition. */
const TABLE: Readonly<Record<ReportMove, Row>> = {
  edit: { from: ['draft', 'made'], to: 'draft', right: 'makeReport' },
  make: { from: ['draft', 'made'], to: 'made', right: 'makeReport' },
  sign: { from: ['made'], to: 'signed', right: 'signReport' },
  countersign: { from: ['signed'], to: 'frozen', right: 'signReport' },
  reopen: { from: ['signed'], to: 'draft', right: 'signReport' },
  send: { from: ['frozen'], to: 'sent', right: 'signReport' },
  receive: { from: ['sent'], to: 'received', right: 'receiveReport' },
  return: { from: ['sent', 'received'], to: 'returned', right: 'receiveReport' },
  drop: { from: ['draft', 'made'], to: 'dropped', right: 'makeReport' },
};

/** What is chosen of it: which figures, how many levels of units below, and a word for whoever reads it. */
export interface Selection {
  indicators: readonly string[];
  /** 0: the unit alone as a sum · 1: with the units right below it, one by one · 2: with those below these. */
  levels: 0 | 1 | 2;
  note: string;
}

/** Figures that were made: of which facts, and what came of them. */
export interface Made {
  /** What was known at this instant, and nothing later. */
  cutOff: Instant;
  /** SHA-256 of the text, in hexadecimal digits. */
  hash: string;
  at: Instant;
  by: string;
}

export interface ReportStep {
  move: ReportMove | 'begin';
  at: Instant;
  by: string;
  why?: string;
}

export interface Report extends Selection {
  unit: string;
  id: string;
  version: number;
  /** The instant of the last step. */
  at: Instant;
  template: Template;
  months: Months;
  /** 1 for the first of these months, one more for each that came in another's place. */
  edition: number;
  state: ReportState;
  made?: Made;
  /** The unit it was sent to. */
  sentTo?: string;
  steps: readonly ReportStep[];
}

/** What a move brings. */
export type ReportMoving =
  | ({ move: 'edit' } & Selection)
  | { move: 'make'; made: Made }
  | { move: 'sign' | 'countersign'; hash: string }
  | { move: 'send'; to: string }
  | { move: 'reopen' | 'return'; why: string }
  | { move: 'receive' | 'drop' };

/**
 * `report-state`: it is in no state for this · `report-signer`: one person signs once, and receives nothing they signed · `report-hash`: other figures
 * than were seen · `report-term`: the months are not those of the template, or are not over · `report-open`: an edition of these months is under way.
 */
export type ReportRefusal = 'report-state' | 'report-signer' | 'report-hash' | 'report-term' | 'report-open';

export type Reported = { ok: true; report: Report } | { ok: false; reason: ReportRefusal };

export interface Beginning extends Selection {
  unit: string;
  template: Template;
  months: Months;
  at: Instant;
  by: string;
  /** The last day that is known: months that begin later have nothing to report. */
  today: string;
}

/** A new report. `before`: the last edition of the same template and months; one that was dropped is written over. */
export function begun({ today, at, by, ...given }: Beginning, before?: Report): Reported {
  const { template, months } = given;
  const first = `${months.year}-${String(months.from).padStart(2, '0')}-01`;
  if (!fits(template, months) || first > today) return { ok: false, reason: 'report-term' };
  if (before !== undefined && ['draft', 'made', 'signed'].includes(before.state)) {
    return { ok: false, reason: 'report-open' };
  }
  const isOver = before?.state === 'dropped';
  const edition = before === undefined ? 1 : isOver ? before.edition : before.edition + 1;
  const id = reportId(template, months, edition);
  const version = isOver ? before.version + 1 : 1;
  const steps: ReportStep[] = [{ move: 'begin', at, by }];
  return { ok: true, report: { ...given, id, version, at, edition, state: 'draft', steps } };
}

/** The right that a move asks for. */
export function rightForReport(move: ReportMove): Row['right'] {
  return TABLE[move].right;
}

/** The moves that lead on from a report for somebody: nobody signs twice, nor receives what they signed. */
export function reportMoves(report: Report, person: string): ReportMove[] {
  return REPORT_MOVES.filter(
    (move) => TABLE[move].from.includes(report.state) && !(isAnothers(move) && hasSigned(report, person)),
  );
}

/** Whether its text holds for ever. */
export function isFrozen({ state }: Pick<Report, 'state'>): boolean {
  return ['frozen', 'sent', 'received', 'returned'].includes(state);
}

/** Who signed it, in order; none of a report that was opened again. */
export function signersOf({ steps }: Pick<Report, 'steps'>): ReportStep[] {
  const last = steps.findLastIndex(({ move }) => move === 'reopen');
  return steps.slice(last + 1).filter(({ move }) => move === 'sign' || move === 'countersign');
}

/** The report after a move. */
export function movedReport(report: Report, moving: ReportMoving, { at, by }: { at: Instant; by: string }): Reported {
  if (!TABLE[moving.move].from.includes(report.state)) return { ok: false, reason: 'report-state' };
  if (isAnothers(moving.move) && hasSigned(report, by)) return { ok: false, reason: 'report-signer' };
  if ('hash' in moving && moving.hash !== report.made?.hash) return { ok: false, reason: 'report-hash' };
  const step: ReportStep = { move: moving.move, at, by, ...('why' in moving ? { why: moving.why } : {}) };
  const state = TABLE[moving.move].to;
  const { made, ...rest } = report;
  const kept = state === 'draft' || made === undefined ? rest : { ...rest, made };
  const next = { ...kept, ...brought(moving), state, at, steps: [...report.steps, step], version: report.version + 1 };
  return { ok: true, report: next };
}

function isAnothers(move: ReportMove): boolean {
  return move === 'countersign' || move === 'receive' || move === 'return';
}

function hasSigned(report: Report, person: string): boolean {
  return signersOf(report).some(({ by }) => by === person);
}

function brought(moving: ReportMoving): Partial<Report> {
  switch (moving.move) {
    case 'edit':
      return { indicators: moving.indicators, levels: moving.levels, note: moving.note };
    case 'make':
      return { made: moving.made };
    case 'send':
      return { sentTo: moving.to };
    default:
      return {};
  }
}
