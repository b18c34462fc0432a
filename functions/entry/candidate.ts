// The candidates' function: practice and reports.
import { makeDeps } from '../deps.ts';
import { candidateEdge } from '../http/candidate.ts';
import { lambdaHandler } from '../http/lambda.ts';

export const app = candidateEdge(makeDeps(process.env));
export const handler = lambdaHandler(app);
