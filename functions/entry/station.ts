// The stations' function: their work, its appraisal, and subsidies.
import { makeStationDeps } from '../deps.ts';
import { lambdaHandler } from '../http/lambda.ts';
import { stationEdge } from '../http/station.ts';

export const app = stationEdge(makeStationDeps(process.env));
export const handler = lambdaHandler(app);
