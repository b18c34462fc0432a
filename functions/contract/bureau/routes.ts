// The routes of bureaus, by name: figures, reports, keys of open data.

export const bureauRoutes = {
  readFigures: 'GET /api/bureau/units/:unit/figures',
  rankFigures: 'GET /api/bureau/units/:unit/ranking',
  readTrend: 'GET /api/bureau/units/:unit/trend',
  listFacts: 'GET /api/bureau/units/:unit/facts',
  countShortfall: 'GET /api/bureau/units/:unit/shortfall',
  givePopulation: 'POST /api/bureau/units/:unit/population',
  listReports: 'GET /api/bureau/units/:unit/reports',
  beginReport: 'POST /api/bureau/units/:unit/reports',
  readReport: 'GET /api/bureau/units/:unit/reports/:edition',
  makeFigures: 'POST /api/bureau/units/:unit/reports/:edition/figures',
  recountReport: 'POST /api/bureau/units/:unit/reports/:edition/recount',
  moveReport: 'POST /api/bureau/units/:unit/reports/:edition/moves',
  readBoard: 'GET /api/bureau/units/:unit/board',
  setDue: 'POST /api/bureau/units/:unit/board',
  listKeys: 'GET /api/bureau/units/:unit/keys',
  makeKey: 'POST /api/bureau/units/:unit/keys',
  endKey: 'POST /api/bureau/units/:unit/keys/:key',
} as const;
