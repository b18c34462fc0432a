// THE table of permissions: action → how far each role reaches with it. Server and site ask `can`, which is made from this table and nothing else.
import type { Role } from './roles.ts';

/**
 * How far a role reaches: 'self' the person's own record · 'own' the unit of the grant · 'below' everything under that unit but not the unit
 * itself · 'subtree' the unit and everything under it, by the parent links of the day · 'all' everywhere.
 */
export type Reach = 'none' | 'self' | 'own' | 'below' | 'subtree' | 'all';

/** Roles that a row does not name reach nothing. */
type Row = Readonly<Partial<Record<Role, Exclude<Reach, 'none'>>>>;

/** What is one's own: whoever is signed in is a candidate, with or without a unit (see `can`), so this row reaches everybody. */
const PERSONAL: Row = { candidate: 'self' };

/** What a bureau decides about the units under it, never about itself: the next higher bureau, or an operator, does that. */
const BUREAU_BELOW: Row = { 'bureau-manager': 'below', operator: 'all' };

/** Keeping a unit's people: the liaison at the station, managers also below it, as a county head station does for its townships. */
const KEEP_PEOPLE: Row = {
  liaison: 'own',
  'unit-manager': 'subtree',
  'bureau-manager': 'subtree',
  operator: 'all',
};

/** What touches many people at once, or two units: not the liaison's. */
const MANAGE_PEOPLE: Row = { 'unit-manager': 'subtree', 'bureau-manager': 'subtree', operator: 'all' };

/** Looking at people: readers and auditors see what managers see, masked, and change nothing. */
const SEE_PEOPLE: Row = { ...KEEP_PEOPLE, 'bureau-reader': 'subtree', auditor: 'subtree' };

/** Everybody sees the unit they belong to: who heads it, how to call it. */
const SEE_UNITS: Row = { ...SEE_PEOPLE, candidate: 'own', worker: 'own', trainer: 'own' };

/** Planning and running training: the trainer for the own unit, managers also for the units below. */
const RUN_COURSES: Row = { trainer: 'own', ...MANAGE_PEOPLE };

/** The banks are everybody's: what is in them, and whether it is right, is looked after by those who run the product. */
const KEEP_BANK: Row = { operator: 'all' };

/** What has legal effect is not an operator's to do. */
const CLOSE_COURSES: Row = { trainer: 'own', 'unit-manager': 'subtree', 'bureau-manager': 'subtree' };

/** Money is for those who answer for it: neither the liaison's nor an operator's to promise. */
const DECIDE_SUBSIDIES: Row = { 'unit-manager': 'subtree', 'bureau-manager': 'subtree' };

/** A report binds whoever signs it. */
const REPORT: Row = { 'unit-manager': 'subtree', 'bureau-manager': 'subtree' };

/** "A viewer for managers and auditors." A line holds masked values alone. */
const SEE_AUDIT: Row = { ...MANAGE_PEOPLE, auditor: 'subtree' };

