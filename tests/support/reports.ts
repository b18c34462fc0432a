// A settled world in which stations write down work, bureaus report it, and the tally counts what stands in the table when it is told to.
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { contentText } from '../../functions/domain/reports/content.ts';
import type { Report } from '../../functions/domain/reports/report.ts';
import { bureauEdge } from '../../functions/http/bureau.ts';
import { again } from '../../functions/jobs/tally/tally.ts';
import { SOURCE_READERS } from '../../functions/store/source-readers.ts';
import { makeTallyStore } from '../../functions/store/store.ts';
import { freshRequest } from './courses.ts';
import { staffOf } from './door.ts';
import type { Came } from './staff.ts';
import { activity } from './station.ts';
import { settle, TENANTS, unitName, workerId } from './tenants.ts';
import { post, type Transport, transports } from './transports.ts';
import { ORIGIN, openWorld, type SignedIn, type World } from './world.ts';

/** What a report of a test is of. */
export const SELECTION = { indicators: ['served', 'registered'], levels: 1, note: '' } as const;
export const FEBRUARY = { template: 'month', months: { year: 2026, from: 2, to: 2 } } as const;

/** The secret of a key that stands at every tenant, and the id of another one there that has ended. */
export const secretOf = (unit: string) => `zrk_secret-of-${unit}`;
export const endedKeyId = (unit: string) => `ended-key-of-${unit}`;
/** A frozen report of every tenant. */
export const SETTLED = '2026-01.month.1';
export const REPORT = '2026-02.month.1';

/** A frozen report, a key and an ended one at each tenant. */
export async function settleReports(world: World): Promise<void> {
  const { store, digest } = world.deps;
  const at = world.clock.now;
  const months = { year: 2026, from: 1, to: 1 };
  for (const unit of Object.keys(TENANTS)) {
    const made = { cutOff: '2026-02-01T00:00:00.000Z', hash: 'a'.repeat(64), at, by: workerId(unit) };
    const text = contentText({
      ...{ format: 1, unit, template: 'month', months, edition: 1, ...SELECTION, cutOff: made.cutOff },
      ...{ boundaries: 'then', rules: {}, units: [{ id: unit, name: unitName(unit), parent: null }], figures: [] },
    });
    const report: Report = {
      ...{ unit, id: SETTLED, version: 1, at, template: 'month', months, edition: 1, ...SELECTION, state: 'frozen' },
      ...{ made, steps: [] },
    };
    await store.bureauReports.put(report, { lines: [], text });
    const key = { unit, label: '大屏', at, by: workerId(unit), until: '2026-12-31' };
    await store.apiKeys.add(await digest(secretOf(unit)), { ...key, id: `key-of-${unit}` }, { lines: [] });
    const ended = { ...key, id: endedKeyId(unit), ended: { at, by: workerId(unit) } };
    await store.apiKeys.add(`ended-${unit}`, ended, { lines: [] });
  }
}

export interface Bureau {
  world: World;
  transport: Transport;
  /** Bureau managers of the county '21', and one of the province above it. */
  first: SignedIn;
  second: SignedIn;
  above: SignedIn;
  get(path: string, who?: SignedIn): Promise<Came>;
  send(path: string, body: object, who?: SignedIn): Promise<Came>;
  /** A request of a program. */
  open(path: string, secret?: string): Promise<Came>;
  /** Somebody of the unit writes down so many served on a day of February; gives the record. */
  serve(unit: string, served: number, more?: object): Promise<{ record: string; version: number }>;
  /** Corrects such a record to another number. */
  correct(unit: string, at: { record: string; version: number }, served: number): Promise<void>;
  /** Lets the tally count all that stands in the table now. */
  count(): Promise<void>;
  /** The same bureau with a clock for durations that leaps by so many milliseconds each time it is asked. */
  hurried(leap: number): Bureau;
  close(): Promise<void>;
}

export async function openBureau(): Promise<Bureau> {
  const world = await openWorld();
  await settle(world);
  const transport = await (transports['in process'] as (typeof transports)[string])(world);
  const manager = (unit: string) => staffOf(world, 'bureau-manager', unit);
  const [first, second, above] = [await manager('21'), await manager('21'), await manager('11')];
  const bureau = over({ world, transport, first, second, above });
  await bureau.count();
  return bureau;
}

type Base = Pick<Bureau, 'world' | 'transport' | 'first' | 'second' | 'above'>;

function over(base: Base): Bureau {
  const { world, transport, first } = base;
  const came = async (response: Response): Promise<Came> => ({ status: response.status, ...(await response.json()) });
  const asked = (body: object) => ({ request: freshRequest(), ...body });
  const sent = async (path: string, body: object, who: SignedIn) =>
    came(await transport.send(path, post(asked(body), who.headers)));
  const send: Bureau['send'] = (path, body, who = first) => sent(`/api/bureau/units/${path}`, body, who);
  return {
    ...base,
    get: async (path, who = first) => came(await transport.send(`/api/bureau/units/${path}`, { headers: who.headers })),
    send,
    open: async (path, secret) => {
      const headers = { origin: ORIGIN, ...(secret === undefined ? {} : { authorization: `Bearer ${secret}` }) };
      return came(await transport.send(`/api/open/${path}`, { headers }));
    },
    serve: async (unit, served, more = {}) => {
      const work = { ...activity, served, ...more };
      const { record, version } = await sent(`/api/station/units/${unit}/work`, { work }, first);
      return { record, version };
    },
    async correct(unit, { record, version }, served) {
      const change = { kind: 'correct', work: { ...activity, served } };
      const body = { year: '2026', version, why: '漏报补录', change };
      const { status } = await sent(`/api/station/units/${unit}/work/${record}`, body, first);
      if (status !== 200) throw new Error(`the record was not corrected: ${status}`);
    },
    count: () => countAll(world),
    hurried: (leap) => {
      let ms = 0;
      const clockMs = () => {
        ms += leap;
        return ms;
      };
      const bureau = bureauEdge({ ...world.deps, clockMs });
      const quick: Transport = {
        ...transport,
        send: async (path, ask) => bureau.fetch(new Request(`${ORIGIN}${path}`, ask as RequestInit)),
      };
      return over({ ...base, transport: quick });
    },
    async close() {
      await transport.close();
      await world.test.close();
    },
  };
}

/** Units first: what is counted is cut by them. */
async function countAll(world: World): Promise<void> {
  const { table } = world.test;
  const deps = { ...world.deps, store: makeTallyStore(table) };
  const units = Object.keys(TENANTS).map((unit) => ({ PK: `UNIT#${unit}`, SK: 'UNIT' }));
  const { Items: items = [] } = await table.doc.send(new ScanCommand({ TableName: table.name }));
  const keys = items.map(({ PK, SK }) => ({ PK, SK })) as { PK: string; SK: string }[];
  const sources = keys.filter((key) => SOURCE_READERS.some(({ is }) => is(key)));
  await again(deps)([...units, ...sources]);
}
