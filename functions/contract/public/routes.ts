// The routes of everybody, also without a session, by name.

export const publicRoutes = {
  me: 'GET /api/public/me',
  login: 'GET /api/public/login',
  callback: 'GET /api/public/callback',
  logout: 'POST /api/public/logout',
  listSchedule: 'GET /api/public/schedule',
  showCourse: 'GET /api/public/courses/:course',
  readCourseCalendar: 'GET /api/public/calendars/courses/:course',
  readUnitCalendar: 'GET /api/public/calendars/units/:unit',
  readProvinceCalendar: 'GET /api/public/calendars/provinces/:province',
  readPersonCalendar: 'GET /api/public/calendars/people/:token',
  noteScan: 'POST /api/public/sessions/:session/scans',
  verifyCompletion: 'GET /api/public/completions/:number',
  listCompletionKeys: 'GET /api/public/completion-keys',
} as const;
