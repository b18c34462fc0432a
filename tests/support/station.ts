// A settled world with those who write down a station's work and those who appraise it, and what stands at every tenant.

import { type Activity, recordOf } from '../../functions/domain/activities/record.ts';
import { opened } from '../../functions/domain/appraisal/appraisal.ts';
import { freshRequest } from './courses.ts';
import { staffOf } from './door.ts';
import type { Came } from './staff.ts';
import { settle, TENANTS, workerId } from './tenants.ts';
import { post, transports } from './transports.ts';
import { openWorld, type SignedIn, type World } from './world.ts';

export const recordId = (unit: string) => `record-of-${unit}`;

/** Every unit has one of it. */
export const APPRAISAL = '2026-q1.quarter';

export const activity: Activity = {
  ...{ type: 'activity', day: '2026-02-10', kind: 'elderly', title: '为老义诊', place: '村委会' },
  ...{ served: 40, volunteers: 5, minutes: 120 },
};

export const coverage = { households: 205, people: 335, visits: 61, volunteers: 18 };

/** A record and an open appraisal at each tenant. */
export async function settleWork(world: World): Promise<void> {
  const { store, templates } = world.deps;
  const at = world.clock.now;
  const template = templates.find(({ id }) => id === 'quarter');
  if (template === undefined) throw new Error('there is no template');
  for (const [unit, parent] of Object.entries(TENANTS)) {
    const by = workerId(unit);
    await store.workRecords.put([recordOf(activity, { unit, id: recordId(unit), at, by })], { lines: [] });
    const term = { year: '2026', quarter: 1 };
    const opening = { unit, term, bureau: parent ?? unit, due: '2026-03-31', template, at, by };
    await store.appraisals.put(opened(opening), { lines: [] });
  }
}

export interface Station {
  world: World;
  /** Of the township '31'. */
  liaison: SignedIn;
  /** Of the county '21', the bureau above it. */
  manager: SignedIn;
  /** Each gives the status with the answer's own fields. */
  get(path: string, who?: SignedIn): Promise<Came>;
  send(path: string, body: object, who?: SignedIn): Promise<Came>;
  close(): Promise<void>;
}

export async function openStation(): Promise<Station> {
  const world = await openWorld();
  await settle(world);
  const transport = await (transports['in process'] as (typeof transports)[string])(world);
  const [liaison, manager] = [await staffOf(world, 'liaison', '31'), await staffOf(world, 'bureau-manager', '21')];
  const came = async (response: Response): Promise<Came> => ({ status: response.status, ...(await response.json()) });
  return {
    ...{ world, liaison, manager },
    get: async (path, who = liaison) =>
      came(await transport.send(`/api/station/units/${path}`, { headers: who.headers })),
    send: async (path, body, who = liaison) => {
      const asked = { request: freshRequest(), ...body };
      return came(await transport.send(`/api/station/units/${path}`, post(asked, who.headers)));
    },
    async close() {
      await transport.close();
      await world.test.close();
    },
  };
}