const rows = {
  readUnit: SEE_UNITS,
  readTree: SEE_UNITS,
  /** Asked at the parent-to-be, also for the unit a move leads to, and for the new units of a split. */
  openUnit: { 'bureau-manager': 'subtree', operator: 'all' },
  /** Name, contacts, quota, posts. */
  changeUnit: MANAGE_PEOPLE,
  /** Asked at the unit that moves; besides, `openUnit` is asked at its new parent. */
  moveUnit: BUREAU_BELOW,
  /** Close, merge, split: asked at every unit that ends or takes another in. */
  closeUnit: BUREAU_BELOW,

  listPeople: SEE_PEOPLE,
  readPerson: SEE_PEOPLE,
  addPerson: KEEP_PEOPLE,
  changePerson: KEEP_PEOPLE,
  /** The employer needs the number for its own staff, a bureau for certificates and reports; an operator has no business with it. */
  unmaskPerson: { 'unit-manager': 'own', 'bureau-manager': 'subtree' },
  /** Asked at both units: the one left and the one joined. */
  transferPerson: MANAGE_PEOPLE,
  invite: KEEP_PEOPLE,
  importPeople: MANAGE_PEOPLE,

  /** Which role may grant which is `mayGrant`; ask `canGrant` and `canEnd`. */
  grantRole: KEEP_PEOPLE,
  endRole: KEEP_PEOPLE,

  readAudit: SEE_AUDIT,
  exportAudit: SEE_AUDIT,

  /** Draft, publish, change, cancel, copy; asked at the organiser's unit, as are the door, the roster, closing and certificates. */
  manageCourse: RUN_COURSES,
  runDoor: { ...RUN_COURSES, liaison: 'own' },
  readRoster: { ...RUN_COURSES, ...SEE_PEOPLE },
  /** Asked at the unit of whoever enrols. Not the trainer's: that somebody comes is their own word or their unit's, and trainers look up no people. */
  decideEnrolment: KEEP_PEOPLE,
  enrolOthers: KEEP_PEOPLE,
  closeCourse: CLOSE_COURSES,
  /** Asked of somebody else than who asked for the correction. */
  approveCorrection: { 'unit-manager': 'subtree', 'bureau-manager': 'subtree' },
  issueCertificate: CLOSE_COURSES,
  /** Entries of the continuing-education ledger; asked at the person's unit. */
  readLedger: SEE_PEOPLE,
  keepHours: KEEP_PEOPLE,
  approveHours: MANAGE_PEOPLE,

  /** Set papers: schedule, change, release, cancel, extra time, taking an attempt back; asked at the unit that sets the paper, as are the board and marks. */
  setPaper: RUN_COURSES,
  watchPaper: RUN_COURSES,
  markEssays: RUN_COURSES,
  /** Of all attempts at a subject, and the reports of faulty questions: figures and no keys. Of no unit: asked anywhere. */
  readStatistics: RUN_COURSES,
  /** The whole mock bank with its keys; whoever sets a paper sees the keys of that paper alone. */
  readBank: { 'bureau-manager': 'subtree', operator: 'all' },
  decideReport: KEEP_BANK,
  correctKey: KEEP_BANK,

  /** Exam records; asked at the person's unit. Marks are shown to whoever may keep them, others see what became of a paper. */
  readExams: SEE_PEOPLE,
  keepExams: KEEP_PEOPLE,
  importExams: MANAGE_PEOPLE,
  /** Never about oneself. */
  confirmExams: MANAGE_PEOPLE,

  /** Sums of a unit with all below it, and of the units below one by one; whoever is in them is not named. */
  readFigures: { ...SEE_PEOPLE, trainer: 'own' },
  /** How many live where a bureau is: 万人持证数 divides by it. */
  givePopulation: { 'bureau-manager': 'subtree', operator: 'all' },

  /** Reports to the bureau above: put together and signed by the unit's own and by bureaus above it; two people sign, whoever they are. */
  makeReport: REPORT,
  signReport: REPORT,
  /** To say until when reports are expected, to receive and to return them: of units below. */
  expectReports: { 'bureau-manager': 'subtree' },
  receiveReport: { 'bureau-manager': 'below' },
  /** Keys by which programs read the figures of a unit and of all below it. */
  keepApiKeys: { 'bureau-manager': 'own' },

  /** A station's work: activities, coverage, funds, supervision; asked at the station. */
  readWork: SEE_PEOPLE,
  keepWork: KEEP_PEOPLE,
  /** The unit's own word about its work, before anybody comes to see it; and its objection to what was decided. */
  scoreOwnWork: { liaison: 'own', 'unit-manager': 'own' },
  /** The supervisor's visit. */
  appraise: { 'bureau-manager': 'below' },
  /** To open, decide, publish and settle an appraisal: never of one's own unit. */
  decideAppraisal: { 'bureau-manager': 'below' },

  /** Applications for subsidies. Asked at the applicant's unit; to decide is asked at the bureau that the application went to. Never about oneself. */
  readSubsidies: SEE_PEOPLE,
  checkSubsidy: KEEP_PEOPLE,
  decideSubsidy: DECIDE_SUBSIDIES,

  enrol: PERSONAL,
  checkIn: PERSONAL,
  readOwnTraining: PERSONAL,
  proposeHours: PERSONAL,
  keepOwnExams: PERSONAL,
  applySubsidy: PERSONAL,
  sitPaper: PERSONAL,

  keepJournal: PERSONAL,
  reportQuestion: PERSONAL,
  readSelf: PERSONAL,
  changeSelf: PERSONAL,
  exportSelf: PERSONAL,
  deleteSelf: PERSONAL,
} satisfies Record<string, Row>;

export type Action = keyof typeof rows;

/** Every action, in the table's order. */
export const ACTIONS = Object.keys(rows) as Action[];

/** How far a role reaches with an action. */
export function reachFor(action: Action, role: Role): Reach {
  const row: Row = rows[action];
  return row[role] ?? 'none';
}
