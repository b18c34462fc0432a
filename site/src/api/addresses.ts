// Where a call goes, by the route's name. A page carries the routes of those it calls: what candidates' pages have in common lies here, and a page
// that calls others says so when it starts.
import { accountRoutes } from '../../../functions/contract/account/routes.ts';
import { candidateRoutes } from '../../../functions/contract/candidate/routes.ts';
import { documentsRoutes } from '../../../functions/contract/documents/routes.ts';
import { mockRoutes } from '../../../functions/contract/mock/routes.ts';
import { publicRoutes } from '../../../functions/contract/public/routes.ts';
import type { RouteName } from '../../../functions/contract/routes.ts';
import { splitRoute } from '../../../functions/contract/split-route.ts';

/** Routes by name, as an audience's table holds them: 'GET /api/public/me'. */
export type Routes = Partial<Record<RouteName, string>>;

const known: Routes = { ...publicRoutes, ...candidateRoutes, ...accountRoutes, ...documentsRoutes, ...mockRoutes };

/** Adds an audience's routes to those this page may call. */
export function know(routes: Routes): void {
  Object.assign(known, routes);
}

/** A route's method and path. Throws when the page did not say that it calls such routes. */
export function addressOf(name: RouteName): ReturnType<typeof splitRoute> {
  const route = known[name];
  if (route === undefined) throw new Error(`no address for ${name}: does its page start with these routes?`);
  return splitRoute(route);
}
