// Roles: what a person is at a unit, from a day to a day, and who may make somebody what. A role is a fact of ours, never a claim in a token.
import { holdsOn, type Period } from '../period.ts';
import type { Day } from '../time.ts';

/** 考生、社工、培训老师、联络员、单位管理员、主管部门查阅、主管部门管理、审计、运维. */
export const ROLES = [
  'candidate',
  'worker',
  'trainer',
  'liaison',
  'unit-manager',
  'bureau-reader',
  'bureau-manager',
  'auditor',
  'operator',
] as const;

export type Role = (typeof ROLES)[number];

/** The roles that one code may give to many: they let nobody see another person. */
export const FOR_MANY: readonly Role[] = ['candidate', 'worker'];

/** A role at a unit for a span of days; `by` is the person who granted it. */
export interface Grant extends Period {
  unit: string;
  role: Role;
  by: string;
}

/** The grants that hold on a day: neither the expired nor the future ones. */
export function grantsOn(grants: readonly Grant[], day: Day): Grant[] {
  return grants.filter((grant) => holdsOn(grant, day));
}

/**
 * Role → the roles it may grant and end, where its reach for that action goes. Nobody grants what reaches farther than they do themselves
 * (a law of the tests), and equals may appoint equals: a second manager for the holidays, the manager of a unit below.
 */
export const mayGrant: Readonly<Record<Role, readonly Role[]>> = {
  candidate: [],
  worker: [],
  trainer: [],
  // The liaison admits people to the station; making somebody a liaison is the head's decision.
  liaison: ['candidate', 'worker'],
  'unit-manager': ['candidate', 'worker', 'trainer', 'liaison', 'unit-manager'],
  'bureau-reader': [],
  // No auditor: whoever is audited neither chooses nor dismisses who audits.
  'bureau-manager': ['candidate', 'worker', 'trainer', 'liaison', 'unit-manager', 'bureau-reader', 'bureau-manager'],
  auditor: [],
  operator: ROLES,
};
