// The wire as an OpenAPI 3.1 document, made from routes, shapes and problems. For readers and tools outside: nothing deployed imports it.
// `node functions/contract/openapi.ts` writes openapi.json beside this file.
import { writeFileSync } from 'node:fs';
import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { type ProblemCode, problemCodes, problems } from './problems.ts';
import { type Audience, audienceOf, methodAndPath, type RouteName, routes } from './routes.ts';
import type { Shape } from './shape.ts';
import { shapes } from './shapes.ts';

const SESSION = 'session';
const KEY = 'key';

const WRITE = 'A write carries the header `Origin` of this site.';

/** What each route is for, in a line. */
const summaries: Record<RouteName, string> = {
  me: 'Who is signed in here',
  login: 'Start a sign-in: go to the identity provider',
  callback: 'Come back from the identity provider, with a session when it agreed',
  logout: 'End the session',
  listSchedule: 'The sessions of published courses of a province and a month, with open seats',
  showCourse: 'A published course, as everybody may see it',
  readCourseCalendar: 'The calendar of a published course',
  readUnitCalendar: 'The calendar of a unit’s published courses',
  readProvinceCalendar: 'The calendar of a province’s published courses',
  readPersonCalendar: 'The calendar of somebody’s own training, by its secret address',
  noteScan: 'Keep a scan of the door’s code from before the sign-in',
  verifyCompletion: 'What a certificate of completion says, masked, and whether it holds',
  listCompletionKeys: 'The keys by which certificates’ signatures are checked',
  listBatches: 'The batches of the practice journal that the caller lacks',
  addBatch: 'Keep a batch of the practice journal; sending it again changes nothing',
  reportQuestion: 'Report a faulty question',
  acceptInvitation: 'Accept an invitation to a role, by its code',
  readSelf: 'One’s own record, masked',
  changeSelf: 'Correct one’s own record',
  exportSelf: 'All that is kept of oneself, whole; the practice journal is fetched by `listBatches`',
  deleteSelf: 'Delete one’s account: personal data goes, counted facts stay without it',
  changeEmail:
    'Give, replace or take away the address one is written to, and say whether one wants to be told of changes by mail',
  confirmEmail: 'Show by the code of a mail that its address is one’s own',
  acceptClaim: 'Take over the record that staff have made of oneself, by its code',
  enrol: 'Enrol in a course: a seat, a place in the queue, or a request to the unit',
  moveEnrolment: 'Withdraw from a course, or accept or decline an offered seat',
  listMyTraining: 'One’s own enrolments, with what comes next',
  seeNews: 'Say that one has seen what changed',
  showMyCalendar: 'Whether one’s own calendar has an address',
  changeMyCalendar: 'Make the secret address of one’s own calendar anew, or end it',
  checkIn: 'Come or go by the door’s code',
  redeemScan: 'Come or go by a scan from before the sign-in',
  askExcuse: 'Ask for leave from a session, or take that back',
  listLessons: 'The lessons of a recorded session, and what I have watched of each',
  watchLesson: 'Say where my player of a lesson stands; the server counts the time',
  listMyCompletions: 'One’s own certificates of completion',
  staffMe: 'The roles one holds today, and what they let one do',
  listTree: 'The units that the caller may read, a parent before its children',
  readUnit: 'A unit with its history, its posts and its path',
  openUnit: 'Open a unit under a parent, from a day on',
  changeUnit: 'Rename, move, close, merge, split or correct a unit, or change who holds a post, from a day on',
  listPeople: 'The workers of a unit on a day, and who holds a role there',
  addPerson: 'Add a person who begins to work at a unit',
  importPeople: 'Judge, or write, a slice of the rows of a list of people',
  readPerson: 'A person, masked',
  changePerson: 'Correct a person, add or renew a certificate, enter or leave a pool, leave a post',
  transferPerson: 'Move a person to another unit or another post, from a day on',
  unmaskPerson: 'See a phone or an identity number whole; audited',
  offerClaim: 'Make a code by which a person takes over the record that staff have made of them',
  grantRole: 'Give a person a role at a unit, from a day on',
  endRole: 'End a role from a day on',
  invite: 'Make a code that gives whoever accepts it a role at a unit',
  listAudit: 'What was done at a unit, newest first',
  exportAudit: 'The lines of a unit, or of all below it, for taking along; leaves a line of its own',
  checkAudit: 'Whether the audit of a unit and of all below it is what was written',
  listCourses: 'A unit’s own courses, the latest first',
  createCourse: 'Begin a course as a draft',
  readCourse: 'A course with its sessions and seats, and what stands in the way of publishing it',
  changeCourse: 'Edit, publish or cancel a course, change its capacity or its sessions',
  copyCourse: 'Make a draft from a course, so many days later',
  listRoster: 'Who is enrolled in a course, who waits, who has an offer',
  enrolOthers: 'Enrol people of a unit; an outcome for each',
  decideEnrolment: 'Agree to an enrolment, refuse it, or take somebody out',
  listUnitEnrolments: 'The enrolments of a unit’s people, course by course',
  listUnitAttendance: 'Who of a unit’s people was there and who was absent, at the sessions of a course that are over',
  showDoor: 'The codes of a session’s door, of now and of the next steps',
  openWindow: 'Ask everybody in the room to mark themselves once more',
  listMarks: 'The marks of a session since a cursor, and how many are in',
  addMarks: 'Mark by hand, or take marks back; an outcome for each line',
  relayMarks: 'Marks that a device without network has written down; an outcome for each',
  listSuspicions: 'Signs that somebody signed for another, for a human to look at',
  decideSuspicion: 'Say of such a sign that it is so, or that there is nothing in it',
  listExcuses: 'Who has asked for leave from a session',
  decideExcuse: 'Grant or refuse leave from a session',
  listAttendance: 'The verdicts of a course, person by person',
  closeCourse: 'Close a course, and write the hours of a part of its people',
  listCorrections: 'The corrections of a session of a closed course',
  proposeCorrection: 'Propose a correction of somebody’s marks after the closing',
  decideCorrection: 'Approve or refuse a correction that somebody else has proposed',
  issueCompletions: 'Issue certificates of completion for some people of a closed course',
  listCompletions: 'The certificates of a course',
  changeCompletion: 'Revoke a certificate, or put another in its place',
  completionFile: 'A certificate as a PDF',
  courseCompletionsFile: 'A part of a course’s certificates as one PDF',
  readLedger: 'A person’s ledger of continuing education: the period’s figures, their explanation, all entries',
  addEntry: 'Propose an entry of the ledger',
  moveEntry: 'Approve, refuse, revoke or withdraw an entry',
  listLedgers: 'A page of the people of a unit, with how far each is with their hours',
  readGuide: 'The way to the exam: steps, days, papers and pass lines of a year',
  checkEligibility: 'Which level somebody may sit, by what they say of themselves',
  readEligibility: 'Which level a person may sit, by their record',
  readExams: 'A person’s exams, what of them still counts, and the certificates that are due',
  putExam: 'Say how an exam of a person stands; what was said before stays in its facts',
  moveExam: 'Confirm, refuse or withdraw what was said of an exam',
  giveCertificate: 'Turn a pass that was confirmed into a certificate of the person',
  listExams: 'A page of the people of a unit with their exams, by year, level, state or step',
  listSteps: 'A page of the names behind a step of the funnel, of a unit and all units below it',
  importExams: 'Import a list of registrations or results: a dry run of a slice, or the slice',
  readFigures: 'The figures of a unit for months of a year, beside those of the year before',
  rankFigures: 'The units below a unit, in order of a figure',
  readTrend: 'A figure of a unit through the months of three years, or through six years',
  listFacts: 'The facts behind a figure, each with what it adds',
  countShortfall: 'Who lacks hours until when, as counts, some people at a time',
  givePopulation: 'Say how many people live where a unit is',
  listReports: 'The reports of a unit for a year',
  beginReport: 'Begin a report as a draft, or the next edition of one that is frozen',
  readReport: 'A report with its steps, what it says, the figures of now, and what has become another since',
  makeFigures: 'Make the figures of a draft from the facts as of an instant, slice by slice',
  recountReport:
    'Make a report again from the same instant and compare; and what has become another since, slice by slice',
  moveReport: 'Edit, sign, countersign, send, receive, return or drop a report',
  readBoard: 'Who of the units below has sent the reports of some months, and when',
  setDue: 'Say from when on reports are due so many days after their months',
  listKeys: 'The keys to open data of a unit',
  makeKey: 'Make a key to open data; its secret is in this answer alone',
  endKey: 'End a key to open data for good',
  openUnits: 'The unit of the key and those below it today',
  openFigures: 'Figures by indicator for months of a year, of units that the key reaches',
  openReports: 'The frozen reports of a unit for a year, with their hashes',
  openReport: 'A frozen report, byte for byte as it was signed',
  readWork: 'What a station has written down of its work in a month or a year, with its coverage',
  addWork: 'Write down an activity, money received or supervision; the same request again is the same record',
  changeWork: 'Correct a record, or take it back; what it was stays to be seen',
  importWork: 'Judge, or write, a slice of a list of activities',
  sayCoverage: 'Say how many a station serves in a month: numbers, no names',
  listAppraisals: 'The appraisals of a unit for a year',
  listRounds: 'The appraisals that a bureau has opened for units below it, and how far each is',
  openAppraisals: 'Open an appraisal for units below; an outcome for each',
  readAppraisal: 'An appraisal with its indicators, the counted figures and what was said and decided',
  listSubsidyRules: 'The rules of certificate subsidies that hold today, each with what is known of it',
  readOwnSubsidies: 'One’s applications for subsidies, and what one’s record says to the rules',
  applySubsidy: 'Apply for a subsidy; the same request again is the same application',
  moveOwnSubsidy: 'Hand an application in again with other answers, or take it back',
  listSubsidies: 'A page of the applications of a unit, or of those that a bureau decides about',
  readSubsidy: 'An application with the conditions of its rule, their verdicts and the arithmetic of its amount',
  moveSubsidy: 'Check, return or refuse an application, hold an objection to it, or say that none is heard',
  listSubsidyBatches: 'The lists that a bureau began in a year to put on public notice',
  addSubsidyBatch: 'Begin a list for public notice, with its days',
  readSubsidyBatch: 'A list for public notice with everybody on it',
  moveSubsidyBatch:
    'Put a slice of applications on a list, end its notice, or record that it was paid; an outcome for each',
  readSubsidyTotals: 'What subsidies come to in a year, by rule, state and unit',
  moveAppraisal: 'Score, visit, decide, publish, object, settle or withdraw',
  listMock: 'Mock papers to sit: drawn on demand, set for one’s groups; and one’s own attempts',
  startAttempt: 'Start an attempt at a mock paper; the same request is the same attempt',
  readAttempt: 'An attempt with its questions, without their keys, and what stands at them',
  holdAttempt: 'Write an attempt with this device from now on',
  saveAnswers: 'Keep answers; each is told whether it counts, and why not',
  moveAttempt: 'Rest, or go on',
  submitAttempt: 'Hand in, with what is not sent yet; again, the same',
  readResult: 'The marks of an attempt as far as they are released',
  readReview: 'The questions of an attempt with keys, explanations and model answers, when the review is open',
  markOwn: 'Mark one’s own answers in words, point by point',
  listRanking: 'The places of those who sat a set paper, if it has a ranking',
  readReviewed: 'Questions of one’s own open reviews, for the wrong book',
  prepareOffline: 'Take a paper along: its questions under a key, and the token that opens them',
  uploadOffline: 'Hand in what was done without a network',
  exportMock: 'One’s own attempts at mock papers with all that stands in them, a page',
  listMyReports: 'What became of the faulty questions that one has reported',
  listPaperForms: 'The papers that a unit can schedule today, and what the bank lacks for each',
  listSetPapers: 'The papers that a unit has set, the latest opening first',
  setPaper: 'Schedule a paper for a course of the unit, or for the unit and those below it',
  readSetPaper: 'A set paper, and what may still be done with it',
  readPaperQuestions: 'The questions of a set paper with their keys; leaves a line in the audit',
  changeSetPaper: 'Change a paper before it opens, close it later, release its results, or cancel it',
  watchPaper: 'Who sits a paper and how far each is, who has not started',
  giveExtraTime: 'Give somebody more time at a paper, before they start or while they sit',
  voidAttempt: 'Take somebody’s attempt back, so that they may sit the paper again',
  listResults: 'The marks of a set paper, person by person',
  listEssays: 'Who has handed in answers in words, and which of them wait for marks',
  readEssays: 'What somebody wrote, beside the points it is marked by',
  markEssays: 'Give marks for what somebody wrote',
  readPaperStatistics: 'The marks of a set paper together, and the figures of each of its questions',
  readSubjectStatistics: 'The figures of every question of a subject',
  listQuestionReports: 'The reported questions in a state, the oldest first',
  decideReport: 'Say what became of a report, and why',
  correctKey: 'Correct the key of a question, or credit everybody who was asked it; all are graded anew',
  listKeyCorrections: 'The corrected keys, the latest first, with how far the grading is',
  readKeyCorrection: 'A corrected key, and whose marks it changed',
};

