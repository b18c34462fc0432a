// The edge of one audience: request id, origin check, who is calling, the routes, problems, headers, one log line.
import { Hono } from 'hono';
import { Problem } from '../app/problem.ts';
import { cacheControl, securityHeaders } from '../contract/headers.ts';
import { type Audience, methodAndPath, type RouteName, type RoutesOf, routes } from '../contract/routes.ts';
import { bind, type EdgeContext, type EdgeEnv, type Handlers, type Identify } from './bind.ts';
import { logFault, logRequest, type Sink } from './log.ts';
import { codeOf, problemResponse } from './problems.ts';

export interface EdgeConfig<A extends Audience> {
  audience: A;
  handlers: Handlers<A>;
  identify: Identify;
  /** Whether the audience's routes answer somebody without a session. */
  guests: boolean;
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
    await next();
    finish(c);
    logRequest(config.sink, { ...lineOf(c, config.audience), ms: config.clockMs() - started });
  });
  app.use(async (c, next) => {
    if (!['GET', 'HEAD'].includes(c.req.method)) refuseForeign(c, config.origin);
    await next();
  });
  for (const name of Object.keys(config.handlers) as RoutesOf<A>[]) {
    bind(app, name, { handler: config.handlers[name], identify: config.identify, guests: config.guests });
  }
  app.notFound((c) => problem(c as EdgeContext, unknownPath(c.req.path, c as EdgeContext)));
  app.onError((error, c) => {
    const code = codeOf(error);
    if (code === 'internal') logFault(config.sink, c.get('requestId'), error);
    return problem(c, code, error);
  });
  return app;
}

/** A write must come from a page of this site. A browser always says where from; whoever says nothing is no browser of ours. */
function refuseForeign(c: EdgeContext, origin: string): void {
  if (c.req.header('origin') !== origin) throw new Problem('foreign_origin');
}

/** A known path asked with another method says so, and which it takes. */
function unknownPath(path: string, c: EdgeContext): 'not_found' | 'method_not_allowed' {
  const methods = (Object.keys(routes) as RouteName[])
    .map(methodAndPath)
    .filter((route) => new RegExp(`^${route.path.replace(/:\w+/g, '[^/]+')}$`).test(path))
    .map((route) => route.method);
  if (methods.length === 0) return 'not_found';
  c.header('allow', methods.join(', '));
  return 'method_not_allowed';
}

function problem(c: EdgeContext, code: ReturnType<typeof codeOf>, error?: unknown): Response {
  c.set('problem', code);
  return problemResponse(code, c.get('requestId'), error instanceof Problem ? error.errors : undefined);
}

function finish(c: EdgeContext): void {
  for (const [name, value] of Object.entries(securityHeaders)) c.header(name, value);
  c.header('cache-control', cacheControl.api);
  c.header('x-request-id', c.get('requestId'));
}

function lineOf(c: EdgeContext, audience: Audience) {
  const requestId = c.get('requestId');
  const route = c.get('route') ?? 'unknown';
  const problem = c.get('problem');
  const line = { requestId, audience, method: c.req.method, route, status: c.res.status };
  return problem === undefined ? line : { ...line, problem };
}
