// The routes of examiners, of whoever sets papers, watches and marks them, and looks after the questions: what they do, named.
import { identifyStaff } from '../app/access.ts';
import type { ExaminerDeps } from '../app/deps.ts';
import { watchPaper } from '../app/examiner-board.ts';
import { listEssays, markEssays, readEssays } from '../app/examiner-essays.ts';
import { listResults } from '../app/examiner-results.ts';
import { giveExtraTime, voidAttempt } from '../app/examiner-sitters.ts';
import { readPaperStatistics, readSubjectStatistics } from '../app/examiner-statistics.ts';
import { listKeyCorrections, readKeyCorrection } from '../app/key-correction-reading.ts';
import { correctKey } from '../app/key-corrections.ts';
import { decideReport, listQuestionReports } from '../app/question-reports.ts';
import { listPaperForms, listSetPapers, readPaperQuestions, readSetPaper } from '../app/set-paper-reading.ts';
import { changeSetPaper, setPaper } from '../app/set-papers.ts';
import { examinerRoutes } from '../contract/examiner/routes.ts';
import { examinerShapes } from '../contract/examiner/shapes.ts';
import type { Handlers } from './bind.ts';
import { callers } from './callers.ts';
import { edge } from './edge.ts';

/** The examiners' edge: who calls comes with their roles of today, read at every request. */
export function examinerEdge(deps: ExaminerDeps) {
  const who = callers(deps, identifyStaff(deps));
  return edge({
    audience: 'examiner',
    handlers: examinerHandlers(deps),
    routes: examinerRoutes,
    shapes: examinerShapes,
    guests: false,
    ...who,
  });
}

export function examinerHandlers(deps: ExaminerDeps): Handlers<'examiner'> {
  return {
    listPaperForms: listPaperForms(deps),
    listSetPapers: listSetPapers(deps),
    setPaper: setPaper(deps),
    readSetPaper: readSetPaper(deps),
    readPaperQuestions: readPaperQuestions(deps),
    changeSetPaper: changeSetPaper(deps),
    watchPaper: watchPaper(deps),
    giveExtraTime: giveExtraTime(deps),
    voidAttempt: voidAttempt(deps),
    listResults: listResults(deps),
    listEssays: listEssays(deps),
    readEssays: readEssays(deps),
    markEssays: markEssays(deps),
    readPaperStatistics: readPaperStatistics(deps),
    readSubjectStatistics: readSubjectStatistics(deps),
    listQuestionReports: listQuestionReports(deps),
    decideReport: decideReport(deps),
    correctKey: correctKey(deps),
    listKeyCorrections: listKeyCorrections(deps),
    readKeyCorrection: readKeyCorrection(deps),
  };
}
