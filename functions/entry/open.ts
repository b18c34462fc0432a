// The function of open data: figures and frozen reports, for programs with a key.
import { makeOpenDataDeps } from '../deps.ts';
import { lambdaHandler } from '../http/lambda.ts';
import { openEdge } from '../http/open.ts';

export const app = openEdge(makeOpenDataDeps(process.env));
export const handler = lambdaHandler(app);
