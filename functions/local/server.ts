// Who answers what under the one address: the functions under /api/<audience>/, the provider under /idp, the built site everywhere else.
import type { IncomingMessage } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { cacheControl } from '../contract/headers.ts';
import { type ProblemBody, type ProblemCode, problems } from '../contract/problems.ts';
import { type Audience, audienceOf } from '../contract/routes.ts';
import type { Apps } from './apps.ts';
import type { Handler } from './front-door.ts';
import { MOUNT } from './identity.ts';
import { staticSite } from './static-site.ts';

export interface ServerOptions {
  apps: Apps;
  /** Answers everything under /idp. */
  provider: Handler;
  /** The built site's folder. */
  siteFolder: string;
  /** Makes the request id of the few problems that are answered here. */
  newId(): string;
}

export function makeServer({ apps, provider, siteFolder, newId }: ServerOptions): Handler {
  const site = staticSite(siteFolder);
  const failed = () => problem('internal', 500, newId());
  const toApp = new Map<Audience, Handler>();
  for (const [audience, app] of apps) {
    const options = { overrideGlobalObjects: false, errorHandler: failed };
    toApp.set(
      audience,
      getRequestListener((request) => app.fetch(request as Request), options),
    );
  }
  const toNobody = getRequestListener(() => problem('not_found', 404, newId()), { overrideGlobalObjects: false });

  return (request, response) => {
    const path = pathOf(request);
    if (path === MOUNT || path.startsWith(`${MOUNT}/`)) return provider(request, response);
    if (path !== '/api' && !path.startsWith('/api/')) return site(request, response);
    response.setHeader('cache-control', cacheControl.api);
    const audience = audienceOf(path);
    const handler = (audience && toApp.get(audience)) ?? toNobody;
    return handler(request, response);
  };
}

/** The path as it was sent: nothing decoded, nothing resolved. */
function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '/';
}

/** For what no function answers: a path outside every audience, and an app that broke off. */
function problem(code: ProblemCode, status: number, instance: string): Response {
  const body: ProblemBody = { type: `urn:zhuren:problem:${code}`, title: problems[code], status, code, instance };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': cacheControl.api },
  });
}
