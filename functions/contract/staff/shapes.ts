// What goes into and comes out of every route of staff.
import type { RoutesOf } from '../routes.ts';
import type { Shape } from '../shape.ts';
import { checkAudit, exportAudit, listAudit } from './audit.ts';
import { offerClaim } from './claims.ts';
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
  offerClaim,
  grantRole,
  endRole,
  invite,
  listAudit,
  exportAudit,
  checkAudit,
} satisfies Record<RoutesOf<'staff'>, Shape>;
