import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { methodAndPath, type RoutesOf } from '../../../functions/contract/routes.ts';
import { batchOf, NOON } from '../../support/builders.ts';
import { type Ask, post, problemOf, type Transport, transports } from '../../support/transports.ts';
import { ORIGIN, openWorld, type SignedIn, type World } from '../../support/world.ts';

const REPORT = { id: 'report-1', version: 1, reason: 'key', text: '答案应为 B', at: NOON };
const PHONE = 'secret-of-phone-1';
const REQUEST = 'request-of-candidate';
let world: World;
let other: SignedIn;

beforeAll(async () => {
  world = await openWorld();
  other = await world.signIn();
});
afterAll(() => world.test.close());

/** A good request for every route of candidates: one that is missing does not compile. */
const asks: Record<RoutesOf<'candidate'>, (headers: Record<string, string>) => Ask> = {
  listBatches: (headers) => ({ headers }),
  addBatch: (headers) => post(batchOf('device-a', 1, 2), headers),
  reportQuestion: (headers) => post(REPORT, headers),
  acceptInvitation: (headers) => post({ code: 'no-such-code' }, headers),
  enrol: (headers) => post({ request: REQUEST }, headers),
  moveEnrolment: (headers) => post({ request: REQUEST, move: 'withdraw' }, headers),
  listMyTraining: (headers) => ({ headers }),
  seeNews: (headers) => post({ seen: [{ course: 'no-such-course', upTo: 1 }] }, headers),
  showMyCalendar: (headers) => ({ headers }),
  changeMyCalendar: (headers) => post({ kind: 'end' }, headers),
  checkIn: (headers) => post({ request: REQUEST, device: PHONE, code: { kind: 'in', digits: '000000' } }, headers),
  redeemScan: (headers) => post({ request: REQUEST, device: PHONE, scan: 'no-such-scan' }, headers),
  askExcuse: (headers) => post({ state: 'asked', why: '值班', version: 0 }, headers),
  listLessons: (headers) => ({ headers }),
  watchLesson: (headers) => post({ position: 0, playing: true }, headers),
  listMyCompletions: (headers) => ({ headers }),
};
/** What these ask for is not there: they are answered so, past the sign-in. */
const NOT_THERE: readonly RoutesOf<'candidate'>[] = [
  'acceptInvitation',
  'enrol',
  'moveEnrolment',
  'checkIn',
  'redeemScan',
  'askExcuse',
  'listLessons',
  'watchLesson',
];
const names = Object.keys(asks) as RoutesOf<'candidate'>[];

function pathOf(name: RoutesOf<'candidate'>, person: string): string {
  return methodAndPath(name)
    .path.replace(':person', person)
    .replace(':question', 'jc-04-001')
    .replace(':course', 'no-such-course')
    .replace(':session', 'no-such-course-001')
    .replace(':lesson', '1');
}

