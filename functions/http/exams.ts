// The routes of the exam, for those who sit it and those who keep their records: what they do, named.
import { identifyStaff } from '../app/access.ts';
import type { ExamDeps } from '../app/deps.ts';
import { checkEligibility, readEligibility, readGuide } from '../app/eligibility.ts';
import { giveCertificate } from '../app/exam-certificates.ts';
import { moveExam, putExam } from '../app/exam-entries.ts';
import { importExams } from '../app/exam-imports.ts';
import { listExams } from '../app/exam-lists.ts';
import { listSteps } from '../app/exam-steps.ts';
import { readExams } from '../app/exams.ts';
import { examsRoutes } from '../contract/exams/routes.ts';
import { examsShapes } from '../contract/exams/shapes.ts';
import type { Handlers } from './bind.ts';
import { callers } from './callers.ts';
import { edge } from './edge.ts';

/** The exam's edge: who calls comes with their roles of today. What is nobody's record is answered to guests, too. */
export function examsEdge(deps: ExamDeps) {
  const who = callers(deps, identifyStaff(deps));
  return edge({
    audience: 'exams',
    handlers: examsHandlers(deps),
    routes: examsRoutes,
    shapes: examsShapes,
    guests: ['readGuide', 'checkEligibility'],
    ...who,
  });
}

export function examsHandlers(deps: ExamDeps): Handlers<'exams'> {
  return {
    readGuide: readGuide(deps),
    checkEligibility: checkEligibility(deps),
    readEligibility: readEligibility(deps),
    readExams: readExams(deps),
    putExam: putExam(deps),
    moveExam: moveExam(deps),
    giveCertificate: giveCertificate(deps),
    listExams: listExams(deps),
    listSteps: listSteps(deps),
    importExams: importExams(deps),
  };
}
