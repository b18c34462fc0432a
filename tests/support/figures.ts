// Figures of units as the tally leaves them, put into the table directly; and the requests of those who read them.

import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Part, Shelves } from '../../functions/domain/figures/additions.ts';
import { figureKeys } from '../../functions/store/figure-keys.ts';
import { freshRequest } from './courses.ts';
import type { Came } from './staff.ts';
import { post, transports } from './transports.ts';
import type { SignedIn, World } from './world.ts';

/** Adds to the counters of a unit. */
export async function count(world: World, unit: string, shelves: Shelves, part: Part = 'then'): Promise<void> {
  for (const [shelf, sums] of Object.entries(shelves)) {
    const names = Object.keys(sums);
    await world.test.table.doc.send(
      new UpdateCommand({
        TableName: world.test.table.name,
        Key: figureKeys.counter(unit, shelf, part),
        UpdateExpression: `ADD ${names.map((_, i) => `#n${i} :v${i}`).join(', ')}`,
        ExpressionAttributeNames: Object.fromEntries(names.map((name, i) => [`#n${i}`, name])),
        ExpressionAttributeValues: Object.fromEntries(names.map((name, i) => [`:v${i}`, sums[name]])),
      }),
    );
  }
}

export interface Desk {
  /** Each gives the status with the answer's own fields. */
  get(path: string, who: SignedIn): Promise<Came>;
  text(path: string, who: SignedIn): Promise<{ status: number; text: string }>;
  send(path: string, body: object, who: SignedIn): Promise<Came>;
  close(): Promise<void>;
}

export async function openDesk(world: World): Promise<Desk> {
  const transport = await (transports['in process'] as (typeof transports)[string])(world);
  const at = (path: string) => `/api/bureau/units/${path}`;
  const came = async (response: Response): Promise<Came> => ({ status: response.status, ...(await response.json()) });
  return {
    get: async (path, who) => came(await transport.send(at(path), { headers: who.headers })),
    async text(path, who) {
      const response = await transport.send(at(path), { headers: who.headers });
      return { status: response.status, text: await response.text() };
    },
    send: async (path, body, who) =>
      came(await transport.send(at(path), post({ request: freshRequest(), ...body }, who.headers))),
    close: () => transport.close(),
  };
}
