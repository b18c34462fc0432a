// Mock papers in a test world, over the whole stack: somebody who sits one, what they send, and what the server says. The clock is the world's own.
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { SetPaper } from '../../functions/domain/papers/set-paper.ts';
import type { MockItem } from '../../functions/domain/questions/mock.ts';
import { instantOf, msOf } from '../../functions/domain/time.ts';
import { mockKeys } from '../../functions/store/mock-keys.ts';
import { freshRequest } from './courses.ts';
import { mockSubject } from './mock-bank.ts';
import type { Came } from './staff.ts';
import { ORIGIN, type SignedIn, type World } from './world.ts';

export const DEVICE = 'device-one';
export const MINUTE_MS = 60_000;

/** Lets so many milliseconds pass. */
export function passMs(world: World, ms: number): void {
  world.clock.now = instantOf(msOf(world.clock.now) + ms);
}

/** Sets the clock to so many milliseconds after an instant. */
export function setTo(world: World, instant: string, ms = 0): void {
  world.clock.now = instantOf(msOf(instant) + ms);
}

export interface Sat {
  who: SignedIn;
  id: string;
  /** The answer of the start. */
  attempt: Came;
}

export type Wanted = Partial<{
  who: SignedIn;
  form: 'official' | 'short';
  mode: 'realistic' | 'relaxed';
  factor: number;
  subject: string;
  request: string;
  device: string;
  region: string;
}>;

/** Starts an attempt of one's own; by a new person unless one is named. A short, relaxed one unless it is said otherwise. */
export async function startOne(world: World, wanted: Wanted = {}): Promise<Sat> {
  const who = wanted.who ?? (await world.signIn());
  const came = await startWith(world, who, {
    kind: 'on-demand',
    request: wanted.request ?? freshRequest(),
    device: wanted.device ?? DEVICE,
    subject: wanted.subject ?? 'junior-comprehensive',
    form: wanted.form ?? 'short',
    mode: wanted.mode ?? 'relaxed',
    factor: wanted.factor ?? 100,
    ...(wanted.region === undefined ? {} : { region: wanted.region }),
  });
  return { who, id: came.attempt.attempt, attempt: came.attempt };
}

/** Asks for a start; gives what came, problems too. */
export function startWith(world: World, who: SignedIn, body: object): Promise<Came> {
  return post(world, who, `/api/mock/people/${who.person}/attempts`, body);
}

export async function post(world: World, who: SignedIn, path: string, body: object): Promise<Came> {
  const headers = { ...who.headers, 'content-type': 'application/json' };
  const init = { method: 'POST', headers, body: JSON.stringify(body) };
  return came(await world.mock.request(`${ORIGIN}${path}`, init));
}

export async function get(world: World, who: SignedIn, path: string): Promise<Came> {
  return came(await world.mock.request(`${ORIGIN}${path}`, { headers: who.headers }));
}

async function came(response: Response): Promise<Came> {
  return { status: response.status, ...(await response.json()) };
}

/** A change of an answer as a page sends it: made now unless `seq` says otherwise. */
export function answerTo(world: World, sat: Sat, n: number, picked: string, more: object = {}) {
  const seq = msOf(world.clock.now) - msOf(sat.attempt.startedAt);
  return { n, seq, picked: [...picked], flagged: false, spentS: 10, ...more };
}

export function save(world: World, sat: Sat, answers: object[], more: object = {}): Promise<Came> {
  return post(world, sat.who, `/api/mock/attempts/${sat.id}/answers`, { device: DEVICE, answers, texts: [], ...more });
}

export function submit(world: World, sat: Sat, answers: object[] = [], more: object = {}): Promise<Came> {
  const body = { device: DEVICE, answers, texts: [], ...more };
  return post(world, sat.who, `/api/mock/attempts/${sat.id}/submission`, body);
}

export function resultOfSat(world: World, sat: Sat): Promise<Came> {
  return get(world, sat.who, `/api/mock/attempts/${sat.id}/result`);
}

/** The items of the test bank by id. */
export const ITEMS = new Map<string, MockItem>(mockSubject().items.map((item) => [item.id, item]));

/** The right options of the nth question. */
export function keyOf(sat: Sat, n: number): string {
  const item = ITEMS.get(sat.attempt.asked[n - 1].id);
  if (item === undefined || !('key' in item)) throw new Error(`no key for question ${n}`);
  return item.key.join('');
}

/** A set paper of twelve questions for a course of the tenants, open for a day from now; put into the table directly. */
export async function putPaper(world: World, over: Partial<SetPaper> = {}): Promise<SetPaper> {
  const { table } = world.test;
  const now = world.clock.now;
  const items = mockSubject().items.slice(0, 12);
  const paper: SetPaper = {
    ...{ id: world.deps.newId(), unit: '21', group: { kind: 'course', id: 'course-of-21' }, title: '模拟考试（一）' },
    ...{ subject: 'junior-comprehensive', form: 'short', blueprint: 'short-1', mode: 'realistic' },
    ...{ opensAt: now, closesAt: instantOf(msOf(now) + 20 * 3_600_000), minutes: 30, factorMost: 100, graceMs: 60_000 },
    ...{ shuffle: true, results: 'after-close', review: 'after-close', ranking: 'pseudonymous', seed: 7 },
    refs: items.map(({ id, version }) => ({ id, version })),
    ...{ state: 'scheduled', createdAt: now, createdBy: 'trainer-1', version: 1 },
    ...over,
  };
  const pointer = mockKeys.paperOfGroup(paper.group.kind, paper.group.id, { opensAt: paper.opensAt, paper: paper.id });
  const writes = [
    { ...mockKeys.paper(paper.id), ...paper },
    { ...pointer, paper: paper.id },
  ];
  for (const Item of writes) await table.doc.send(new PutCommand({ TableName: table.name, Item }));
  return paper;
}

/** Starts a set paper; gives what came, problems too. */
export async function startSet(world: World, who: SignedIn, paper: SetPaper, more: object = {}): Promise<Came> {
  return startWith(world, who, { kind: 'set', request: freshRequest(), device: DEVICE, paper: paper.id, ...more });
}

/** The same, for somebody who may. */
export async function sitSet(world: World, who: SignedIn, paper: SetPaper): Promise<Sat> {
  const { attempt } = await startSet(world, who, paper);
  return { who, id: attempt.attempt, attempt };
}
