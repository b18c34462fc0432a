// What becomes of a report of a faulty question (纠错): the table is the rule, it offers the decisions and is asked again before one is written.
import type { Instant } from '../time.ts';

/** 新、核实中、已更正、不成立. */
export const REPORT_STATES = ['new', 'checking', 'corrected', 'unfounded'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** What somebody may decide. */
export const REPORT_DECISIONS = ['checking', 'corrected', 'unfounded'] as const;
export type ReportDecisionState = (typeof REPORT_DECISIONS)[number];

/** Decision → the states it starts from. What was decided is looked into again when there is reason to: `checking` leads back. */
const FROM: Readonly<Record<ReportDecisionState, readonly ReportState[]>> = {
  checking: ['new', 'corrected', 'unfounded'],
  corrected: ['new', 'checking'],
  unfounded: ['new', 'checking'],
};

export interface ReportDecision {
  state: ReportDecisionState;
  at: Instant;
  by: string;
  why: string;
}

/** Whether a report in this state may be decided so. */
export function mayDecide(state: ReportState, decision: ReportDecisionState): boolean {
  return FROM[decision].includes(state);
}
