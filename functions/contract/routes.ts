// Every route by name. The one list that handlers, the client, the tests and the deployed API are bound to; no zod, so the browser may hold it.
// Each audience's function holds its own part alone.
import { accountRoutes } from './account/routes.ts';
import { bureauRoutes } from './bureau/routes.ts';
import { candidateRoutes } from './candidate/routes.ts';
import { documentsRoutes } from './documents/routes.ts';
import { examinerRoutes } from './examiner/routes.ts';
import { examsRoutes } from './exams/routes.ts';
import { ledgerRoutes } from './ledger/routes.ts';
import { mockRoutes } from './mock/routes.ts';
import { openRoutes } from './open/routes.ts';
import { publicRoutes } from './public/routes.ts';
import { splitRoute } from './split-route.ts';
import { staffRoutes } from './staff/routes.ts';
import { stationRoutes } from './station/routes.ts';
import { trainerRoutes } from './trainer/routes.ts';

export const routes = {
  ...publicRoutes,
  ...candidateRoutes,
  ...accountRoutes,
  ...staffRoutes,
  ...trainerRoutes,
  ...documentsRoutes,
  ...ledgerRoutes,
  ...mockRoutes,
  ...examinerRoutes,
  ...examsRoutes,
  ...stationRoutes,
  ...bureauRoutes,
  ...openRoutes,
} as const;

export type RouteName = keyof typeof routes;

/** Who calls: one function, one set of table rights and one alarm for each. */
export const audiences = [
  'public',
  'candidate',
  'account',
  'staff',
  'trainer',
  'documents',
  'ledger',
  'mock',
  'examiner',
  'exams',
  'station',
  'bureau',
  'open',
] as const;
export type Audience = (typeof audiences)[number];

/** The names of an audience's routes, by their paths. */
export type RoutesOf<A extends Audience> = {
  [R in RouteName]: (typeof routes)[R] extends `${string} /api/${A}/${string}` ? R : never;
}[RouteName];

/** A route's method and path: 'GET /api/public/me' → ['GET', '/api/public/me']. */
export function methodAndPath(name: RouteName): { method: 'GET' | 'POST'; path: string } {
  return splitRoute(routes[name]);
}

/** The audience a path belongs to; undefined for a path outside the API. */
export function audienceOf(path: string): Audience | undefined {
  return audiences.find((audience) => path.startsWith(`/api/${audience}/`));
}
