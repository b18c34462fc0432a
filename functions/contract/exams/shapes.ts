// What goes into and comes out of every route of the exam.
import type { RoutesOf } from '../routes.ts';
import type { Shape } from '../shape.ts';
import { checkEligibility, readEligibility, readGuide } from './eligibility.ts';
import { importExams } from './import.ts';
import { giveCertificate, listExams, moveExam, putExam, readExams } from './records.ts';
import { listSteps } from './steps.ts';

export const examsShapes = {
  readGuide,
  checkEligibility,
  readEligibility,
  readExams,
  putExam,
  moveExam,
  giveCertificate,
  listExams,
  listSteps,
  importExams,
} satisfies Record<RoutesOf<'exams'>, Shape>;
