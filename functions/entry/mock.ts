// The function of mock papers: sitting them, and what comes of it. The mock bank lies beside the bundle.
import { makeMockDeps } from '../deps.ts';
import { lambdaHandler } from '../http/lambda.ts';
import { mockEdge } from '../http/mock.ts';

export const app = mockEdge(makeMockDeps(process.env, new URL('./mock/', import.meta.url)));
export const handler = lambdaHandler(app);
