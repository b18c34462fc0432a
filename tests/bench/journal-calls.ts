// The two calls of a sync, made to the whole candidates' function over a metered table. An answer that is no success stops the measure.
import { methodAndPath } from '../../functions/contract/routes.ts';
import type { Batch } from '../../functions/domain/practice/journal.ts';
import type { SignedIn, World } from '../support/world.ts';
import type { Spent } from './meter.ts';

export interface Metered {
  world: World;
  spent: () => Spent;
}

/** Sends a batch as its person; what that took. */
export async function save({ world, spent }: Metered, { person, headers }: SignedIn, batch: Batch): Promise<Spent> {
  spent();
  const { method, path } = methodAndPath('addBatch');
  const answer = await world.candidate.request(path.replace(':person', person), {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(batch),
  });
  if (!answer.ok) throw new Error(`a batch was answered with ${answer.status}`);
  return spent();
}

/** Asks for what a device lacks; the read units that took, and how many batches came. */
export async function list({ world, spent }: Metered, { person, headers }: SignedIn, query: string) {
  spent();
  const { path } = methodAndPath('listBatches');
  const answer = await world.candidate.request(`${path.replace(':person', person)}${query}`, { headers });
  if (!answer.ok) throw new Error(`a sync was answered with ${answer.status}`);
  const { batches: found, more } = await answer.json();
  if (more) throw new Error('a sync takes more than one request');
  return { figure: spent().read, batches: found.length as number };
}
