// The function of one's own account: one's record, its export and its deletion.
import { makeAccountDeps } from '../deps.ts';
import { accountEdge } from '../http/account.ts';
import { lambdaHandler } from '../http/lambda.ts';

export const app = accountEdge(makeAccountDeps(process.env));
export const handler = lambdaHandler(app);
