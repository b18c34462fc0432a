// What goes into and comes out of every route of staff.
import type { RoutesOf } from '../routes.ts';
import type { Shape } from '../shape.ts';
import { listAudit } from './audit.ts';
import { endRole, grantRole, invite, staffMe } from './grants.ts';
import { importPeople } from './imports.ts';
import { addPerson, changePerson, listPeople, readPerson, transferPerson, unmaskPerson } from './people.ts';
import { changeUnit, listTree, openUnit, readUnit } from './units.ts';

export const staffShapes = {
  staffMe,
  listTree,
  readUnit,
  openUnit,
  changeUnit,
  listPeople,
  addPerson,
  importPeople,
  readPerson,
  changePerson,
  transferPerson,
  unmaskPerson,
  grantRole,
  endRole,
  invite,
  listAudit,
} satisfies Record<RoutesOf<'staff'>, Shape>;
