// Somebody at the staff's edge of a settled world: a bureau manager of a province, with the requests that tests of staff make again and again.

import { settle, signInAs } from './tenants.ts';
import { post, type Transport, transports } from './transports.ts';
import { openWorld, type SignedIn, type World } from './world.ts';

export const TODAY = '2026-03-01';
export const TOMORROW = '2026-03-02';
export const why = '按文件办理';
export const job = { post: 'grid-worker', established: false, from: '2025-01-01' } as const;

// biome-ignore lint/suspicious/noExplicitAny: an answer as it came over the wire, of whatever form.
export type Came = any;

export interface Staff {
  world: World;
  transport: Transport;
  manager: SignedIn;
  /** Each gives the status with the answer's own fields. */
  get(path: string, who?: SignedIn): Promise<Came>;
  send(path: string, body: object, who?: SignedIn): Promise<Came>;
  addTo(unit: string, more?: object): Promise<Came>;
  /** Opens a unit under a parent; gives its id. */
  open(parent: string, more?: object): Promise<string>;
  /** Changes a unit from today on, on its first version. */
  change(unit: string, body: object, who?: SignedIn): Promise<Came>;
  auditOf(unit: string, query?: string): Promise<Came[]>;
  /** A phone that nobody has yet. */
  freshPhone(): string;
  close(): Promise<void>;
}

/** A world of its own behind one of the transports. */
export async function openStaff(how: string): Promise<Staff> {
  const world = await openWorld();
  await settle(world);
  const transport = await (transports[how] as (typeof transports)[string])(world);
  const manager = await signInAs(world, 'bureau-manager', '11');
  let serial = 0;
  const came = async (response: Response): Promise<Came> => ({ status: response.status, ...(await response.json()) });
  const get: Staff['get'] = async (path, who = manager) => {
    return came(await transport.send(`/api/staff/${path}`, { headers: who.headers }));
  };
  const send: Staff['send'] = async (path, body, who = manager) => {
    return came(await transport.send(`/api/staff/${path}`, post(body, who.headers)));
  };
  return {
    ...{ world, transport, manager, get, send },
    addTo: (unit, more = {}) => send(`units/${unit}/people`, { name: '新来的人', ...job, ...more }),
    async open(parent, more = {}) {
      const body = {
        kind: 'station-township',
        division: '360400',
        name: '新站',
        parent,
        day: '2024-01-01',
        why,
        ...more,
      };
      return (await send('units', body)).unit;
    },
    change: (unit, body, who) => send(`units/${unit}/changes`, { day: TODAY, why, version: 1, ...body }, who),
    auditOf: async (unit, query = '') => (await get(`units/${unit}/audit${query}`)).lines,
    freshPhone() {
      serial += 1;
      return `139${String(serial).padStart(8, '0')}`;
    },
    async close() {
      await transport.close();
      await world.test.close();
    },
  };
}
