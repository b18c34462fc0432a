// The function that grades by the clock: a timer starts it every minute. The mock bank lies beside the bundle.
import { makeGraderDeps } from '../deps.ts';
import { grade } from '../jobs/grade.ts';

const deps = makeGraderDeps(process.env, new URL('./mock/', import.meta.url));

export const handler = () => grade(deps);
