// The routes of the exam: records, what still counts, who may sit, by name.

export const examsRoutes = {
  readGuide: 'GET /api/exams/guide',
  checkEligibility: 'GET /api/exams/eligibility',
  readEligibility: 'GET /api/exams/people/:person/eligibility',
  readExams: 'GET /api/exams/people/:person',
  putExam: 'POST /api/exams/people/:person/entries',
  moveExam: 'POST /api/exams/people/:person/moves',
  giveCertificate: 'POST /api/exams/people/:person/certificates',
  listExams: 'GET /api/exams/units/:unit/people',
  listSteps: 'GET /api/exams/units/:unit/steps',
  importExams: 'POST /api/exams/units/:unit/imports',
} as const;
