// Who reaches how far from the unit of a role: the words that the matrix is written in.
import type { Role } from '../../../functions/domain/access/roles.ts';

/** Where a thing lies, seen from the unit of the role: a county's. `other` is a county of another province, `nobody` is no thing at all. */
export const RELATIONS = ['own', 'child', 'parent', 'sibling', 'other', 'nobody'] as const;
export type Relation = (typeof RELATIONS)[number];

/** The relations at which a role is answered; a role that is not named never is. */
type Reach = { readonly [R in Role]?: string };

export interface Row {
  /** Which of a route's several acts, where they need different rights. */
  act?: string;
  /** `key`: programs with a key of the own unit, whoever is signed in · `everybody`: guests too · `signed-in`: whoever has a session · `self`: each for their own record alone. */
  who: Reach | 'everybody' | 'signed-in' | 'self' | 'key';
}

const EVERYWHERE = 'own child parent sibling other';

/** Operators see everything: they set the first unit of each province up. */
export const operator = { operator: EVERYWHERE };
export const seeUnits: Reach = {
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
export const seeAudit: Reach = { ...manage, auditor: 'own child' };
/** A trainer plans and runs the training of the own unit. */
export const manageCourses: Reach = { trainer: 'own', ...manage };
/** The liaison helps at the door. */
export const runDoor: Reach = { liaison: 'own', ...manageCourses };
/** What has legal effect is no operator's. */
export const approve: Reach = { 'unit-manager': 'own child', 'bureau-manager': 'own child' };
export const close: Reach = { trainer: 'own', ...approve };
export const bureau: Reach = { 'bureau-manager': 'own child', ...operator };
/** A bureau neither moves nor closes itself. */
export const bureauBelow: Reach = { 'bureau-manager': 'child', ...operator };

const ANYWHERE = `${EVERYWHERE} nobody`;
export const keepBank: Reach = { operator: ANYWHERE };
export const lookAfterQuestions: Reach = {
  trainer: ANYWHERE,
  'unit-manager': ANYWHERE,
  'bureau-manager': ANYWHERE,
  ...keepBank,
};

export { keepPeople, manage, seeCourses, seePeople };
