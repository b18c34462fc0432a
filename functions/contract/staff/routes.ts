// The routes of those who keep units and people, by name.

export const staffRoutes = {
  staffMe: 'GET /api/staff/me',
  listTree: 'GET /api/staff/tree',
  readUnit: 'GET /api/staff/units/:unit',
  openUnit: 'POST /api/staff/units',
  changeUnit: 'POST /api/staff/units/:unit/changes',
  listPeople: 'GET /api/staff/units/:unit/people',
  addPerson: 'POST /api/staff/units/:unit/people',
  importPeople: 'POST /api/staff/units/:unit/imports',
  readPerson: 'GET /api/staff/people/:person',
  changePerson: 'POST /api/staff/people/:person/changes',
  transferPerson: 'POST /api/staff/people/:person/transfers',
  unmaskPerson: 'POST /api/staff/people/:person/unmaskings',
  offerClaim: 'POST /api/staff/people/:person/claims',
  grantRole: 'POST /api/staff/people/:person/grants',
  endRole: 'POST /api/staff/people/:person/grants/:grant/end',
  invite: 'POST /api/staff/units/:unit/invitations',
  listAudit: 'GET /api/staff/units/:unit/audit',
  exportAudit: 'GET /api/staff/units/:unit/audit/export',
  checkAudit: 'GET /api/staff/units/:unit/audit/check',
} as const;
