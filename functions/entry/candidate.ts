// The candidates' function: practice and reports.
import { handle } from 'hono/aws-lambda';
import { makeDeps } from '../deps.ts';
import { candidateEdge } from '../http/audiences.ts';

export const app = candidateEdge(makeDeps(process.env));
export const handler = handle(app);
