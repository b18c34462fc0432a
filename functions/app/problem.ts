// An expected failure: one code of the contract's closed list. Anything else that is thrown is a fault of ours.
import type { FieldError, ProblemCode, RefusalReason } from '../contract/problems.ts';

export class Problem extends Error {
  override name = 'Problem';
  readonly code: ProblemCode;
  /** What its answer says besides the code. */
  readonly more: { errors?: FieldError[]; reason?: RefusalReason; person?: string };

  constructor(code: ProblemCode, errors?: FieldError[], reason?: RefusalReason) {
    super(code);
    this.code = code;
    this.more = { ...(errors === undefined ? {} : { errors }), ...(reason === undefined ? {} : { reason }) };
  }
}

/** The problem for a number that somebody has; `person` says who, and only to whoever may read them. */
export function duplicate(person: string | undefined): Problem {
  const problem = new Problem('duplicate_person');
  if (person !== undefined) problem.more.person = person;
  return problem;
}

/** The problem for what a rule of the domain refuses. */
export function refused(reason: RefusalReason): Problem {
  return new Problem('refused', undefined, reason);
}
