// The routes of those who set and mark papers, by name.

export const examinerRoutes = {
  listPaperForms: 'GET /api/examiner/units/:unit/paper-forms',
  listSetPapers: 'GET /api/examiner/units/:unit/papers',
  setPaper: 'POST /api/examiner/units/:unit/papers',
  readSetPaper: 'GET /api/examiner/papers/:paper',
  readPaperQuestions: 'GET /api/examiner/papers/:paper/questions',
  changeSetPaper: 'POST /api/examiner/papers/:paper/changes',
  watchPaper: 'GET /api/examiner/papers/:paper/board',
  giveExtraTime: 'POST /api/examiner/papers/:paper/people/:person/extra-time',
  voidAttempt: 'POST /api/examiner/papers/:paper/people/:person/voiding',
  listResults: 'GET /api/examiner/papers/:paper/results',
  listEssays: 'GET /api/examiner/papers/:paper/essays',
  readEssays: 'GET /api/examiner/papers/:paper/people/:person/essays',
  markEssays: 'POST /api/examiner/papers/:paper/people/:person/marks',
  readPaperStatistics: 'GET /api/examiner/papers/:paper/statistics',
  readSubjectStatistics: 'GET /api/examiner/statistics/subjects/:subject',
  listQuestionReports: 'GET /api/examiner/question-reports',
  decideReport: 'POST /api/examiner/questions/:question/reports/:report/decisions',
  correctKey: 'POST /api/examiner/questions/:question/corrections',
  listKeyCorrections: 'GET /api/examiner/key-corrections',
  readKeyCorrection: 'GET /api/examiner/key-corrections/:correction',
} as const;
