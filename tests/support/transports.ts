// Three ways for a request to reach an edge: in process, as a Lambda event, over a socket. Every answer is looked at on its way back.
import { createAdaptorServer } from '@hono/node-server';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Hono } from 'hono';
import type { LambdaEvent } from 'hono/aws-lambda';
import { expect } from 'vitest';
import { cacheControl, securityHeaders } from '../../functions/contract/headers.ts';
import { audienceOf } from '../../functions/contract/routes.ts';
import type { EdgeEnv } from '../../functions/http/bind.ts';
import { lambdaHandler } from '../../functions/http/lambda.ts';
import { ORIGIN } from './world.ts';

export interface Ask {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
}

export interface Transport {
  send(path: string, ask?: Ask): Promise<Response>;
  close(): Promise<void>;
}

interface Edges {
  public: Hono<EdgeEnv>;
  candidate: Hono<EdgeEnv>;
  account: Hono<EdgeEnv>;
  staff: Hono<EdgeEnv>;
  trainer: Hono<EdgeEnv>;
  documents: Hono<EdgeEnv>;
  ledger: Hono<EdgeEnv>;
  mock: Hono<EdgeEnv>;
  examiner: Hono<EdgeEnv>;
  exams: Hono<EdgeEnv>;
  station: Hono<EdgeEnv>;
  bureau: Hono<EdgeEnv>;
  open: Hono<EdgeEnv>;
}

/** What says nothing of its caller, and may be kept for a moment by whoever passes it on. */
const SHARED = /^\/api\/public\/(schedule|courses|completion-keys|calendars\/(courses|units|provinces))\b/;

/** What is found by a secret. */
const PERSONAL = /^\/api\/public\/calendars\/people\b/;

export const transports: Record<string, (edges: Edges) => Promise<Transport>> = {
  'in process': async (edges) => looked({ send: inProcess(edges), close: async () => undefined }),
  'through Lambda events': async (edges) => looked({ send: throughLambda(edges), close: async () => undefined }),
  'over a local server': async (edges) => looked(await overSocket(edges)),
};

/** The header of a JSON body from this site. */
export const JSON_HEADERS = { 'content-type': 'application/json', origin: ORIGIN };

export function post(body: unknown, headers: Record<string, string> = {}): Ask {
  return { method: 'POST', headers: { ...JSON_HEADERS, ...headers }, body: JSON.stringify(body) };
}

function edgeFor(edges: Edges, path: string): Hono<EdgeEnv> {
  return edges[audienceOf(path) ?? 'public'];
}

function inProcess(edges: Edges): Transport['send'] {
  return async (path, ask) => edgeFor(edges, path).fetch(requestOf(`${ORIGIN}${path}`, ask));
}

function requestOf(url: string, ask: Ask = {}): Request {
  return new Request(url, { ...ask, duplex: 'half', redirect: 'manual' } as RequestInit);
}

function throughLambda(edges: Edges): Transport['send'] {
  return async (path, ask = {}) => {
    const result = await lambdaHandler(edgeFor(edges, path))(await eventOf(path, ask));
    return responseOf(result as APIGatewayProxyStructuredResultV2, ask.method);
  };
}

type ApiEvent = Extract<LambdaEvent, { rawPath: string }>;

/** An HTTP API's event, payload version 2: cookies apart, text as it is, anything else in base64. */
async function eventOf(path: string, { method = 'GET', headers = {}, body }: Ask): Promise<ApiEvent> {
  const { cookie, ...others } = headers;
  const [rawPath, rawQueryString = ''] = path.split(/\?(.*)/s) as [string, string?];
  const encoded = body !== undefined && typeof body !== 'string';
  const text = encoded ? Buffer.from(await new Response(body).arrayBuffer()).toString('base64') : body;
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    ...(cookie === undefined ? {} : { cookies: cookie.split('; ') }),
    headers: others,
    requestContext: {
      domainName: 'abc.execute-api.example',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
    },
    ...(text === undefined ? {} : { body: text }),
    isBase64Encoded: encoded,
  } as ApiEvent;
}

function responseOf(result: APIGatewayProxyStructuredResultV2, method = 'GET'): Response {
  const headers = new Headers(result.headers as Record<string, string>);
  for (const cookie of result.cookies ?? []) headers.append('set-cookie', cookie);
  expect(result.isBase64Encoded, 'every answer is text').toBe(false);
  const body = method === 'HEAD' || result.body === '' ? null : (result.body ?? null);
  return new Response(body, { status: result.statusCode ?? 200, headers });
}

async function overSocket(edges: Edges): Promise<Transport> {
  const server = createAdaptorServer({
    fetch: (request) => edgeFor(edges, new URL(request.url).pathname).fetch(request),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    send: (path, ask) => fetch(requestOf(`http://127.0.0.1:${port}${path}`, ask)),
    close: () =>
      new Promise((resolve) => {
        if ('closeAllConnections' in server) server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** What holds for every answer, whatever it is: the security headers, no keeping, a request id, and a problem in its form. */
function looked({ send, close }: Transport): Transport {
  return {
    close,
    async send(path, ask) {
      const response = await send(path, ask);
      for (const [name, value] of Object.entries(securityHeaders)) expect(response.headers.get(name), name).toBe(value);
      const kept = response.ok || response.status === 304;
      const caching = kept && SHARED.test(path) ? 'shared' : kept && PERSONAL.test(path) ? 'personal' : 'api';
      expect(response.headers.get('cache-control')).toBe(cacheControl[caching]);
      expect(response.headers.get('x-request-id')).toMatch(/^id-\d{8}$/);
      if (response.status >= 400 && ask?.method !== 'HEAD') await lookAtProblem(response.clone());
      return response;
    },
  };
}

async function lookAtProblem(response: Response): Promise<void> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const body = await response.json();
  const { code, title, errors, reason, person, ...rest } = body;
  expect(rest).toEqual({
    type: `urn:zhuren:problem:${code}`,
    status: response.status,
    instance: response.headers.get('x-request-id'),
  });
  expect(title).toMatch(/\.$/);
  expect(errors !== undefined).toBe(code === 'invalid_input');
  expect(reason !== undefined).toBe(code === 'refused');
  if (person !== undefined) expect(code).toBe('duplicate_person');
}

/** A problem's status and code, `404 not_found`. */
export async function problemOf(response: Response): Promise<string> {
  const { code } = await response.json();
  return `${response.status} ${code}`;
}
