// What goes into and comes out of every route of examiners: of whoever sets papers, watches them, marks them, and looks after the questions.
import type { RoutesOf } from '../routes.ts';
import type { Shape } from '../shape.ts';
import { correctKey, decideReport, listKeyCorrections, listQuestionReports, readKeyCorrection } from './corrections.ts';
import { changeSetPaper, listPaperForms, listSetPapers, readPaperQuestions, readSetPaper, setPaper } from './papers.ts';
import { giveExtraTime, listEssays, listResults, markEssays, readEssays, voidAttempt, watchPaper } from './sitters.ts';
import { readPaperStatistics, readSubjectStatistics } from './statistics.ts';

export const examinerShapes = {
  listPaperForms,
  listSetPapers,
  setPaper,
  readSetPaper,
  readPaperQuestions,
  changeSetPaper,
  watchPaper,
  giveExtraTime,
  voidAttempt,
  listResults,
  listEssays,
  readEssays,
  markEssays,
  readPaperStatistics,
  readSubjectStatistics,
  listQuestionReports,
  decideReport,
  correctKey,
  listKeyCorrections,
  readKeyCorrection,
} satisfies Record<RoutesOf<'examiner'>, Shape>;
