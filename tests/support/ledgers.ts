// A settled world with somebody who is registered, those who keep and decide about hours, and what they ask of the ledger.
import { changePerson } from '../../functions/app/people.ts';
import { freshRequest } from './courses.ts';
import { type Hall, lasting, openHall, staffOf } from './door.ts';
import type { Came } from './staff.ts';
import { OPERATOR, workerId } from './tenants.ts';
import type { SignedIn, World } from './world.ts';

/** A file of 1,000 bytes. */
export const PROOF = { name: '结业证书.pdf', bytes: 1000, sha256: 'a'.repeat(64) };

export interface Books {
  hall: Hall;
  world: World;
  /** The worker of '21', registered from 2024-05-10 on, signed in. */
  worker: SignedIn;
  liaison: SignedIn;
  manager: SignedIn;
  read(who?: SignedIn, query?: string): Promise<Came>;
  /** Proposes an entry; the worker does unless another is named. */
  propose(body: object, who?: SignedIn): Promise<Came>;
  move(entry: string, body: object, who?: SignedIn): Promise<Came>;
}

/** A session of six hours: 09:00 to 15:00. */
const SIX_HOURS = {
  form: 'on-site',
  startsAt: '2026-04-01T01:00:00.000Z',
  endsAt: '2026-04-01T07:00:00.000Z',
} as const;

export async function openBooks(): Promise<Books> {
  const hall = await openHall({ plan: { title: '督导实务班' }, sessions: [SIX_HOURS] });
  const { world } = hall;
  const person = workerId('21');
  await certify(world, person, { registered: '2024-05-10' });
  const worker = { person, ...(await lasting(world, { person })) };
  const [liaison, manager] = [await staffOf(world, 'liaison'), await staffOf(world, 'unit-manager')];
  const path = `ledger/people/${person}`;
  return {
    ...{ hall, world, worker, liaison, manager },
    read: (who = worker, query = '') => hall.get(`${path}${query}`, who),
    propose: (body, who = worker) => hall.send(`${path}/entries`, { request: freshRequest(), ...named, ...body }, who),
    move: (entry, body, who = manager) =>
      hall.send(`${path}/entries/${entry}/moves`, { request: freshRequest(), ...body }, who),
  };
}

const named = { title: '社会工作实务研修', organiser: '某市社工协会', evidence: [PROOF] };

interface Registration {
  level?: 'junior' | 'intermediate' | 'senior';
  registered?: string;
}

/** Gives somebody a certificate, registered unless no day is given. */
export async function certify(world: World, person: string, { level = 'junior', registered }: Registration) {
  const version = (await world.deps.store.people.get(person))?.version ?? 0;
  const held = { level, number: `CERT-${level}`, issued: '2023-09-18' };
  const certificate = registered === undefined ? held : { ...held, registered };
  const body = { kind: 'certificate', certificate, version } as const;
  await changePerson(world.deps)(OPERATOR, { params: { person }, query: undefined, body });
}
