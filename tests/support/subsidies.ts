// What stands of subsidies at every tenant, and a place of its own for stories about them: a county bureau that decides, two stations below it, and a rule
// that holds there.
import { addPerson, changePerson } from '../../functions/app/people.ts';
import { openUnit } from '../../functions/app/units.ts';
import type { Certificate } from '../../functions/domain/people/certificate.ts';
import type { Application } from '../../functions/domain/subsidies/application.ts';
import type { SubsidyRule } from '../../functions/domain/subsidies/rule.ts';
import { freshRequest } from './courses.ts';
import { lasting, staffOf } from './door.ts';
import type { Came } from './staff.ts';
import { OPENED, OPERATOR, settle, TENANTS, workerId } from './tenants.ts';
import { post, transports } from './transports.ts';
import { openWorld, type SignedIn, type World } from './world.ts';

export const applicationId = (unit: string) => `subsidy-of-${unit}`;
export const batchId = (unit: string) => `20260105-batch-of-${unit}`;

const at = '2026-01-05T02:00:00.000Z';

export function applicationOf(unit: string, more: Partial<Application> = {}): Application {
  const person = workerId(unit);
  return {
    ...{ id: applicationId(unit), person, version: 1, at, rule: 'hexian-first', day: '2026-01-05', level: 'junior' },
    ...{ unit, desk: unit, answers: {}, recorded: {}, state: 'applied', cents: 150_000 },
    ...{ steps: [{ move: 'apply', at, by: person }], ...more },
  };
}

/** An application and a list that is on notice, at each tenant. */
export async function settleSubsidies({ deps: { store } }: World): Promise<void> {
  for (const unit of Object.keys(TENANTS)) {
    const application = applicationOf(unit);
    const request = (id: string) => ({ person: workerId(unit), id, bodyHash: '', outcome: '', at });
    await store.subsidies.add(application, { guard: 0, request: request('settle-subsidy'), lines: [] });
    const listed = { members: [{ person: application.person, application: application.id }], cents: 150_000 };
    const batch = { id: batchId(unit), desk: unit, rule: application.rule, from: '2026-01-05', last: '2099-01-05' };
    const began = { version: 1, at, by: application.person };
    await store.subsidies.putBatch({ ...batch, ...began, ...listed }, { request: request('settle-list'), lines: [] });
  }
}

const name = { zh: '规则', en: 'Rule' };

/** Of the tenants' division; two working days of notice, the difference on a higher level, a cap. */
export const awardRule: SubsidyRule = {
  ...{ id: 'town-award', place: { code: '360400', name }, name, kind: 'one-off' },
  amounts: { junior: 100_000, intermediate: 200_000 },
  ...{ difference: true, cap: 200_000, firstTime: 'none', registration: 'none', posts: 'any', established: 'any' },
  ...{ service: { months: 12, of: 'social-work' }, appraisal: 'none', window: 'none', payer: 'unknown' },
  ...{ notice: { days: 2, working: true }, from: '2020-01-01', words: name, source: 'a test', verified: false },
};

export const monthlyRule: SubsidyRule = {
  ...awardRule,
  ...{ id: 'town-monthly', kind: 'monthly', amounts: { junior: 10_000 }, difference: 'unknown', cap: 'unknown' },
  ...{ service: 'none', notice: 'none' },
};

export interface Subsidies {
  world: World;
  /** Of the county '21', which decides: two managers; and the liaison of the station below it. */
  manager: SignedIn;
  second: SignedIn;
  liaison: SignedIn;
  /** Adds somebody who works at the station since 2024 and holds a certificate as junior, with a session. */
  worker(more?: { established?: boolean; unit?: string }): Promise<SignedIn>;
  get(path: string, who: SignedIn): Promise<Came>;
  send(path: string, body: object, who: SignedIn): Promise<Came>;
  /** Applies by a rule, `town-award` when missing; gives the answer. */
  apply(who: SignedIn, more?: object): Promise<Came>;
  close(): Promise<void>;
}

export const STATION = 'station-1';

export async function openSubsidies(): Promise<Subsidies> {
  const world = await openWorld();
  world.deps.subsidyRules = [awardRule, monthlyRule];
  await settle(world);
  const opened = { kind: 'station-township', division: '360402100', name: '社工站（一）', parent: '21' } as const;
  const body = { ...opened, day: OPENED, why: '开办' };
  await openUnit({ ...world.deps, newId: () => STATION })(OPERATOR, { params: undefined, query: undefined, body });
  const transport = await (transports['in process'] as (typeof transports)[string])(world);
  const came = async (response: Response): Promise<Came> => ({ status: response.status, ...(await response.json()) });
  const send: Subsidies['send'] = async (path, sent, who) => {
    const asked = { request: freshRequest(), ...sent };
    return came(await transport.send(`/api/station/${path}`, post(asked, who.headers)));
  };
  return {
    world,
    manager: await staffOf(world, 'bureau-manager', '21'),
    second: await staffOf(world, 'bureau-manager', '21'),
    liaison: await staffOf(world, 'liaison', STATION),
    worker: (more = {}) => addWorker(world, more),
    get: async (path, who) => came(await transport.send(`/api/station/${path}`, { headers: who.headers })),
    send,
    apply: (who, more = {}) =>
      send(
        `people/${who.person}/subsidies`,
        { rule: awardRule.id, level: 'junior', unit: STATION, answers: {}, ...more },
        who,
      ),
    async close() {
      await transport.close();
      await world.test.close();
    },
  };
}

let added = 0;

async function addWorker(world: World, { established = false, unit = STATION }): Promise<SignedIn> {
  added += 1;
  const id = `applicant-${String(added).padStart(3, '0')}`;
  const begins = { name: `申请人${added}`, post: 'community-worker', established, from: '2024-01-01' } as const;
  const deps = { ...world.deps, newId: () => id };
  await addPerson(deps)(OPERATOR, { params: { unit }, query: undefined, body: begins });
  await certify(world, id, { level: 'junior', number: `TEST-J-${1000 + added}`, issued: '2025-06-01' });
  return { person: id, ...(await lasting(world, { person: id })) };
}

/** Gives somebody a certificate. */
export async function certify(world: World, person: string, certificate: Certificate): Promise<void> {
  const { version = 0 } = (await world.deps.store.people.get(person)) ?? {};
  const body = { kind: 'certificate', certificate, version } as const;
  await changePerson(world.deps)(OPERATOR, { params: { person }, query: undefined, body });
}
