// What each role may do where, written a second time and by hand from the field: the oracle that the table of permissions is held against.
import type { Action } from '../../../../functions/domain/access/actions.ts';
import type { Role } from '../../../../functions/domain/access/roles.ts';

/** Where a thing stands, seen from the unit of a grant. */
export const PLACES = [
  'own',
  'child',
  'grandchild',
  'parent',
  'root',
  'sibling',
  'nephew',
  'province',
  'nowhere',
] as const;

export type Where = (typeof PLACES)[number];

/** . nothing · o own unit · b below it · t the whole subtree · * everywhere · s oneself alone. */
const REACHED: { [sign: string]: readonly Where[] } = {
  '.': [],
  s: [],
  o: ['own'],
  b: ['child', 'grandchild'],
  t: ['own', 'child', 'grandchild'],
  '*': PLACES,
};

const COLUMNS: readonly Role[] = [
  'candidate',
  'worker',
  'trainer',
  'liaison',
  'unit-manager',
  'bureau-reader',
  'bureau-manager',
  'auditor',
  'operator',
];

//                ca wo tr li um br bm au op
const SIGNS: Record<Action, string> = {
  readUnit: '      o  o  o  o  t  t  t  t  *',
  readTree: '      o  o  o  o  t  t  t  t  *',
  openUnit: '      .  .  .  .  .  .  t  .  *',
  changeUnit: '    .  .  .  .  t  .  t  .  *',
  moveUnit: '      .  .  .  .  .  .  b  .  *',
  closeUnit: '     .  .  .  .  .  .  b  .  *',
  listPeople: '    .  .  .  o  t  t  t  t  *',
  readPerson: '    .  .  .  o  t  t  t  t  *',
  addPerson: '     .  .  .  o  t  .  t  .  *',
  changePerson: '  .  .  .  o  t  .  t  .  *',
  unmaskPerson: '  .  .  .  .  o  .  t  .  .',
  transferPerson: '.  .  .  .  t  .  t  .  *',
  invite: '        .  .  .  o  t  .  t  .  *',
  importPeople: '  .  .  .  .  t  .  t  .  *',
  grantRole: '     .  .  .  o  t  .  t  .  *',
  endRole: '       .  .  .  o  t  .  t  .  *',
  readAudit: '     .  .  .  .  t  .  t  t  *',
  exportAudit: '   .  .  .  .  t  .  t  t  *',
  manageCourse: '  .  .  o  .  t  .  t  .  *',
  runDoor: '       .  .  o  o  t  .  t  .  *',
  readRoster: '    .  .  o  o  t  t  t  t  *',
  decideEnrolment: '. . .  o  t  .  t  .  *',
  enrolOthers: '   .  .  .  o  t  .  t  .  *',
  closeCourse: '   .  .  o  .  t  .  t  .  .',
  approveCorrection: ' . . . . t . t . .',
  issueCertificate: ' . . o . t . t . .',
  readLedger: '    .  .  .  o  t  t  t  t  *',
  keepHours: '     .  .  .  o  t  .  t  .  *',
  approveHours: '  .  .  .  .  t  .  t  .  *',
  setPaper: '      .  .  o  .  t  .  t  .  *',
  watchPaper: '    .  .  o  .  t  .  t  .  *',
  markEssays: '    .  .  o  .  t  .  t  .  *',
  readStatistics: '.  .  o  .  t  .  t  .  *',
  readBank: '      .  .  .  .  .  .  t  .  *',
  decideReport: '  .  .  .  .  .  .  .  .  *',
  correctKey: '    .  .  .  .  .  .  .  .  *',
  readExams: '     .  .  .  o  t  t  t  t  *',
  keepExams: '     .  .  .  o  t  .  t  .  *',
  importExams: '   .  .  .  .  t  .  t  .  *',
  confirmExams: '  .  .  .  .  t  .  t  .  *',
  readFigures: '   .  .  o  o  t  t  t  t  *',
  givePopulation: '.  .  .  .  .  .  t  .  *',
  makeReport: '    .  .  .  .  t  .  t  .  .',
  signReport: '    .  .  .  .  t  .  t  .  .',
  expectReports: ' .  .  .  .  .  .  t  .  .',
  receiveReport: ' .  .  .  .  .  .  b  .  .',
  keepApiKeys: '   .  .  .  .  .  .  o  .  .',
  readWork: '      .  .  .  o  t  t  t  t  *',
  keepWork: '      .  .  .  o  t  .  t  .  *',
  scoreOwnWork: '  .  .  .  o  o  .  .  .  .',
  appraise: '      .  .  .  .  .  .  b  .  .',
  decideAppraisal: '.  .  .  .  .  .  b  .  .',
  readSubsidies: ' .  .  .  o  t  t  t  t  *',
  checkSubsidy: '  .  .  .  o  t  .  t  .  *',
  decideSubsidy: ' .  .  .  .  t  .  t  .  .',
  enrol: '         s  s  s  s  s  s  s  s  s',
  checkIn: '       s  s  s  s  s  s  s  s  s',
  readOwnTraining: 's s  s  s  s  s  s  s  s',
  proposeHours: '  s  s  s  s  s  s  s  s  s',
  keepOwnExams: '  s  s  s  s  s  s  s  s  s',
  applySubsidy: '  s  s  s  s  s  s  s  s  s',
  sitPaper: '      s  s  s  s  s  s  s  s  s',
  keepJournal: '   s  s  s  s  s  s  s  s  s',
  reportQuestion: 's  s  s  s  s  s  s  s  s',
  readSelf: '      s  s  s  s  s  s  s  s  s',
  changeSelf: '    s  s  s  s  s  s  s  s  s',
  exportSelf: '    s  s  s  s  s  s  s  s  s',
  deleteSelf: '    s  s  s  s  s  s  s  s  s',
};

export interface Expected {
  action: Action;
  role: Role;
  /** The places that the role reaches from its unit. */
  reached: readonly Where[];
  /** Whether it is an action on oneself. */
  personal: boolean;
}

/** Every cell: action × role. */
export const MATRIX: Expected[] = (Object.entries(SIGNS) as [Action, string][]).flatMap(([action, row]) =>
  row
    .trim()
    .split(/\s+/)
    .map((sign, i) => ({
      action,
      role: COLUMNS[i] ?? 'candidate',
      reached: REACHED[sign] ?? [],
      personal: sign === 's',
    })),
);
