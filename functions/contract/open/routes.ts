// The routes of open data, for programs with a key, by name.

export const openRoutes = {
  openUnits: 'GET /api/open/units',
  openFigures: 'GET /api/open/figures',
  openReports: 'GET /api/open/units/:unit/reports',
  openReport: 'GET /api/open/units/:unit/reports/:edition',
} as const;
