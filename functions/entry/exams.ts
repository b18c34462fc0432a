// The exam's function: one's own record, those of a unit's people, who may sit what. What is known of the exam is bundled with it.
import { makeExamDeps } from '../deps.ts';
import { examsEdge } from '../http/exams.ts';
import { lambdaHandler } from '../http/lambda.ts';

export const app = examsEdge(makeExamDeps(process.env));
export const handler = lambdaHandler(app);
