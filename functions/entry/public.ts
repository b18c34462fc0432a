// The public function: signing in and out, and who one is.
import { issuerFrom, makeOpenDeps } from '../deps.ts';
import { lambdaHandler } from '../http/lambda.ts';
import { publicEdge } from '../http/public.ts';
import { openIdentity } from '../identity/oidc.ts';

export const app = publicEdge({ ...makeOpenDeps(process.env), identity: openIdentity(issuerFrom(process.env)) });
export const handler = lambdaHandler(app);
