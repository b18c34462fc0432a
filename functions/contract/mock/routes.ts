// The routes of those who sit mock papers, by name.

export const mockRoutes = {
  listMock: 'GET /api/mock/people/:person/mock',
  startAttempt: 'POST /api/mock/people/:person/attempts',
  readAttempt: 'GET /api/mock/attempts/:attempt',
  holdAttempt: 'POST /api/mock/attempts/:attempt/holder',
  saveAnswers: 'POST /api/mock/attempts/:attempt/answers',
  moveAttempt: 'POST /api/mock/attempts/:attempt/moves',
  submitAttempt: 'POST /api/mock/attempts/:attempt/submission',
  readResult: 'GET /api/mock/attempts/:attempt/result',
  readReview: 'GET /api/mock/attempts/:attempt/review',
  markOwn: 'POST /api/mock/attempts/:attempt/marks',
  listRanking: 'GET /api/mock/papers/:paper/ranking',
  readReviewed: 'GET /api/mock/people/:person/reviewed',
  prepareOffline: 'POST /api/mock/people/:person/offline-papers',
  uploadOffline: 'POST /api/mock/attempts/:attempt/offline',
  exportMock: 'GET /api/mock/people/:person/mock/export',
  listMyReports: 'GET /api/mock/people/:person/reports',
} as const;
