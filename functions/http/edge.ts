// The edge of one audience: request id, origin check, who is calling, the routes, problems, headers, one log line.
import { Hono } from 'hono';
import type { StatusCode } from 'hono/utils/http-status';
import { Problem } from '../app/problem.ts';
import { cacheControl, securityHeaders } from '../contract/headers.ts';
import type { ProblemCode } from '../contract/problems.ts';
import type { Audience, RoutesOf, routes } from '../contract/routes.ts';
import type { Shape } from '../contract/shape.ts';
import { splitRoute } from '../contract/split-route.ts';
import { bind, type EdgeContext, type EdgeEnv, type Handlers, type Identify } from './bind.ts';
import { logFault, logRequest, type Sink } from './log.ts';
import { codeOf, isOurs, problemResponse } from './problems.ts';

export interface EdgeConfig<A extends Audience> {
  audience: A;
  routes: { readonly [R in RoutesOf<A>]: (typeof routes)[R] };
  handlers: Handlers<A>;
  shapes: Readonly<Record<RoutesOf<A>, Shape>>;
  identify: Identify;
  /** Whether the audience's routes answer somebody without a session, or which of them do. */
  guests: boolean | readonly RoutesOf<A>[];
  origin: string;
  newId(): string;
  /** Milliseconds, for durations. */
  clockMs(): number;
  sink: Sink;
}

/** The HTTP application of an audience, the same under Lambda and on one machine. */
export function edge<A extends Audience>(config: EdgeConfig<A>): Hono<EdgeEnv> {
  const app = new Hono<EdgeEnv>();
  app.use(async (c, next) => {
    const started = config.clockMs();
    c.set('requestId', config.newId());
    // What is thrown and is no Error passes by `onError`: it is caught here, like any other fault.
    await next().catch((thrown: unknown) => {
      c.res = failed(c, thrown);
    });
    finish(c);
    logRequest(config.sink, { ...lineOf(c, config.audience), ms: config.clockMs() - started });
  });
  app.use(async (c, next) => {
    if (!['GET', 'HEAD'].includes(c.req.method)) refuseForeign(c, config.origin);
    await next();
  });
  const names = Object.keys(config.handlers) as RoutesOf<A>[];
  for (const name of names) {
    const { handlers, shapes, identify } = config;
    const guests = typeof config.guests === 'boolean' ? config.guests : config.guests.includes(name);
    bind(app, name, { route: config.routes[name], handler: handlers[name], shape: shapes[name], identify, guests });
  }
  app.notFound((c) => problem(c as EdgeContext, unknownPath(c as EdgeContext, Object.values(config.routes))));
  app.onError((error, c) => failed(c, error));
  return app;

  function failed(c: EdgeContext, thrown: unknown): Response {
    const code = codeOf(thrown);
    if (isOurs(code)) logFault(config.sink, c.get('requestId'), thrown);
    return problem(c, code, thrown);
  }
}

/** A write must come from a page of this site. A browser always says where from; whoever says nothing is no browser of ours. */
function refuseForeign(c: EdgeContext, origin: string): void {
  if (c.req.header('origin') !== origin) throw new Problem('foreign_origin');
}

/** A known path asked with another method says so, and which it takes. Where GET is answered, HEAD is too. */
function unknownPath(c: EdgeContext, routes: readonly string[]): 'not_found' | 'method_not_allowed' {
  const methods = routes
    .map(splitRoute)
    .filter((route) => new RegExp(`^${route.path.replace(/:\w+/g, '[^/]+')}$`).test(c.req.path))
    .flatMap((route) => (route.method === 'GET' ? ['GET', 'HEAD'] : [route.method]));
  if (methods.length === 0) return 'not_found';
  c.header('allow', methods.sort().join(', '));
  return 'method_not_allowed';
}

/** The answer for a problem, with the headers that were set before it came up: `Allow`, a cookie taken back. */
function problem(c: EdgeContext, code: ProblemCode, error?: unknown): Response {
  c.set('problem', code);
  const more = error instanceof Problem ? error.more : {};
  const { body, status, headers } = problemResponse(code, c.get('requestId'), more);
  return c.newResponse(body, { status: status as StatusCode, headers });
}

function finish(c: EdgeContext): void {
  for (const [name, value] of Object.entries(securityHeaders)) c.header(name, value);
  c.header('cache-control', cacheControl[(isKept(c.res) && c.get('caching')) || 'api']);
  c.header('x-request-id', c.get('requestId'));
}

/** A problem is kept by nobody; that nothing changed is said with the same word as what did not. */
function isKept({ ok, status }: Response): boolean {
  return ok || status === 304;
}

function lineOf(c: EdgeContext, audience: Audience) {
  const requestId = c.get('requestId');
  const route = c.get('route') ?? 'unknown';
  const problem = c.get('problem');
  const { status } = c.res;
  // A navigation's problem is a redirect: its status alone would not tell that nobody can sign in.
  const level = status >= 500 || (problem !== undefined && isOurs(problem)) ? 'error' : 'info';
  const line = { level, requestId, audience, method: c.req.method, route, status } as const;
  return problem === undefined ? line : { ...line, problem };
}
