// Two provinces of three levels, made through the app: whose ids are prefixes of one another, and in each unit one person whose name and
// numbers are found nowhere else. What of them turns up in an answer says whose data it holds.

import type { Person } from '../../functions/app/access.ts';
import { addPerson } from '../../functions/app/people.ts';
import { openUnit } from '../../functions/app/units.ts';
import type { Role } from '../../functions/domain/access/roles.ts';
import type { Day } from '../../functions/domain/time.ts';
import type { SignedIn, World } from './world.ts';

/** Unit → its parent. '11' begins '110', '21' begins '211' and '2110', '31' begins '311': digits say nothing of who belongs to whom. */
export const TENANTS: { readonly [unit: string]: string | null } = {
  '11': null,
  '21': '11',
  '211': '11',
  '31': '21',
  '311': '21',
  '312': '211',
  '110': null,
  '2110': '110',
  '3110': '2110',
};

export const OPENED: Day = '2020-01-01';
const DIVISION = '360400';

/** Somebody who may do everything, as an actor for the app. */
export const OPERATOR: Person = {
  kind: 'person',
  person: 'operator-of-tests',
  grants: [{ unit: '11', role: 'operator', from: OPENED, by: 'operator-of-tests' }],
};

/** The name of a tenant's unit and of its person: no other tenant's is a part of it. */
export const unitName = (unit: string) => `单位〔${unit}〕`;
export const workerName = (unit: string) => `社工〔${unit}〕`;
export const workerId = (unit: string) => `worker-of-${unit}`;
export const grantId = (unit: string) => `grant-in-${unit}`;
export const courseId = (unit: string) => `course-of-${unit}`;
export const courseTitle = (unit: string) => `培训〔${unit}〕`;
export const degreeTitle = (unit: string) => `学历〔${unit}〕`;

function numberOf(unit: string): number {
  return Object.keys(TENANTS).indexOf(unit) + 1;
}

export function phoneOf(unit: string): string {
  return `138${String(numberOf(unit)).repeat(4)}000${numberOf(unit)}`;
}

/** A number that passes the checks and is nobody's: its division was never given. */
export function idNumberOf(unit: string): string {
  return withCheck(`99000${numberOf(unit)}1990010100${numberOf(unit)}`);
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The check character of GB 11643-1999. */
export function withCheck(seventeen: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(seventeen[i]), 0);
  return `${seventeen}${'10X98765432'[sum % 11]}`;
}

/** Whose records a text holds: the tenants of whom a name, a number (whole or masked) or an id stands in it. */
export function tenantsIn(text: string): string[] {
  return Object.keys(TENANTS).filter((unit) => canariesOf(unit).some((canary) => canary.test(text)));
}

function canariesOf(unit: string): RegExp[] {
  const [phone, id] = [phoneOf(unit), idNumberOf(unit)];
  const words = [
    unitName(unit),
    workerName(unit),
    courseTitle(unit),
    degreeTitle(unit),
    phone,
    id,
    `${phone.slice(0, 3)}****${phone.slice(7)}`,
  ];
  const masked = `${id.slice(0, 6)}********${id.slice(14)}`;
  const own = [unit, workerId(unit), grantId(unit), courseId(unit), `${courseId(unit)}-001`];
  const ids = own.map((one) => new RegExp(`(?<![\\w-])${one}(?![\\w-])`));
  return [...[...words, masked].map((word) => new RegExp(word.replace(/\*/g, '\\*'))), ...ids];
}

/** Makes all tenants; a person of each works at its unit and holds the role of a worker there. */
export async function settle(world: World): Promise<void> {
  for (const [unit, parent] of Object.entries(TENANTS)) {
    const body = {
      kind: 'bureau',
      division: DIVISION,
      name: unitName(unit),
      parent,
      day: OPENED,
      why: '开办',
    } as const;
    const input = { params: undefined, query: undefined, body };
    await openUnit({ ...world.deps, newId: () => unit })(OPERATOR, input);
    await employ(world, unit);
  }
}

async function employ(world: World, unit: string): Promise<void> {
  const [phone, idNumber] = [phoneOf(unit), idNumberOf(unit)];
  const job = { post: 'social-worker', established: false, from: OPENED } as const;
  const body = { name: workerName(unit), phone, idNumber, ...job };
  const input = { params: { unit }, query: undefined, body };
  await addPerson({ ...world.deps, newId: () => workerId(unit) })(OPERATOR, input);
  await giveRole(world, { person: workerId(unit), unit, role: 'worker', id: grantId(unit) });
}

export interface Given {
  person: string;
  unit: string;
  role: Role;
  id?: string;
  from?: Day;
  to?: Day;
}

/** A grant, put into the table directly. */
export async function giveRole(world: World, { id, from = OPENED, ...given }: Given): Promise<string> {
  const grant = { ...given, id: id ?? world.deps.newId(), from, by: OPERATOR.person };
  const done = await world.deps.store.grants.put(grant, []);
  if (done !== 'done') throw new Error(`the grant was not put: ${done}`);
  return grant.id;
}

/** A new person with a live session and a role at a unit. */
export async function signInAs(world: World, role: Role, unit: string): Promise<SignedIn> {
  const somebody = await world.signIn();
  await giveRole(world, { person: somebody.person, unit, role });
  return somebody;
}
