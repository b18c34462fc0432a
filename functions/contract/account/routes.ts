// The routes of one’s own account, by name.

export const accountRoutes = {
  readSelf: 'GET /api/account/people/:person',
  changeSelf: 'POST /api/account/people/:person/changes',
  exportSelf: 'GET /api/account/people/:person/export',
  deleteSelf: 'POST /api/account/people/:person/deletion',
  changeEmail: 'POST /api/account/people/:person/email',
  confirmEmail: 'POST /api/account/people/:person/email/confirmation',
  acceptClaim: 'POST /api/account/claims/acceptance',
} as const;
