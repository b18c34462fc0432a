// A forest of units whose ids are prefixes of one another, and grants in it: what compares text instead of units goes wrong here.
import fc from 'fast-check';
import type { Place } from '../../../../functions/domain/access/can.ts';
import { type Grant, ROLES, type Role } from '../../../../functions/domain/access/roles.ts';
import type { Where } from './matrix.ts';

export const TODAY = '2026-11-23';

/** Unit → parent. The grant of the matrix is at '11'; its sibling '110' and the other province '1' look like its kin and are not. */
const PARENT: { [unit: string]: string | undefined } = {
  '36': undefined,
  '3': '36',
  '11': '3',
  '1101': '11',
  '2': '1101',
  '110': '3',
  '1102': '110',
  '1': undefined,
  '111': '1',
};

export const UNITS = Object.keys(PARENT);

/** The unit at each place, seen from '11'. */
export const UNIT_AT: Record<Exclude<Where, 'nowhere'>, string> = {
  own: '11',
  child: '1101',
  grandchild: '2',
  parent: '3',
  root: '36',
  sibling: '110',
  nephew: '1102',
  province: '1',
};

export function pathOf(unit: string): string[] {
  const parent = PARENT[unit];
  return parent === undefined ? [unit] : [unit, ...pathOf(parent)];
}

/** Where something of somebody else stands. */
export function placeOf(unit: string | undefined, person = 'person-other'): Place {
  return { ancestors: unit === undefined ? [] : pathOf(unit), person };
}

export function grantOf(role: Role, unit = '11'): Grant {
  return { unit, role, from: '2026-01-01', by: 'person-granter' };
}

export const anyUnit = fc.constantFrom(...UNITS);
const anyRole = fc.constantFrom(...ROLES);
export const anyGrant = fc.tuple(anyRole, anyUnit).map(([role, unit]) => grantOf(role, unit));
export const anyGrants = fc.array(anyGrant, { maxLength: 5 });
