// Sending rows slice after slice. It can stop between any two and go on later; a slice that was sent twice has no second effect.
import type { PeopleRow } from '../../../../../functions/domain/imports/row-rules.ts';
import type { Day } from '../../../../../functions/domain/time.ts';
import type { ApiProblem, Call } from '../../../api/client.ts';
import type { Line } from './plan.ts';

/** Half of what the wire takes: a slice ends well before the client gives up waiting. */
const SLICE = 50;

/** Waits before a busy server is asked again. */
const RETRY_MS = [2_000, 5_000, 10_000];

export interface Sending {
  call: Call;
  unit: string;
  day: Day;
  dry: boolean;
  wait(ms: number): Promise<unknown>;
}

/** Rows in slices, units by turns: the server works on several units at once, but on one unit row after row. */
export function slicesOf(rows: readonly PeopleRow[], size = SLICE): PeopleRow[][] {
  const queues = [...Map.groupBy(rows, ({ unit }) => unit).values()];
  const turns: PeopleRow[] = [];
  for (let i = 0; turns.length < rows.length; i += 1)
    for (const queue of queues) if (queue[i]) turns.push(queue[i] as PeopleRow);
  return Array.from({ length: Math.ceil(turns.length / size) }, (_, i) => turns.slice(i * size, (i + 1) * size));
}

/** Sends one slice; a busy server is asked again a few times. Throws ApiProblem. */
export function sendSlice({ call, unit, day, dry, wait }: Sending, rows: PeopleRow[]): Promise<Line[]> {
  return untilTaken(
    async () => (await call('importPeople', { params: { unit }, body: { dry, day, rows } })).lines,
    wait,
  );
}

/** Asks a busy server again a few times. Throws ApiProblem. */
export async function untilTaken<A>(ask: () => Promise<A>, wait: Sending['wait']): Promise<A> {
  for (const ms of [...RETRY_MS, undefined]) {
    try {
      return await ask();
    } catch (problem) {
      if ((problem as ApiProblem).code !== 'busy' || ms === undefined) throw problem;
      await wait(ms);
    }
  }
  throw new Error('the last attempt answers or throws');
}
