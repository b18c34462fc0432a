// The authorization matrix: every route × every role × where the thing lies from the role's unit → whether it is answered. Written by hand
// from what each role is for, not from the table it tests. A route without a row does not compile, and fails a test.
import type { RouteName } from '../../../functions/contract/routes.ts';
import type { Role } from '../../../functions/domain/access/roles.ts';

/** Where a thing lies, seen from the unit of the role: a county's. `other` is a county of another province, `nobody` is no thing at all. */
export const RELATIONS = ['own', 'child', 'parent', 'sibling', 'other', 'nobody'] as const;
export type Relation = (typeof RELATIONS)[number];

/** The relations at which a role is answered; a role that is not named never is. */
type Reach = { readonly [R in Role]?: string };

export interface Row {
  /** Which of a route's several acts, where they need different rights. */
  act?: string;
  /** `everybody`: guests too · `signed-in`: whoever has a session · `self`: each for their own record alone. */
  who: Reach | 'everybody' | 'signed-in' | 'self';
}

const EVERYWHERE = 'own child parent sibling other';

/** Operators see everything: they set the first unit of each province up. */
const operator = { operator: EVERYWHERE };
const seeUnits: Reach = {
  candidate: 'own',
  worker: 'own',
  trainer: 'own',
  liaison: 'own',
  'unit-manager': 'own child',
  'bureau-reader': 'own child',
  'bureau-manager': 'own child',
  auditor: 'own child',
  ...operator,
};
const { candidate: _c, worker: _w, ...seeCourses } = seeUnits;
const { trainer: _t, ...seePeople } = seeCourses;
const { 'bureau-reader': _r, auditor: _a, ...keepPeople } = seePeople;
const { liaison: _l, ...manage } = keepPeople;
const seeAudit: Reach = { ...manage, auditor: 'own child' };
/** A trainer plans and runs the training of the own unit. */
const manageCourses: Reach = { trainer: 'own', ...manage };
/** The liaison helps at the door. */
const runDoor: Reach = { liaison: 'own', ...manageCourses };
/** What has legal effect is no operator's. */
const approve: Reach = { 'unit-manager': 'own child', 'bureau-manager': 'own child' };
const close: Reach = { trainer: 'own', ...approve };
const bureau: Reach = { 'bureau-manager': 'own child', ...operator };
/** A bureau neither moves nor closes itself. */
const bureauBelow: Reach = { 'bureau-manager': 'child', ...operator };

const ANYWHERE = `${EVERYWHERE} nobody`;
const keepBank: Reach = { operator: ANYWHERE };
const lookAfterQuestions: Reach = {
  trainer: ANYWHERE,
  'unit-manager': ANYWHERE,
  'bureau-manager': ANYWHERE,
  ...keepBank,
};