const problem = z
  .strictObject({
    type: z.templateLiteral(['urn:zhuren:problem:', z.enum(problemCodes)]),
    title: z.string(),
    status: z.int(),
    code: z.enum(problemCodes).meta({ description: problemCodes.map(meaning).join('\n') }),
    instance: z.string().meta({ description: 'The request id, also in the header x-request-id.' }),
    errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
    reason: z.string().optional().meta({ description: 'With `refused`: which rule stands against it.' }),
    person: z
      .string()
      .optional()
      .meta({ description: 'With `duplicate_person`: whose number it is, if one may read them.' }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details' });

/** The whole document. */
export function openApi() {
  return createDocument({
    openapi: '3.1.0',
    info: { title: '助人学堂 (zhuren)', version: '1', license: { name: 'MIT', identifier: 'MIT' } },
    paths: paths(),
    components: {
      securitySchemes: {
        [SESSION]: { type: 'apiKey', in: 'cookie', name: '__Host-session', description: 'Set by signing in.' },
        [KEY]: { type: 'http', scheme: 'bearer', description: 'A key to open data, made by a bureau for its unit.' },
      },
    },
  });
}

/** The document as the file beside this one holds it. */
export function openApiText(): string {
  return `${JSON.stringify(openApi(), null, 2)}\n`;
}

function paths(): ZodOpenApiPathsObject {
  const all: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const name of Object.keys(routes) as RouteName[]) {
    const { method, path } = methodAndPath(name);
    const template = path.replace(/:(\w+)/g, '{$1}');
    all[template] = { ...all[template], [method.toLowerCase()]: operation(name, path) };
  }
  return all;
}

function operation(name: RouteName, path: string): ZodOpenApiOperationObject {
  const { params, query, body, answer }: Shape = shapes[name];
  const audience = audienceOf(path) ?? 'public';
  return {
    operationId: name,
    summary: summaries[name],
    tags: [audience],
    security: securityOf(audience),
    requestParams: {
      ...(params instanceof z.ZodObject ? { path: params } : {}),
      ...(query instanceof z.ZodObject ? { query } : {}),
    },
    ...(body === undefined ? {} : { requestBody: { required: true, description: WRITE, content: json(body) } }),
    responses: {
      ...success(answer),
      default: { description: 'What went wrong', content: { 'application/problem+json': { schema: problem } } },
    },
  };
}

/** A route that answers null sends a browser on; one that answers a file has no JSON. */
function success(answer: z.ZodType) {
  if (answer instanceof z.ZodFile) {
    const schema = { type: 'string' as const, format: 'binary' };
    return { 200: { description: 'The file', content: { 'application/pdf': { schema } } } };
  }
  if (answer instanceof z.ZodString) {
    const schema = { type: 'string' as const, description: 'A calendar of RFC 5545' };
    return { 200: { description: 'The calendar', content: { 'text/calendar': { schema } } } };
  }
  if (!(answer instanceof z.ZodNull)) return { 200: { description: 'Done', content: json(answer) } };
  const headers = { location: { description: 'Where to', required: true, schema: { type: 'string' as const } } };
  return { 302: { description: 'On to another page; a problem is named in its query', headers } };
}

function securityOf(audience: Audience) {
  if (audience === 'public') return [];
  return [{ [audience === 'open' ? KEY : SESSION]: [] }];
}

function json(schema: z.ZodType) {
  return { 'application/json': { schema } };
}

function meaning(code: ProblemCode): string {
  return `- \`${code}\`: ${problems[code]}`;
}

if (import.meta.main) writeFileSync(new URL('./openapi.json', import.meta.url), openApiText());
