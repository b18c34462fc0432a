// The routes of certificates of completion, by name.

export const documentsRoutes = {
  issueCompletions: 'POST /api/documents/courses/:course/completions',
  listCompletions: 'GET /api/documents/courses/:course/completions',
  changeCompletion: 'POST /api/documents/completions/:number/changes',
  completionFile: 'GET /api/documents/completions/:number',
  courseCompletionsFile: 'GET /api/documents/courses/:course/completions/file',
} as const;
