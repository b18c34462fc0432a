// Every route by name. The one list that handlers, the client, the tests and the deployed API are bound to; no zod, so the browser may hold it.

export const routes = {
  me: 'GET /api/public/me',
  login: 'GET /api/public/login',
  callback: 'GET /api/public/callback',
  logout: 'POST /api/public/logout',
  listSchedule: 'GET /api/public/schedule',
  showCourse: 'GET /api/public/courses/:course',
  readCourseCalendar: 'GET /api/public/calendars/courses/:course',
  readUnitCalendar: 'GET /api/public/calendars/units/:unit',
  readProvinceCalendar: 'GET /api/public/calendars/provinces/:province',
  readPersonCalendar: 'GET /api/public/calendars/people/:token',
  noteScan: 'POST /api/public/sessions/:session/scans',
  verifyCompletion: 'GET /api/public/completions/:number',
  listCompletionKeys: 'GET /api/public/completion-keys',
  listBatches: 'GET /api/candidate/people/:person/batches',
  addBatch: 'POST /api/candidate/people/:person/batches',
  reportQuestion: 'POST /api/candidate/questions/:question/reports',
  acceptInvitation: 'POST /api/candidate/invitations/acceptance',
  readSelf: 'GET /api/account/people/:person',
  changeSelf: 'POST /api/account/people/:person/changes',
  exportSelf: 'GET /api/account/people/:person/export',
  deleteSelf: 'POST /api/account/people/:person/deletion',
  changeEmail: 'POST /api/account/people/:person/email',
  confirmEmail: 'POST /api/account/people/:person/email/confirmation',
  acceptClaim: 'POST /api/account/claims/acceptance',
  enrol: 'POST /api/candidate/courses/:course/enrolment',
  moveEnrolment: 'POST /api/candidate/courses/:course/enrolment/moves',
  listMyTraining: 'GET /api/candidate/people/:person/training',
  seeNews: 'POST /api/candidate/people/:person/training/news',
  showMyCalendar: 'GET /api/candidate/people/:person/calendar',
  changeMyCalendar: 'POST /api/candidate/people/:person/calendar',
  checkIn: 'POST /api/candidate/sessions/:session/marks',
  redeemScan: 'POST /api/candidate/sessions/:session/scans/redemption',
  askExcuse: 'POST /api/candidate/sessions/:session/excuse',
  listLessons: 'GET /api/candidate/sessions/:session/lessons',
  watchLesson: 'POST /api/candidate/sessions/:session/lessons/:lesson/beats',
  listMyCompletions: 'GET /api/candidate/people/:person/completions',
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
  listCourses: 'GET /api/trainer/units/:unit/courses',
  createCourse: 'POST /api/trainer/units/:unit/courses',
  readCourse: 'GET /api/trainer/courses/:course',
  changeCourse: 'POST /api/trainer/courses/:course/changes',
  copyCourse: 'POST /api/trainer/courses/:course/copies',
  listRoster: 'GET /api/trainer/courses/:course/enrolments',
  enrolOthers: 'POST /api/trainer/courses/:course/enrolments',
  decideEnrolment: 'POST /api/trainer/courses/:course/enrolments/:person/decisions',
  listUnitEnrolments: 'GET /api/trainer/units/:unit/enrolments',
  listUnitAttendance: 'GET /api/trainer/units/:unit/courses/:course/attendance',
  showDoor: 'GET /api/trainer/sessions/:session/door',
  openWindow: 'POST /api/trainer/sessions/:session/door/windows',
  listMarks: 'GET /api/trainer/sessions/:session/marks',
  addMarks: 'POST /api/trainer/sessions/:session/marks',
  relayMarks: 'POST /api/trainer/sessions/:session/relays',
  listSuspicions: 'GET /api/trainer/sessions/:session/suspicions',
  decideSuspicion: 'POST /api/trainer/sessions/:session/suspicions/:suspicion/decisions',
  listExcuses: 'GET /api/trainer/sessions/:session/excuses',
  decideExcuse: 'POST /api/trainer/sessions/:session/excuses/:person/decisions',
  listAttendance: 'GET /api/trainer/courses/:course/attendance',
  closeCourse: 'POST /api/trainer/courses/:course/closing',
  listCorrections: 'GET /api/trainer/sessions/:session/corrections',
  proposeCorrection: 'POST /api/trainer/sessions/:session/people/:person/corrections',
  decideCorrection: 'POST /api/trainer/sessions/:session/corrections/:correction/decisions',
  issueCompletions: 'POST /api/documents/courses/:course/completions',
  listCompletions: 'GET /api/documents/courses/:course/completions',
  changeCompletion: 'POST /api/documents/completions/:number/changes',
  completionFile: 'GET /api/documents/completions/:number',
  courseCompletionsFile: 'GET /api/documents/courses/:course/completions/file',
  readLedger: 'GET /api/ledger/people/:person',
  addEntry: 'POST /api/ledger/people/:person/entries',
  moveEntry: 'POST /api/ledger/people/:person/entries/:entry/moves',
  listLedgers: 'GET /api/ledger/units/:unit/people',
} as const;

export type RouteName = keyof typeof routes;

/** Who calls: one function, one set of table rights and one alarm for each. */
export const audiences = ['public', 'candidate', 'account', 'staff', 'trainer', 'documents', 'ledger'] as const;
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
