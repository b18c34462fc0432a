// The staff's function: units, people, roles and their audit.
import { makeStaffDeps } from '../deps.ts';
import { lambdaHandler } from '../http/lambda.ts';
import { staffEdge } from '../http/staff.ts';

export const app = staffEdge(makeStaffDeps(process.env));
export const handler = lambdaHandler(app);
