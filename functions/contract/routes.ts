// Every route by name. The one list that handlers, the client, the tests and the deployed API are bound to; no zod, so the browser may hold it.

export const routes = {
  me: 'GET /api/public/me',
  login: 'GET /api/public/login',
  callback: 'GET /api/public/callback',
  logout: 'POST /api/public/logout',
  listBatches: 'GET /api/candidate/people/:person/batches',
  addBatch: 'POST /api/candidate/people/:person/batches',
  reportQuestion: 'POST /api/candidate/questions/:question/reports',
  acceptInvitation: 'POST /api/candidate/invitations/acceptance',
  readSelf: 'GET /api/account/people/:person',
  changeSelf: 'POST /api/account/people/:person/changes',
  exportSelf: 'GET /api/account/people/:person/export',
  deleteSelf: 'POST /api/account/people/:person/deletion',
  acceptClaim: 'POST /api/account/claims/acceptance',
  staffMe: 'GET /api/staff/me',
  listTree: 'GET /api/staff/tree',
  readUnit: 'GET /api/staff/units/:unit',
  openUnit: 'POST /api/staff/units',
  changeUnit: 'POST /api/staff/units/:unit/changes',
  listPeople: 'GET /api/staff/units/:unit/people',
  addPerson: 'POST /api/staff/units/:unit/people',
  importPeople: 'POST /api/staff/units/:unit/imports',
  readPerson: 'GET /api/staff/people/:person',
  changePerson: 'POST /api/staff/people/:person/changes',
  transferPerson: 'POST /api/staff/people/:person/transfers',
  unmaskPerson: 'POST /api/staff/people/:person/unmaskings',
  offerClaim: 'POST /api/staff/people/:person/claims',
  grantRole: 'POST /api/staff/people/:person/grants',
  endRole: 'POST /api/staff/people/:person/grants/:grant/end',
  invite: 'POST /api/staff/units/:unit/invitations',
  listAudit: 'GET /api/staff/units/:unit/audit',
  exportAudit: 'GET /api/staff/units/:unit/audit/export',
  checkAudit: 'GET /api/staff/units/:unit/audit/check',
} as const;

export type RouteName = keyof typeof routes;

/** Who calls: one function, one set of table rights and one alarm for each. */
export const audiences = ['public', 'candidate', 'account', 'staff'] as const;
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
