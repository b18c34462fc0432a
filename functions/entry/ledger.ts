// The ledger's function: hours of continuing education, one's own and those of a unit's people.
import { makeLedgerDeps } from '../deps.ts';
import { lambdaHandler } from '../http/lambda.ts';
import { ledgerEdge } from '../http/ledger.ts';

export const app = ledgerEdge(makeLedgerDeps(process.env));
export const handler = lambdaHandler(app);