describe.each(Object.keys(transports))('the routes of candidates, %s', (how) => {
  let transport: Transport;
  let me: SignedIn;
  beforeAll(async () => {
    transport = await (transports[how] as (typeof transports)[string])(world);
    me = await world.signIn();
  });
  afterAll(() => transport.close());

  const ask = (name: RoutesOf<'candidate'>, person: string, headers: Record<string, string>) =>
    transport.send(pathOf(name, person), asks[name](headers));

  it.each(names)('%s asks a guest to sign in', async (name) => {
    expect(await problemOf(await ask(name, me.person, { origin: ORIGIN }))).toBe('401 not_signed_in');
    const strangers = { origin: ORIGIN, cookie: 'session=x; other=y' };
    expect(await problemOf(await ask(name, me.person, strangers))).toBe('401 not_signed_in');
  });

  it.each(names)('%s tells an ended, a signed-out and a forged session from none', async (name) => {
    const gone = await world.signIn();
    await world.deps.store.sessions.delete(await world.deps.digest(gone.token));
    expect(await problemOf(await ask(name, gone.person, gone.headers))).toBe('401 session_expired');
    const forged = { ...me.headers, cookie: '__Host-session=forged' };
    expect(await problemOf(await ask(name, me.person, forged))).toBe('401 session_expired');
    const old = await world.signIn();
    world.pass(1);
    expect(await problemOf(await ask(name, old.person, old.headers))).toBe('401 session_expired');
    world.pass(-1);
    expect((await ask(name, old.person, old.headers)).status).toBe(NOT_THERE.includes(name) ? 404 : 200);
  });

  it.each(['listBatches', 'addBatch'] as const)(
    '%s answers alike for another’s id, nobody’s and no id',
    async (name) => {
      const bodies = await Promise.all(
        [other.person, 'id-99999999', 'x', '%00', 'a'.repeat(65)].map(async (person) => {
          const response = await ask(name, person, me.headers);
          expect(response.status).toBe(404);
          const id = response.headers.get('x-request-id') as string;
          const headers = [...response.headers].filter(([header]) => !['x-request-id', 'date'].includes(header));
          return JSON.stringify([(await response.text()).replace(id, 'ID'), headers]);
        }),
      );
      expect(new Set(bodies).size).toBe(1);
      expect(bodies[0]).toContain('not_found');
    },
  );

  it('answers not_found to a report on what cannot be a question', async () => {
    const response = await transport.send('/api/candidate/questions/JC%23/reports', post(REPORT, me.headers));
    expect(await problemOf(response)).toBe('404 not_found');
  });

  it('keeps a batch, knows it again, and refuses another under its number', async () => {
    const path = pathOf('addBatch', me.person);
    const keep = async (body: object) => transport.send(path, post(body, me.headers));
    const batch = batchOf('device-keeps', 5, 3);
    expect(await (await keep(batch)).json()).toEqual({ stored: 'new', through: 7, now: NOON });
    expect(await (await keep(batch)).json()).toEqual({ stored: 'same', through: 7, now: NOON });
    expect(await problemOf(await keep(batchOf('device-keeps', 5, 2)))).toBe('422 batch_differs');
    const last = await keep(batchOf('device-keeps', 9_999_999));
    expect(await last.json()).toMatchObject({ stored: 'new', through: 9_999_999 });
    expect((await keep(batchOf('device-keeps', 9_999_999, 2))).status).toBe(400);
  });

  it('takes the longest batch: fifty notes of a thousand characters', async () => {
    const note = { kind: 'note', at: NOON, question: 'jc-04-001', text: '注'.repeat(1000) };
    const batch = { device: 'device-notes', first: 1, entries: Array.from({ length: 50 }, () => note) };
    const response = await transport.send(pathOf('addBatch', me.person), post(batch, me.headers));
    expect(await response.json()).toMatchObject({ stored: 'new', through: 50 });
  });

  it('gives another device what it lacks', async () => {
    const you = await world.signIn();
    const path = pathOf('listBatches', you.person);
    const list = async (known = '') => (await transport.send(path + known, { headers: you.headers })).json();
    expect(await list()).toEqual({ batches: [], more: false, now: NOON });
    for (const first of [1, 3]) await transport.send(path, post(batchOf('device-a', first, 2), you.headers));
    await transport.send(path, post(batchOf('device-b.c'.replace('.', '_'), 1), you.headers));
    expect((await list()).batches).toHaveLength(3);
    expect((await list('?known=device-a.2,device-b_c.1')).batches).toEqual([batchOf('device-a', 3, 2)]);
    expect((await list('?known=device-a.4,device-b_c.1,device-z.9')).batches).toEqual([]);
  });

  it('keeps a report once, with who sent it and when it came', async () => {
    const path = pathOf('reportQuestion', '');
    const first = await transport.send(path, post({ ...REPORT, id: 'report-once' }, me.headers));
    expect(await first.json()).toEqual({ stored: 'new' });
    const second = await transport.send(path, post({ ...REPORT, id: 'report-once' }, me.headers));
    expect(await second.json()).toEqual({ stored: 'same' });
  });

  it('pages through many batches forty at a time', async () => {
    const you = await world.signIn();
    for (let first = 1; first <= 41; first += 1)
      await world.deps.store.batches.put(you.person, batchOf('device-a', first));
    const path = pathOf('listBatches', you.person);
    const page = await (await transport.send(path, { headers: you.headers })).json();
    expect([page.batches.length, page.more]).toEqual([40, true]);
    const rest = await (await transport.send(`${path}?known=device-a.40`, { headers: you.headers })).json();
    expect([rest.batches.length, rest.more]).toEqual([1, false]);
  });
});
