// The bureaus' function: figures, reports that are signed, and keys to open data.
import { makeBureauDeps } from '../deps.ts';
import { bureauEdge } from '../http/bureau.ts';
import { lambdaHandler } from '../http/lambda.ts';

export const app = bureauEdge(makeBureauDeps(process.env));
export const handler = lambdaHandler(app);
