// The examiners' function: set papers, their board and marks, statistics, faulty questions. The mock bank lies beside the bundle.
import { makeExaminerDeps } from '../deps.ts';
import { examinerEdge } from '../http/examiner.ts';
import { lambdaHandler } from '../http/lambda.ts';

export const app = examinerEdge(makeExaminerDeps(process.env, new URL('./mock/', import.meta.url)));
export const handler = lambdaHandler(app);
