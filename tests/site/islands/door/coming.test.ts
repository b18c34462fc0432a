// Coming in: signed in or not, with answers that are lost; what is under way is kept until the server has answered, under one id.
import { expect, it } from 'vitest';
import { ApiProblem, type Call } from '../../../../site/src/api/client.ts';
import { type Coming, come, keepComing, keptComing } from '../../../../site/src/islands/door/coming.ts';
import { deviceSecret } from '../../../../site/src/islands/door/device.ts';
import { memoryShelf } from '../shelf.ts';

const AT = '2026-05-10T01:02:00.000Z';
const UNTIL = '2026-05-10T01:12:00.000Z';
const session = 'course-0001-001';
const code = { session, kind: 'in' as const, step: 1, token: 'a'.repeat(32) };
const coming: Coming = { session, code, request: 'request-000000001' };
const mark = { stored: 'new', kind: 'in', at: AT, walkIn: false, now: AT } as const;
const note = { scan: 'scan-0001', at: AT, until: UNTIL, now: AT };

type Told = object | 'not_signed_in' | 'offline' | 'refused';

/** A server that gives these answers, one after the other, and writes down what it was asked. */
function server(...answers: Told[]) {
  const asked: [string, object][] = [];
  const call = (async (name: string, { body }: { body: object }) => {
    asked.push([name, body]);
    const answer = answers.shift() ?? 'offline';
    if (typeof answer === 'string') throw new ApiProblem(answer);
    return answer;
  }) as unknown as Call;
  return { call, asked };
}

function way(call: Call, isPerson: boolean) {
  const trying = { wait: async () => undefined, tell: () => undefined, pauses: [1, 1] };
  return { call, device: 'device-000000001', isPerson, shelf: memoryShelf(), trying };
}

it('marks somebody who is signed in, and asks a lost answer again under the same id', async () => {
  const { call, asked } = server('offline', mark);
  const with_ = way(call, true);
  expect(await come(with_, coming)).toEqual({ state: 'marked', session, mark });
  const body = { request: coming.request, device: 'device-000000001', code };
  expect(asked).toEqual([
    ['checkIn', body],
    ['checkIn', body],
  ]);
  expect(keptComing(with_.shelf)).toBeUndefined();
});

it('notes a guest’s scan first and asks for a sign-in; afterwards the scan is redeemed', async () => {
  const { call, asked } = server(note, mark);
  const guest = way(call, false);
  expect(await come(guest, coming)).toEqual({ state: 'noted', session, at: AT, until: UNTIL });
  const kept = keptComing(guest.shelf);
  expect(kept).toEqual({ session, request: coming.request, scan: 'scan-0001', at: AT, until: UNTIL });
  expect(await come({ ...guest, isPerson: true }, kept as Coming)).toMatchObject({ state: 'marked' });
  expect(asked.map(([name]) => name)).toEqual(['noteScan', 'redeemScan']);
  expect(keptComing(guest.shelf)).toBeUndefined();
});

it('notes the scan of somebody whose session has ended without their knowing', async () => {
  const { call, asked } = server('not_signed_in', note, 'not_signed_in');
  expect(await come(way(call, true), coming)).toMatchObject({ state: 'noted', until: UNTIL });
  expect(asked.map(([name]) => name)).toEqual(['checkIn', 'noteScan', 'redeemScan']);
});

it('keeps what no answer came to, to be sent again under the same id', async () => {
  const with_ = way(server().call, true);
  expect(await come(with_, coming)).toEqual({ state: 'unsent', session });
  expect(keptComing(with_.shelf)).toEqual(coming);
});

it('tells a no, and keeps nothing', async () => {
  const with_ = way(server('refused').call, true);
  expect(await come(with_, coming)).toMatchObject({ state: 'refused', problem: { code: 'refused' } });
  expect(keptComing(with_.shelf)).toBeUndefined();
});

it('asks for a sign-in before digits, which are then typed again', async () => {
  const with_ = way(server('not_signed_in').call, true);
  const typed: Coming = { session, kind: 'in', digits: '123456', request: 'request-000000002' };
  expect(await come(with_, typed)).toEqual({ state: 'signed-out', session });
  expect(keptComing(with_.shelf)).toBeUndefined();
});

it('takes what somebody has spoilt in the storage for nothing', () => {
  const shelf = memoryShelf();
  keepComing(shelf, coming);
  shelf.setItem('zhuren-door', '{');
  expect(keptComing(shelf)).toBeUndefined();
});

it('makes the phone’s secret once', () => {
  const shelf = memoryShelf();
  const ids = ['abcdefgh', 'ABCDEFGH', 'other-000', 'other-001'];
  const newId = () => ids.shift() ?? '';
  const first = deviceSecret(shelf, newId);
  expect(first).toBe('abcdefghABCDEFGH');
  expect(deviceSecret(shelf, newId)).toBe(first);
});
