// Somebody of whom everything is kept that can be: made by staff, signed in, with numbers, a certificate, a pool, roles, practice and reports.
// What says who they are is found nowhere else. And a power cut at any request to the table.
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { addPerson, changePerson } from '../../functions/app/people.ts';
import { addBatch } from '../../functions/app/practice.ts';
import { reportQuestion } from '../../functions/app/reports.ts';
import { instantOf, msOf } from '../../functions/domain/time.ts';
import { batchOf, NOON } from './builders.ts';
import { giveRole, OPERATOR, withCheck } from './tenants.ts';
import { ORIGIN, type SignedIn, type World } from './world.ts';

/** The provider of the test world. */
const ISSUER = 'https://id.example';

export interface Oneself extends SignedIn {
  subject: string;
  unit: string;
  name: string;
  phone: string;
  idNumber: string;
  /** The number of the certificate. */
  certificate: string;
  /** What the selection for the pool rests on. */
  basis: string;
  /** Where they are written to: confirmed. */
  email: string;
}

/** Makes the `n`th such person at a settled unit. The record is at version 3. */
export async function enrol(world: World, unit: string, n: number): Promise<Oneself> {
  const serial = String(n).padStart(4, '0');
  const unique = {
    name: `甲乙〔${serial}〕`,
    phone: `1370000${serial}`,
    idNumber: withCheck(`98${serial}19900101001`),
    certificate: `CERT-${serial}`,
    basis: `评选通知〔${serial}〕号`,
    email: `oneself-${serial}@example.cn`,
  };
  const person = `oneself-${serial}`;
  const { name, phone, idNumber, certificate: number, basis } = unique;
  const job = { post: 'social-worker', established: true, from: '2021-01-01' } as const;
  const body = { name, phone, idNumber, education: 'college', isSocialWorkMajor: true, ...job } as const;
  await addPerson({ ...world.deps, newId: () => person })(OPERATOR, { params: { unit }, query: undefined, body });
  const change = changePerson(world.deps);
  const at = { params: { person }, query: undefined };
  const certificate = { level: 'junior', number, issued: '2022-01-01', registered: '2022-02-01' } as const;
  await change(OPERATOR, { ...at, body: { kind: 'certificate', certificate, version: 1 } });
  const selection = { day: '2023-01-01', by: unit, basis };
  const joining = { kind: 'join-pool', pool: 'talent', day: '2023-02-01', selection, version: 2 } as const;
  await change(OPERATOR, { ...at, body: joining });
  await giveRole(world, { person, unit, role: 'liaison' });
  await giveRole(world, { person, unit, role: 'unit-manager', from: '2026-09-01' });
  const confirmed = { email: unique.email, codeHash: `hash-${serial}`, at: NOON };
  await world.deps.store.contacts.put(person, { after: { confirmed, wantsNotices: true, asked: [NOON] } });
  const signedIn = await linked(world, person, `subject-of-${person}`);
  await practise(world, person);
  return { ...signedIn, ...unique, unit, subject: `subject-of-${person}` };
}

/** A live session of somebody whom staff have made. */
async function linked(world: World, person: string, subject: string): Promise<SignedIn> {
  await world.deps.store.people.link({ issuer: ISSUER, subject }, { id: person, at: NOON }, []);
  return anotherSession(world, person);
}

/** One more live session of a person. */
export async function anotherSession({ deps }: World, person: string): Promise<SignedIn> {
  const token = deps.newSecret();
  const expiresAt = instantOf(msOf(deps.now()) + 86_400_000);
  await deps.store.sessions.put(await deps.digest(token), { person, startedAt: deps.now(), expiresAt });
  return { person, token, headers: { cookie: `__Host-session=${token}`, origin: ORIGIN } };
}

/** Three batches of two devices and two reports, one of which holds a phone number. */
export async function practise(world: World, person: string): Promise<void> {
  const actor = { kind: 'person', person, grants: [] } as const;
  for (const batch of [batchOf('device-a', 1, 2), batchOf('device-a', 3), batchOf('device-b', 1)]) {
    await addBatch(world.deps)(actor, { params: { person }, query: undefined, body: batch });
  }
  for (const [id, text] of [
    ['report-1', '选项重复'],
    ['report-2', `请回电 ${PHONE_IN_REPORT}`],
  ] as const) {
    const body = { id, version: 1, reason: 'key', text, at: NOON } as const;
    await reportQuestion(world.deps)(actor, { params: { question: 'jc-04-001' }, query: undefined, body });
  }
}

export const PHONE_IN_REPORT = '13612345678';

/** All items of the table but the audit, as text. */
export async function dumped({ test }: World): Promise<string> {
  const found: unknown[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const command = new ScanCommand({ TableName: test.table.name, ...(start && { ExclusiveStartKey: start }) });
    const { Items: items = [], LastEvaluatedKey: next } = await test.table.doc.send(command);
    found.push(...items.filter(({ PK }) => !String(PK).startsWith('AUDIT#')));
    start = next;
  } while (start !== undefined);
  return found.map((item) => JSON.stringify(item)).join('\n');
}

/** Cuts the power once: the request of that number, counted from the plan on, does not reach the table. None is planned with 0. */
export interface Cutter {
  plan(request: number): void;
  /** Whether as many requests were made. */
  happened(): boolean;
}

/** Puts a cutter on a world's table. An answer that is lost on its way back is a cut before the next request. */
export function cutter({ test }: World): Cutter {
  let left = 0;
  test.table.doc.middlewareStack.add(
    (next) => async (args) => {
      left -= 1;
      if (left === 0) throw new Error('cut off (injected)');
      return next(args);
    },
    { step: 'initialize', priority: 'low', name: 'cutter' },
  );
  return {
    plan(request) {
      left = request;
    },
    happened: () => left <= 0,
  };
}
