// What the authorization matrix sends, act by act.
import type { RouteName } from '../../../functions/contract/routes.ts';
import { batchOf, NOON } from '../../support/builders.ts';
import { planBody } from '../../support/courses.ts';
import { PHONE } from '../../support/door.ts';
import { paperBody } from '../../support/examiner.ts';
import { SELECTION } from '../../support/reports.ts';
import { activity, coverage } from '../../support/station.ts';
import { courseId, phoneOf, TENANTS, workerId } from '../../support/tenants.ts';

const SPAN = { from: '2026-03-01', to: '2026-03-01', why: '测试' };
const CHANGE = { day: '2026-03-01', why: '测试', version: 99 };
const opening = { kind: 'agency', division: '360400', name: '新单位', parent: '21' };

/** What is sent for an act, for the unit of a relation. Versions are stale and spans empty: allowed, they are refused by a rule. */
export const bodies: { [R in RouteName]?: (unit: string, act: string) => object } = {
  logout: () => ({}),
  givePopulation: () => ({ request: REQUEST, version: 99, from: '2026-01-01', people: 1000, source: '' }),
  addBatch: () => batchOf('device-a', 1),
  reportQuestion: () => ({ id: 'report-1', version: 1, reason: 'key', text: '', at: NOON }),
  openUnit: (unit) => ({ ...opening, parent: unit, day: '2019-01-01', why: '测试' }),
  changeUnit: (unit, act) => ({ kind: act, ...CHANGE, ...changes[act]?.(unit) }),
  addPerson: (_unit, act) => ({
    name: '新人',
    phone: phoneOf(act === 'known' ? '21' : '2110'),
    post: 'other',
    established: false,
    from: '2026-01-01',
  }),
  changePerson: (unit, act) =>
    act === 'employ' ? employing(unit) : { kind: act, name: '新名', why: '测试', version: 99 },
  transferPerson: () => ({ to: '21', day: '2026-03-02', why: '测试', version: 99 }),
  unmaskPerson: () => ({ field: 'phone', why: '核对' }),
  grantRole: (unit, act) => ({ unit, role: act, ...SPAN }),
  endRole: () => ({ day: '2020-01-01', why: '测试' }),
  changeSelf: () => ({ version: 99 }),
  deleteSelf: () => ({ version: 99 }),
  changeEmail: () => ({ wantsNotices: true }),
  confirmEmail: () => ({ code: 'no-such-code' }),
  acceptClaim: () => ({ code: 'no-such-code' }),
  offerClaim: () => ({}),
  acceptInvitation: () => ({ code: 'no-such-code' }),
  // Over before it begins.
  invite: (_unit, act) => ({ role: act, until: '2026-01-01T00:00:00.000Z', uses: 1, why: '测试' }),
  importPeople: (unit, act) => ({ dry: true, day: '2026-03-01', rows: act === 'new' ? [rowOf(unit)] : taken(unit) }),
  enrol: () => ({ request: REQUEST }),
  moveEnrolment: () => ({ request: REQUEST, move: 'withdraw' }),
  // For people of a unit that is not there.
  createCourse: () => ({ request: REQUEST, plan: planBody({ who: { units: ['no-such-unit'] } }) }),
  changeCourse: (_unit, act) => ({ kind: act, ...TRAINING, ...courseChanges[act] }),
  copyCourse: () => ({ request: REQUEST, days: 7 }),
  enrolOthers: (unit) => ({ request: REQUEST, unit, people: [workerId(unit)] }),
  decideEnrolment: (_unit, act) => ({ ...TRAINING, decision: act, why: '测试' }),
  noteScan: (unit) => ({ device: PHONE, code: codeAt(unit) }),
  checkIn: (unit) => ({ request: REQUEST, device: PHONE, code: codeAt(unit) }),
  redeemScan: () => ({ request: REQUEST, device: PHONE, scan: 'no-such-scan' }),
  watchLesson: () => ({ position: 0, playing: true }),
  seeNews: () => ({ seen: [{ course: 'no-such-course', upTo: 1 }] }),
  changeMyCalendar: () => ({ kind: 'end' }),
  askExcuse: () => ({ state: 'asked', why: '测试', version: 0 }),
  // A month before the session.
  openWindow: () => ({ request: REQUEST, minutes: 5 }),
  addMarks: (unit) => ({ request: REQUEST, why: '测试', marks: [{ kind: 'in', person: workerId(unit) }] }),
  relayMarks: (unit) => ({
    device: 'device-a',
    sentAt: NOON,
    marks: [{ seq: 1, person: workerId(unit), kind: 'in', at: NOON }],
  }),
  // Of a sign that is not there.
  decideSuspicion: () => ({ version: 99, decision: 'dismissed', why: '测试' }),
  decideExcuse: () => ({ version: 99, decision: 'granted', why: '测试' }),
  closeCourse: () => ({ version: 99 }),
  // The course is not closed.
  proposeCorrection: () => ({ request: REQUEST, why: '测试', marks: [{ kind: 'in', at: NOON }] }),
  decideCorrection: () => ({ decision: 'approved', why: '测试' }),
  issueCompletions: (unit) => ({ people: [workerId(unit)] }),
  changeCompletion: () => ({ kind: 'revoke', why: '测试' }),
  // Of a day to come.
  addEntry: () => ({
    ...{ request: REQUEST, kind: 'degree', title: '本科', organiser: '学校', day: '2099-01-01', evidence: [] },
  }),
  // Of a day to come, and of versions that are not there.
  addWork: () => ({ request: REQUEST, work: { ...activity, day: '2099-01-01' } }),
  changeWork: () => ({ ...TRAINING, year: '2026', why: '测试', change: { kind: 'void' } }),
  importWork: () => ({ dry: true, rows: [{ ...activityRow, line: 1 }] }),
  sayCoverage: () => ({ ...TRAINING, month: '2026-02', coverage }),
  // To be answered by a day that is over.
  openAppraisals: (unit) => ({
    ...{ template: 'quarter', term: { year: '2026', quarter: 1 }, due: '2026-01-01', units: [unit] },
  }),
  // By a rule that nobody knows.
  applySubsidy: (unit) => ({ request: REQUEST, rule: 'no-such', level: 'junior', unit, answers: {} }),
  moveOwnSubsidy: () => ({ ...TRAINING, moving: { move: 'withdraw' } }),
  moveSubsidy: (_unit, act) => ({ ...TRAINING, moving: act === 'check' ? { move: act } : { move: act, why: '测试' } }),
  addSubsidyBatch: () => ({ request: REQUEST, rule: 'no-such', from: '2026-03-01', last: '2026-03-09' }),
  // While the notice runs.
  moveSubsidyBatch: (unit) => ({
    ...{ request: REQUEST, moving: { move: 'publish' } },
    applications: [{ person: workerId(unit), application: `subsidy-of-${unit}`, version: 1 }],
  }),
  moveAppraisal: (_unit, act) => ({ ...TRAINING, moving: movings[act] }),
  // Of a subject that nobody knows.
  setPaper: (unit) => ({
    ...paperBody('', { group: { kind: 'unit', id: unit }, subject: 'no-such' }),
    request: REQUEST,
  }),
  changeSetPaper: (_unit, act) => ({ kind: act, ...TRAINING, ...paperChanges[act] }),
  // Less than they have.
  giveExtraTime: () => ({ request: REQUEST, factor: 150, why: '测试' }),
  // Another attempt than they sit.
  voidAttempt: () => ({ request: REQUEST, attempt: '0mm781og0-no-such-attempt', why: '测试' }),
  // While they sit.
  markEssays: () => ({ ...TRAINING, marks: {} }),
  decideReport: () => ({ ...TRAINING, state: 'checking', why: '测试' }),
  // Of the practice bank.
  correctKey: () => ({ request: REQUEST, kind: 'credit', version: 1, why: '测试' }),
  // At a paper that is not there.
  startAttempt: () => ({ request: REQUEST, kind: 'set', device: PHONE, paper: 'no-such-paper' }),
  holdAttempt: () => ({ device: PHONE }),
  saveAnswers: () => SHEET,
  moveAttempt: () => ({ kind: 'pause', device: PHONE }),
  submitAttempt: () => SHEET,
  markOwn: () => ({ marks: {} }),
  // Of a subject that nobody knows.
  prepareOffline: () => ({ request: REQUEST, device: PHONE, subject: 'no-such', form: 'short', factor: 100 }),
  uploadOffline: () => ({ ...SHEET, token: 'no-such-token', tookMs: 1 }),
  // On a version that is not there, of an exam that nobody sat.
  putExam: () => ({ ...TRAINING, year: 2026, level: 'junior', papers: [registeredPaper] }),
  moveExam: (_unit, act) => ({ ...TRAINING, year: 2026, level: 'junior', move: act, why: '测试' }),
  giveCertificate: () => ({ level: 'junior', number: 'NONE-0001', issued: '2026-01-01' }),
  importExams: (unit) => ({
    dry: true,
    rows: [{ line: 1, name: '新人', person: workerId(unit), year: 2026, level: 'junior', papers: [registeredPaper] }],
  }),
  // Of months to come, on versions that are not there, of a key that has ended and of one that would be over.
  beginReport: () => ({
    ...{ request: REQUEST, template: 'month', months: { year: 2099, from: 1, to: 1 }, ...SELECTION },
  }),
  makeFigures: () => TRAINING,
  recountReport: () => ({}),
  moveReport: (_unit, act) => ({ ...TRAINING, moving: reportMovings[act] }),
  setDue: () => ({ ...TRAINING, template: 'month', from: '2026-03-01', days: 5 }),
  makeKey: () => ({ request: REQUEST, label: '大屏', until: '2020-01-01' }),
  endKey: () => ({ request: REQUEST }),
  // Of an entry that was refused.
  moveEntry: (_unit, act) => ({ request: REQUEST, move: act, why: '测试' }),
};

