// The routes of open data: whoever brings a key is asked nothing else. Sessions mean nothing here.

import type { OpenDataDeps } from '../app/deps.ts';
import { keyOf, openFigures, openReport, openReports, openUnits } from '../app/open-data.ts';
import type { Answer, Input } from '../contract/index.ts';
import { openRoutes } from '../contract/open/routes.ts';
import { openShapes } from '../contract/open/shapes.ts';
import type { RoutesOf } from '../contract/routes.ts';
import type { ApiKey } from '../domain/open-data/api-key.ts';
import type { Handler, Handlers } from './bind.ts';
import { edge } from './edge.ts';

/** The edge of open data: nobody is anybody, and each request shows its key. */
export function openEdge(deps: OpenDataDeps) {
  const { origin, newId, clockMs, sink } = deps;
  return edge({
    ...{ audience: 'open', handlers: openHandlers(deps), routes: openRoutes, shapes: openShapes, guests: true },
    ...{ origin, newId, clockMs, sink },
    identify: async () => ({ actor: { kind: 'guest' }, stale: false }),
  });
}

export function openHandlers(deps: OpenDataDeps): Handlers<'open'> {
  return {
    openUnits: withKey(deps, openUnits(deps)),
    openFigures: withKey(deps, openFigures(deps)),
    openReports: withKey(deps, openReports(deps)),
    openReport: withKey(deps, openReport(deps)),
  };
}

function withKey<R extends RoutesOf<'open'>>(
  deps: OpenDataDeps,
  work: (key: ApiKey, input: Input<R>) => Promise<Answer<R>>,
): Handler<R> {
  return async (_actor, input, c) => {
    // Whoever is told that a key is needed is told of which kind (RFC 6750, 3).
    c.header('www-authenticate', 'Bearer');
    const key = await keyOf(deps)(c.req.header('authorization'));
    c.header('www-authenticate', undefined);
    return work(key, input);
  };
}
