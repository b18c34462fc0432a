// Binds routes to handlers: parse in by the contract, parse out by the contract. A field the contract does not name is not sent.
import type { Context, Env, Hono } from 'hono';
import type * as z from 'zod';
import { Problem } from '../app/problem.ts';
import type { Identified } from '../app/sessions.ts';
import type { Answer, Input } from '../contract/index.ts';
import type { FieldError, ProblemCode } from '../contract/problems.ts';
import type { Audience, RouteName, RoutesOf } from '../contract/routes.ts';
import type { Shape } from '../contract/shape.ts';
import { splitRoute } from '../contract/split-route.ts';
import type { Actor } from '../domain/access/can.ts';

/** The most bytes a body may have: a batch of 50 notes of 1,000 Chinese characters fits. */
const BODY_MOST = 256 * 1024;

/** The most invalid fields that one answer names. */
const FIELD_ERRORS_MOST = 20;

export interface EdgeEnv extends Env {
  Variables: {
    requestId: string;
    route: RouteName | undefined;
    problem: ProblemCode | undefined;
    /** How long the answer may be kept; not at all when missing. */
    caching: 'shared' | 'personal' | undefined;
  };
}

export type EdgeContext = Context<EdgeEnv>;

/** What a route does. It may answer with a Response of its own (a redirect). */
export type Handler<R extends RouteName> = (
  actor: Actor,
  input: Input<R>,
  c: EdgeContext,
) => Promise<Answer<R> | Response>;

/** A handler for every route of an audience: one that is missing does not compile. */
export type Handlers<A extends Audience> = { [R in RoutesOf<A>]: Handler<R> };

/** Who is behind a request; asked only after everything that costs nothing has been checked. */
export type Identify = (c: EdgeContext) => Promise<Identified>;

/** Adds one route to an app. `guests` says whether the route answers somebody without a session. */
export function bind<R extends RouteName>(
  app: Hono<EdgeEnv>,
  name: R,
  use: { route: string; handler: Handler<R>; shape: Shape; identify: Identify; guests: boolean },
): void {
  const { method, path } = splitRoute(use.route);
  const { shape } = use;
  app.on(method, path, async (c) => {
    c.set('route', name);
    const input = {
      params: shape.params && parsed(shape.params, c.req.param(), 'params'),
      query: shape.query && parsed(shape.query, c.req.query(), 'query'),
      body: shape.body && parsed(shape.body, await jsonBody(c), 'body'),
    } as Input<R>;
    const { actor, stale } = await use.identify(c);
    if (!use.guests && actor.kind === 'guest') throw new Problem(stale ? 'session_expired' : 'not_signed_in');
    const answer = await use.handler(actor, input, c);
    if (answer instanceof Response) return answer;
    return c.json(shape.answer.parse(answer) as object);
  });
}

/** The part of a request in its contract's form, or the problem that names every field that is not. */
function parsed(schema: z.ZodType, value: unknown, part: 'params' | 'query' | 'body'): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  // A path whose ids have the wrong form leads nowhere: the same answer as for an id that does not exist.
  if (part === 'params') throw new Problem('not_found');
  throw new Problem('invalid_input', result.error.issues.flatMap(fieldErrors).slice(0, FIELD_ERRORS_MOST));
}

/** An unknown field is named by its own path, like any other. */
function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code !== 'unrecognized_keys') return [{ path: issue.path.join('.'), message: issue.message }];
  return issue.keys.map((key) => ({
    path: [...issue.path, key].join('.').slice(0, 100),
    message: 'is not known here',
  }));
}

/** The JSON body. Its type is checked first (a form post from elsewhere never gets this far), then its size, then its text. */
async function jsonBody(c: EdgeContext): Promise<unknown> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new Problem('unsupported_media_type');
  const bytes = await bodyBytes(c);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Problem('malformed_json');
  }
}

/** A body of a length that is said (HTTP brings no byte more) is taken whole, at half of what its stream costs; any other is read as far as allowed. */
async function bodyBytes(c: EdgeContext): Promise<Uint8Array> {
  const length = c.req.header('content-length');
  if (Number(length ?? 0) > BODY_MOST) throw new Problem('body_too_large');
  if (length === undefined) return limitedBytes(c.req.raw.body);
  const bytes = new Uint8Array(await c.req.raw.arrayBuffer());
  // Behind Lambda the word is the sender's own.
  if (bytes.byteLength > BODY_MOST) throw new Problem('body_too_large');
  return bytes;
}

/** Reads a body to its end, or to one byte past the limit. */
async function limitedBytes(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > BODY_MOST) throw new Problem('body_too_large');
    chunks.push(chunk);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}
