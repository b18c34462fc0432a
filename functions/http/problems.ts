// Problem code → status, and the RFC 9457 answer. Anything that is not an expected failure is a 500 that says nothing but its request id.
import { Problem } from '../app/problem.ts';
import { type ProblemBody, type ProblemCode, problems } from '../contract/problems.ts';

const STATUS: Record<ProblemCode, number> = {
  malformed_json: 400,
  invalid_input: 400,
  sign_in_failed: 400,
  not_signed_in: 401,
  session_expired: 401,
  foreign_origin: 403,
  not_found: 404,
  method_not_allowed: 405,
  body_too_large: 413,
  unsupported_media_type: 415,
  conflict: 409,
  duplicate_person: 409,
  batch_differs: 422,
  request_reused: 422,
  refused: 422,
  too_many: 429,
  identity_unavailable: 503,
  busy: 503,
  internal: 500,
};

/** The code of whatever was thrown. A busy table is told by its name: this room does not import the store. */
export function codeOf(error: unknown): ProblemCode {
  if (error instanceof Problem) return error.code;
  return (error as Error | undefined)?.name === 'TableBusy' ? 'busy' : 'internal';
}

/** Whether a code is a trouble of ours, or of what we stand on, and so belongs in the log with its cause. */
export function isOurs(code: ProblemCode): boolean {
  return STATUS[code] >= 500;
}

/** What a problem says besides its code. */
export type ProblemMore = Pick<ProblemBody, 'errors' | 'reason' | 'person'>;

/** The answer for a code. */
export function problemResponse(code: ProblemCode, requestId: string, more: ProblemMore = {}): Response {
  const status = STATUS[code];
  const body: ProblemBody = {
    type: `urn:zhuren:problem:${code}`,
    title: problems[code],
    status,
    code,
    instance: requestId,
    ...more,
  };
  const headers: Record<string, string> = { 'content-type': 'application/problem+json' };
  if (status === 503) headers['retry-after'] = '2';
  if (status === 429) headers['retry-after'] = '60';
  return new Response(JSON.stringify(body), { status, headers });
}
