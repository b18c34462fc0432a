// Completions (结业证书、学时证明): what one says, and what may become of it. One that is revoked or replaced stays, with who and why.
import type { Day, Instant } from '../time.ts';

/** 有效、已撤销、已换发. */
export type CompletionStatus = 'valid' | 'revoked' | 'replaced';

/** What stands on a completion; it never changes. */
export interface Statement {
  number: string;
  course: string;
  person: string;
  /** 1 for a person's first of the course, 2 for what replaced it, and so on. */
  n: number;
  name: string;
  /** The identity number, masked; missing where none is kept. */
  maskedId?: string;
  title: string;
  /** The organiser, and those named beside it. */
  unit: string;
  issuer: string;
  coOrganisers: readonly string[];
  /** The first and the last day of the course. */
  from: Day;
  to: Day;
  minutes: number;
  minutesPerHour: number;
  issuedAt: Instant;
  by: string;
  /** The number that this one replaces. */
  replaces?: string;
}

export interface Completion extends Statement {
  status: CompletionStatus;
  /** The statement's signature, a compact JWS: what the QR holds. */
  signature: string;
  /** How it ended. */
  ended?: { at: Instant; by: string; why: string; replacedBy?: string };
}

/** Move → the states it starts from. */
const MOVES = {
  revoke: ['valid'],
  reissue: ['valid', 'revoked'],
} as const satisfies Record<string, readonly CompletionStatus[]>;

export type CompletionMove = keyof typeof MOVES;

/** Whether a completion may make a move; the button and the write ask the same. */
export function completionMay({ status }: Pick<Completion, 'status'>, move: CompletionMove): boolean {
  const from: readonly CompletionStatus[] = MOVES[move];
  return from.includes(status);
}

/** What is signed: enough to check a paper without a network. Short names, for a QR must be read off paper. */
export interface Signed {
  /** Number, name, title, issuer. */
  n: string;
  p: string;
  c: string;
  u: string;
  /** First and last day, and the day of issue. */
  f: Day;
  t: Day;
  d: Day;
  /** Minutes, and how many make an hour (学时). */
  m: number;
  h: number;
}

export function signedOf(statement: Statement, issuedOn: Day): Signed {
  const { number, name, title, issuer, from, to, minutes, minutesPerHour } = statement;
  return { n: number, p: name, c: title, u: issuer, f: from, t: to, d: issuedOn, m: minutes, h: minutesPerHour };
}