const reportMovings: { [act: string]: object } = {
  sign: { move: 'sign', hash: 'a'.repeat(64) },
  send: { move: 'send' },
  receive: { move: 'receive' },
  return: { move: 'return', why: '测试' },
};

const registeredPaper = { subject: 'junior-practice', result: { kind: 'registered' } };

const rowOf = (unit: string) => ({ line: 1, unit, name: '新人', post: 'other' });

/** Rows with the numbers of everybody there is: those of foreigners say nothing. */
const taken = (unit: string) =>
  Object.keys(TENANTS).map((tenant, i) => ({ ...rowOf(unit), line: i + 1, phone: phoneOf(tenant) }));

const employing = (unit: string) => ({
  ...{ kind: 'employ', unit, post: 'other', established: false, day: '2026-03-01', why: '测试', version: 99 },
});

/** A code of nobody's door. */
const codeAt = (unit: string) => ({ session: `${courseId(unit)}-001`, kind: 'in', step: 1, token: '0'.repeat(32) });

/** The same wish at every time, so that what is made is made once. */
const REQUEST = 'request-of-the-matrix';
const SHEET = { device: PHONE, answers: [], texts: [] };
const TRAINING = { request: REQUEST, version: 99 };

const { type: _type, ...activityRow } = activity;

const movings: { [act: string]: object } = {
  score: { move: 'score', scores: {}, note: '' },
  object: { move: 'object', note: '测试' },
  visit: { move: 'visit', scores: {}, note: '', day: '2026-03-01' },
  decide: { move: 'decide', scores: {}, note: '', grade: 'good' },
};

const changes: { [act: string]: (unit: string) => object } = {
  rename: () => ({ name: '新名' }),
  correct: () => ({ quota: 3 }),
  appoint: (unit) => ({ post: 'head', person: workerId(unit) }),
  relieve: (unit) => ({ post: 'head', person: workerId(unit) }),
  rectify: (unit) => ({ field: 'post', post: 'head', person: workerId(unit) }),
  move: () => ({ parent: '21' }),
  close: () => ({}),
  merge: () => ({ others: [], into: { opening } }),
  split: () => ({ into: [{ opening }, { opening }], children: [] }),
};

const paperChanges: { [act: string]: object } = {
  edit: { plan: { title: '新的名称' } },
  'close-later': { closesAt: '2026-03-09T00:00:00.000Z' },
  cancel: { why: '测试' },
};

const courseChanges: { [act: string]: object } = {
  edit: { plan: { title: '新的名称' } },
  capacity: { capacity: 9 },
  cancel: { why: '测试' },
};
