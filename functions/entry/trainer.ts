// The trainers' function: courses, enrolments, the door.
import { makeTrainerDeps } from '../deps.ts';
import { lambdaHandler } from '../http/lambda.ts';
import { trainerEdge } from '../http/trainer.ts';

export const app = trainerEdge(makeTrainerDeps(process.env));
export const handler = lambdaHandler(app);
