// The function that counts anew: a timer starts it every minute. Called by hand with `{ "show": true }` it tells what the last night's recount found, with
// `{ "recount": true }` it counts everything anew now, with `{ "redrive": true }` facts that were found counted otherwise than they are, and with
// `{ "mend": true }` it adds to the figures that were found off what they are off by.
import { makeReckonerDeps } from '../deps.ts';
import { reckoner } from '../jobs/tally/reckoner.ts';

export const handler = reckoner(makeReckonerDeps(process.env));
