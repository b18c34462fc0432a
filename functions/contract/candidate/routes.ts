// The routes of candidates, by name.

export const candidateRoutes = {
  listBatches: 'GET /api/candidate/people/:person/batches',
  addBatch: 'POST /api/candidate/people/:person/batches',
  reportQuestion: 'POST /api/candidate/questions/:question/reports',
  acceptInvitation: 'POST /api/candidate/invitations/acceptance',
  enrol: 'POST /api/candidate/courses/:course/enrolment',
  moveEnrolment: 'POST /api/candidate/courses/:course/enrolment/moves',
  listMyTraining: 'GET /api/candidate/people/:person/training',
  seeNews: 'POST /api/candidate/people/:person/training/news',
  showMyCalendar: 'GET /api/candidate/people/:person/calendar',
  changeMyCalendar: 'POST /api/candidate/people/:person/calendar',
  checkIn: 'POST /api/candidate/sessions/:session/marks',
  redeemScan: 'POST /api/candidate/sessions/:session/scans/redemption',
  askExcuse: 'POST /api/candidate/sessions/:session/excuse',
  listLessons: 'GET /api/candidate/sessions/:session/lessons',
  watchLesson: 'POST /api/candidate/sessions/:session/lessons/:lesson/beats',
  listMyCompletions: 'GET /api/candidate/people/:person/completions',
} as const;
