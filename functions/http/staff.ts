// The routes of staff: what they do, named.
import { identifyStaff } from '../app/access.ts';
import { checkAudit } from '../app/audit-check.ts';
import { exportAudit, listAudit } from '../app/audit-reading.ts';
import { offerClaim } from '../app/claims.ts';
import type { StaffDeps } from '../app/deps.ts';
import { endRole, grantRole, staffMe } from '../app/grants.ts';
import { importPeople } from '../app/imports.ts';
import { invite } from '../app/invitations.ts';
import { addPerson, changePerson, transferPerson } from '../app/people.ts';
import { listPeople, readPerson, unmaskPerson } from '../app/people-reading.ts';
import { listTree } from '../app/tree.ts';
import { changeUnit, openUnit } from '../app/units.ts';
import { readUnit } from '../app/units-reading.ts';
import { staffRoutes } from '../contract/staff/routes.ts';
import { staffShapes } from '../contract/staff/shapes.ts';
import type { Handlers } from './bind.ts';
import { callers } from './callers.ts';
import { edge } from './edge.ts';

/** The staff's edge: who calls comes with their roles of today, read at every request. */
export function staffEdge(deps: StaffDeps) {
  const who = callers(deps, identifyStaff(deps));
  return edge({
    audience: 'staff',
    handlers: staffHandlers(deps),
    routes: staffRoutes,
    shapes: staffShapes,
    guests: false,
    ...who,
  });
}

export function staffHandlers(deps: StaffDeps): Handlers<'staff'> {
  return {
    staffMe: staffMe(deps),
    listTree: listTree(deps),
    readUnit: readUnit(deps),
    openUnit: openUnit(deps),
    changeUnit: changeUnit(deps),
    listPeople: listPeople(deps),
    addPerson: addPerson(deps),
    importPeople: importPeople(deps),
    readPerson: readPerson(deps),
    changePerson: changePerson(deps),
    transferPerson: transferPerson(deps),
    unmaskPerson: unmaskPerson(deps),
    offerClaim: offerClaim(deps),
    grantRole: grantRole(deps),
    endRole: endRole(deps),
    invite: invite(deps),
    listAudit: listAudit(deps),
    exportAudit: exportAudit(deps),
    checkAudit: checkAudit(deps),
  };
}
