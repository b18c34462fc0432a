// Every route by name. The one list that handlers, the client, the tests and the deployed API are bound to; no zod, so the browser may hold it.

export const routes = {
  me: 'GET /api/public/me',
  login: 'GET /api/public/login',
  callback: 'GET /api/public/callback',
  logout: 'POST /api/public/logout',
  listBatches: 'GET /api/candidate/people/:person/batches',
  addBatch: 'POST /api/candidate/people/:person/batches',
  reportQuestion: 'POST /api/candidate/questions/:question/reports',
} as const;

export type RouteName = keyof typeof routes;

/** Who calls: one function, one set of table rights and one alarm for each. */
export const audiences = ['public', 'candidate'] as const;
export type Audience = (typeof audiences)[number];

/** The names of an audience's routes, by their paths. */
export type RoutesOf<A extends Audience> = {
  [R in RouteName]: (typeof routes)[R] extends `${string} /api/${A}/${string}` ? R : never;
}[RouteName];

/** A route's method and path: 'GET /api/public/me' → ['GET', '/api/public/me']. */
export function methodAndPath(name: RouteName): { method: 'GET' | 'POST'; path: string } {
  const [method, path] = routes[name].split(' ') as ['GET' | 'POST', string];
  return { method, path };
}

/** The audience a path belongs to; undefined for a path outside the API. */
export function audienceOf(path: string): Audience | undefined {
  return audiences.find((audience) => path.startsWith(`/api/${audience}/`));
}
