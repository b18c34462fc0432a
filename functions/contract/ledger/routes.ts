// The routes of the continuing-education ledger, by name.

export const ledgerRoutes = {
  readLedger: 'GET /api/ledger/people/:person',
  addEntry: 'POST /api/ledger/people/:person/entries',
  moveEntry: 'POST /api/ledger/people/:person/entries/:entry/moves',
  listLedgers: 'GET /api/ledger/units/:unit/people',
} as const;
