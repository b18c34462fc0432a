// An expected failure: one code of the contract's closed list. Anything else that is thrown is a fault of ours.
import type { FieldError, ProblemCode } from '../contract/problems.ts';

export class Problem extends Error {
  override name = 'Problem';
  readonly code: ProblemCode;
  readonly errors: FieldError[] | undefined;

  constructor(code: ProblemCode, errors?: FieldError[]) {
    super(code);
    this.code = code;
    this.errors = errors;
  }
}
