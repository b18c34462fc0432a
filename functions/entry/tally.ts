// The reader of the table's stream: it counts. Called by hand with `{ "again": [{ "PK": "…", "SK": "…" }] }`, it counts what was given up.
import { makeTallyDeps } from '../deps.ts';
import { handle } from '../jobs/tally/tally.ts';

export const handler = handle(makeTallyDeps(process.env));