export const matrix: Readonly<Record<RouteName, readonly Row[]>> = {
  me: [{ who: 'everybody' }],
  login: [{ who: 'everybody' }],
  callback: [{ who: 'everybody' }],
  logout: [{ who: 'everybody' }],
  listBatches: [{ who: 'self' }],
  addBatch: [{ who: 'self' }],
  reportQuestion: [{ who: 'signed-in' }],
  acceptInvitation: [{ who: 'signed-in' }],
  readSelf: [{ who: 'self' }],
  changeSelf: [{ who: 'self' }],
  exportSelf: [{ who: 'self' }],
  deleteSelf: [{ who: 'self' }],
  changeEmail: [{ who: 'self' }],
  confirmEmail: [{ who: 'self' }],
  acceptClaim: [{ who: 'signed-in' }],
  staffMe: [{ who: 'signed-in' }],
  listTree: [{ who: seeUnits }],
  readUnit: [{ who: seeUnits }],
  openUnit: [{ who: bureau }],
  changeUnit: [
    { act: 'rename', who: manage },
    { act: 'correct', who: manage },
    { act: 'appoint', who: manage },
    { act: 'relieve', who: manage },
    { act: 'rectify', who: manage },
    { act: 'move', who: bureauBelow },
    { act: 'close', who: bureauBelow },
    { act: 'merge', who: bureauBelow },
    { act: 'split', who: bureauBelow },
  ],
  listPeople: [{ who: seePeople }],
  /** A number that is one's own unit's, and one of a stranger: the answer names the one and nothing of the other. */
  addPerson: [
    { act: 'known', who: keepPeople },
    { act: 'strange', who: keepPeople },
  ],
  importPeople: [
    { act: 'new', who: manage },
    { act: 'taken', who: manage },
  ],
  readPerson: [{ who: seePeople }],
  changePerson: [
    { act: 'correct', who: keepPeople },
    { act: 'employ', who: keepPeople },
  ],
  transferPerson: [{ who: manage }],
  unmaskPerson: [{ who: { 'unit-manager': 'own', 'bureau-manager': 'own child' } }],
  offerClaim: [{ who: keepPeople }],
  grantRole: [
    { act: 'worker', who: keepPeople },
    { act: 'liaison', who: manage },
    { act: 'bureau-manager', who: bureau },
    { act: 'auditor', who: operator },
    { act: 'operator', who: operator },
  ],
  endRole: [{ who: keepPeople }],
  invite: [
    { act: 'worker', who: keepPeople },
    { act: 'unit-manager', who: manage },
    { act: 'bureau-manager', who: bureau },
    { act: 'auditor', who: operator },
  ],
  listAudit: [{ who: seeAudit }],
  exportAudit: [{ who: seeAudit }],
  checkAudit: [{ who: seeAudit }],
  listSchedule: [{ who: 'everybody' }],
  showCourse: [{ who: 'everybody' }],
  readCourseCalendar: [{ who: 'everybody' }],
  readUnitCalendar: [{ who: 'everybody' }],
  readProvinceCalendar: [{ who: 'everybody' }],
  // Whoever holds the secret.
  readPersonCalendar: [{ who: 'everybody' }],
  enrol: [{ who: 'signed-in' }],
  moveEnrolment: [{ who: 'signed-in' }],
  listMyTraining: [{ who: 'self' }],
  seeNews: [{ who: 'self' }],
  showMyCalendar: [{ who: 'self' }],
  changeMyCalendar: [{ who: 'self' }],
  listCourses: [{ who: seeCourses }],
  createCourse: [{ who: manageCourses }],
  readCourse: [{ who: seeCourses }],
  changeCourse: [
    { act: 'edit', who: manageCourses },
    { act: 'publish', who: manageCourses },
    { act: 'capacity', who: manageCourses },
    { act: 'cancel', who: manageCourses },
  ],
  copyCourse: [{ who: manageCourses }],
  listRoster: [{ who: seeCourses }],
  enrolOthers: [{ who: keepPeople }],
  decideEnrolment: [
    { act: 'approve', who: keepPeople },
    { act: 'refuse', who: keepPeople },
    // Also by whoever runs the course.
    { act: 'remove', who: { trainer: 'own', ...keepPeople } },
  ],
  listUnitEnrolments: [{ who: seeCourses }],
  listUnitAttendance: [{ who: seeCourses }],
  noteScan: [{ who: 'everybody' }],
  verifyCompletion: [{ who: 'everybody' }],
  listCompletionKeys: [{ who: 'everybody' }],
  checkIn: [{ who: 'signed-in' }],
  redeemScan: [{ who: 'signed-in' }],
  askExcuse: [{ who: 'signed-in' }],
  listLessons: [{ who: 'signed-in' }],
  watchLesson: [{ who: 'signed-in' }],
  listMyCompletions: [{ who: 'self' }],
  showDoor: [{ who: runDoor }],
  openWindow: [{ who: runDoor }],
  addMarks: [{ who: runDoor }],
  relayMarks: [{ who: runDoor }],
  decideSuspicion: [{ who: runDoor }],
  decideExcuse: [{ who: runDoor }],
  listMarks: [{ who: seeCourses }],
  listSuspicions: [{ who: seeCourses }],
  listExcuses: [{ who: seeCourses }],
  listAttendance: [{ who: seeCourses }],
  listCorrections: [{ who: seeCourses }],
  closeCourse: [{ who: close }],
  proposeCorrection: [{ who: close }],
  decideCorrection: [{ who: approve }],
  issueCompletions: [{ who: close }],
  listCompletions: [{ who: close }],
  changeCompletion: [{ who: close }],
  completionFile: [{ who: close }],
  courseCompletionsFile: [{ who: close }],
  // Of another's; one's own is in ledger.test.ts.
  readLedger: [{ who: seePeople }],
  addEntry: [{ who: keepPeople }],
  moveEntry: [
    { act: 'withdraw', who: keepPeople },
    { act: 'approve', who: manage },
    { act: 'refuse', who: manage },
    { act: 'revoke', who: manage },
  ],
  listLedgers: [{ who: seePeople }],
  // An attempt is looked up under whoever asks: nobody else's is there.
  listMock: [{ who: 'self' }],
  startAttempt: [{ who: 'self' }],
  readAttempt: [{ who: 'signed-in' }],
  holdAttempt: [{ who: 'signed-in' }],
  saveAnswers: [{ who: 'signed-in' }],
  moveAttempt: [{ who: 'signed-in' }],
  submitAttempt: [{ who: 'signed-in' }],
  readResult: [{ who: 'signed-in' }],
  readReview: [{ who: 'signed-in' }],
  markOwn: [{ who: 'signed-in' }],
  listRanking: [{ who: 'signed-in' }],
  readReviewed: [{ who: 'self' }],
  prepareOffline: [{ who: 'self' }],
  uploadOffline: [{ who: 'signed-in' }],
  exportMock: [{ who: 'self' }],
  listMyReports: [{ who: 'self' }],
  // Whoever runs courses sets papers, and sees all of them.
  listPaperForms: [{ who: manageCourses }],
  listSetPapers: [{ who: manageCourses }],
  setPaper: [{ who: manageCourses }],
  readSetPaper: [{ who: manageCourses }],
  readPaperQuestions: [{ who: manageCourses }],
  changeSetPaper: [
    { act: 'edit', who: manageCourses },
    { act: 'close-later', who: manageCourses },
    { act: 'release', who: manageCourses },
    { act: 'cancel', who: manageCourses },
  ],
  watchPaper: [{ who: manageCourses }],
  giveExtraTime: [{ who: manageCourses }],
  voidAttempt: [{ who: manageCourses }],
  listResults: [{ who: manageCourses }],
  listEssays: [{ who: manageCourses }],
  readEssays: [{ who: manageCourses }],
  markEssays: [{ who: manageCourses }],
  readPaperStatistics: [{ who: manageCourses }],
  // The banks belong to no unit: whoever has the right anywhere has it.
  readSubjectStatistics: [{ who: lookAfterQuestions }],
  listQuestionReports: [{ who: lookAfterQuestions }],
  listKeyCorrections: [{ who: lookAfterQuestions }],
  readKeyCorrection: [{ who: lookAfterQuestions }],
  decideReport: [{ who: keepBank }],
  correctKey: [{ who: keepBank }],
};

/** The routes that have no row, or an empty one. */
export function rowless(names: readonly string[], rows: { readonly [name: string]: readonly Row[] }): string[] {
  return names.filter((name) => (rows[name] ?? []).length === 0);
}

/** Whether a row lets a role have what lies so. */
export function expected({ who }: Row, role: Role | 'none', relation: Relation): boolean {
  if (typeof who === 'string') return who === 'self' ? relation === 'own' : true;
  const reach = role === 'none' ? undefined : who[role];
  return reach?.split(' ').includes(relation) ?? false;
}
