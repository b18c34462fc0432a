// The typed client: one function that calls any route of the contract by name. It alone knows how a failure of the wire is told.
import type { Answer, Input } from '../../../functions/contract/index.ts';
import type { FieldError, PageProblemCode, ProblemBody, RefusalReason } from '../../../functions/contract/problems.ts';
import type { RouteName } from '../../../functions/contract/routes.ts';
import { addressOf } from './addresses.ts';

/** A problem the server named, or `offline`: no answer came within the time. */
export type ApiCode = PageProblemCode | 'offline';

/** Why a call failed. `internal` also stands for an answer that is neither a success nor a problem of ours. */
export class ApiProblem extends Error {
  override name = 'ApiProblem';
  code: ApiCode;
  errors?: FieldError[];
  /** With `refused`: which rule stands against it. */
  reason?: RefusalReason;
  /** With `duplicate_person`: whose number it is, where one may read them. */
  person?: string;
  requestId?: string;

  constructor(code: ApiCode, body?: ProblemBody) {
    super(code);
    this.code = code;
    if (body?.errors) this.errors = body.errors;
    if (body?.reason) this.reason = body.reason;
    if (body?.person) this.person = body.person;
    if (body?.instance) this.requestId = body.instance;
  }
}

/** What a call sends: the parts the route names. A query may be left out. */
export type Sent<R extends RouteName> = {
  [P in 'params' | 'body' as Input<R>[P] extends undefined ? never : P]: Input<R>[P];
} & {
  query?: Input<R>['query'];
  /** Let the request outlive the page. Bodies past the browser's limit for such requests are sent the usual way. */
  keepalive?: boolean;
};

export type Call = <R extends RouteName>(
  name: R,
  ...sent: Record<never, never> extends Sent<R> ? [Sent<R>?] : [Sent<R>]
) => Promise<Answer<R>>;

const TIMEOUT_MS = 15_000;

/** The Fetch standard gives all kept-alive requests of a page 64 KiB together; a UTF-16 unit is at most 3 bytes of UTF-8. */
const KEEPALIVE_MOST = 20_000;

/** A client over `send` (the browser's `fetch`). Every failure is an ApiProblem. */
export function client(send: typeof fetch, timeoutMs = TIMEOUT_MS): Call {
  return async (name, ...[sent]) => {
    const { url, init } = request(name, (sent ?? {}) as Loose);
    try {
      const response = await send(url, { ...init, signal: AbortSignal.timeout(timeoutMs) });
      return answered(response.ok, await response.text());
    } catch (error) {
      throw error instanceof ApiProblem ? error : new ApiProblem('offline');
    }
  };
}

/** What a call sends, whatever the route. */
interface Loose {
  params?: object;
  query?: Record<string, string>;
  body?: object;
  keepalive?: boolean;
}

/** Where a route's call goes, and with what. */
export function request(name: RouteName, sent: Loose) {
  const { method, path } = addressOf(name);
  const params = { ...sent.params } as Record<string, string>;
  const query = new URLSearchParams(sent.query).toString();
  const filled = path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(params[key] ?? ''));
  const init: RequestInit = { method, credentials: 'same-origin' };
  if (sent.body) {
    init.body = JSON.stringify(sent.body);
    init.headers = { 'content-type': 'application/json' };
    init.keepalive = sent.keepalive === true && init.body.length < KEEPALIVE_MOST;
  }
  return { url: query ? `${filled}?${query}` : filled, init };
}

function answered(ok: boolean, text: string) {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new ApiProblem('internal');
  }
  if (ok) return body as never;
  throw problemIn(body);
}

/** The problem that the text of an answer tells, which is no success. */
export function toldBy(text: string): ApiProblem {
  try {
    return problemIn(JSON.parse(text));
  } catch {
    return new ApiProblem('internal');
  }
}

function problemIn(body: unknown): ApiProblem {
  const problem = body as ProblemBody | null;
  // Problems of our own name their code twice; whatever else answers in the server's place does not.
  return problem?.type === `urn:zhuren:problem:${problem?.code}`
    ? new ApiProblem(problem.code as ApiCode, problem)
    : new ApiProblem('internal');
}
