import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ApiProblem, type Call } from '../../../../../../site/src/api/client.ts';
import {
  type OfflineStore,
  openOffline,
} from '../../../../../../site/src/islands/staff/training/door/offline-store.ts';
import { relay } from '../../../../../../site/src/islands/staff/training/door/relay.ts';

const NOW = '2026-05-23T01:00:00.000Z';
const SESSION = 'course-1-001';
let store: OfflineStore;
let opened = 0;

beforeEach(async () => {
  opened += 1;
  store = await openOffline(() => 'device-0001', `door-${opened}`);
});
afterEach(() => store.close());

const note = (person: string, by = 'me') => store.add({ session: SESSION, person, kind: 'in', at: NOW, by });

type Sent = { body: { device: string; marks: { seq: number; person: string }[] } };

/** A server that takes each number once, and refuses one person. */
function server() {
  const taken = new Map<number, string>();
  const call = (async (_: string, { body }: Sent) => ({
    lines: body.marks.map(({ seq, person }, line) => {
      if (person === 'stranger') return { line, outcome: 'refused', reason: 'not-enrolled' };
      const outcome = taken.has(seq) ? 'same' : 'new';
      taken.set(seq, person);
      return { line, outcome };
    }),
    clockOffMs: 120_000,
    now: NOW,
  })) as unknown as Call;
  return { taken, call };
}

const sending = (call: Call) => ({ call, store, session: SESSION, me: 'me', now: () => NOW });

it('sends what waits once, and takes it off the device', async () => {
  const { taken, call } = server();
  await note('p1');
  await note('p2');
  expect(await relay(sending(call))).toBe(120_000);
  expect([...taken.values()]).toEqual(['p1', 'p2']);
  expect(await store.ofSession(SESSION)).toEqual([]);
});

it('makes one mark of what was sent and whose answer was lost', async () => {
  const { taken, call } = server();
  await note('p1');
  const lossy = (async (...sent: Parameters<Call>) => {
    await call(...sent);
    throw new ApiProblem('offline');
  }) as Call;
  await expect(relay(sending(lossy))).rejects.toMatchObject({ code: 'offline' });
  expect(await store.ofSession(SESSION)).toHaveLength(1);
  await relay(sending(call));
  expect(taken.size).toBe(1);
  expect(await store.ofSession(SESSION)).toEqual([]);
});

it('keeps a refused mark with its reason, and does not send it again', async () => {
  const { call } = server();
  await note('stranger');
  await relay(sending(call));
  expect(await store.ofSession(SESSION)).toMatchObject([{ person: 'stranger', refused: 'not-enrolled' }]);
  const silent = (() => Promise.reject(new Error('asked again'))) as unknown as Call;
  expect(await relay(sending(silent))).toBe(0);
});

it('leaves to another person what they wrote down', async () => {
  const { taken, call } = server();
  await note('p1', 'somebody-else');
  await relay(sending(call));
  expect(taken.size).toBe(0);
  expect(await store.ofSession(SESSION)).toHaveLength(1);
});

it('gives a number once, in two windows too', async () => {
  const other = await openOffline(() => 'device-0002', `door-${opened}`);
  const marks = await Promise.all([
    note('p1'),
    other.add({ session: SESSION, person: 'p2', kind: 'in', at: NOW, by: 'me' }),
    note('p3'),
  ]);
  expect(new Set(marks.map(({ seq }) => seq)).size).toBe(3);
  expect(await other.device()).toBe(await store.device());
  other.close();
});
