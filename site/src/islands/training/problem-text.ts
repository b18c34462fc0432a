// Why something failed, in words, on the training pages. Pure.
import type { ApiProblem } from '../../api/client.ts';
import type { Said } from './moments.ts';

/** The sentence for a problem. */
export function problemText({ code, reason }: Pick<ApiProblem, 'code' | 'reason'>, { words, t }: Said): string {
  const reasons: Readonly<Record<string, string>> = t.reasons;
  const own: Readonly<Record<string, string>> = t.problems;
  if (code === 'refused' && reason !== undefined && reasons[reason] !== undefined) return reasons[reason];
  return own[code] ?? words.problems[code];
}

/** Whether the server does not know, or no longer knows, who this is. */
export function needsSignIn({ code }: Pick<ApiProblem, 'code'>): boolean {
  return code === 'not_signed_in' || code === 'session_expired';
}
