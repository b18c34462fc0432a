// 离线自测 through the whole stack: a paper taken along under a key, opened without a network, handed in later and labelled so.
import { createDecipheriv } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeAttempts } from '../../../functions/jobs/close-attempts.ts';
import { freshRequest } from '../../support/courses.ts';
import { DEVICE, get, ITEMS, MINUTE_MS, passMs, post, resultOfSat } from '../../support/exams.ts';
import type { Came } from '../../support/staff.ts';
import { openWorld, type SignedIn, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.test.close());

async function prepare(who: SignedIn, more: object = {}): Promise<Came> {
  const body = { request: freshRequest(), device: DEVICE, subject: 'junior-comprehensive', form: 'short', factor: 100 };
  return post(world, who, `/api/mock/people/${who.person}/offline-papers`, { ...body, ...more });
}

/** What a page does with a token and what is sealed. */
function opened({ sealed, token }: { sealed: string; token: string }): Came[] {
  const { key } = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString());
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'base64url'), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(-16));
  return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString());
}

function keyFor(id: string): string[] {
  const item = ITEMS.get(id);
  return item !== undefined && 'key' in item ? [...item.key] : [];
}

const upload = (who: SignedIn, attempt: string, body: object) =>
  post(world, who, `/api/mock/attempts/${attempt}/offline`, { device: DEVICE, answers: [], texts: [], ...body });

const change = (n: number, seq: number, picked: string[]) => ({ n, seq, picked, flagged: false, spentS: 5 });

describe('a paper that is taken along', () => {
  it('opens by its token alone, holds no key, and is the same when asked for again', async () => {
    const who = await world.signIn();
    const request = freshRequest();
    const { prepared } = await prepare(who, { request });
    expect(prepared).toMatchObject({ questions: 25, minutes: 30, subject: 'junior-comprehensive' });
    const asked = opened(prepared);
    expect(asked).toHaveLength(25);
    expect(Object.keys(asked[0]).sort()).toEqual(['id', 'kind', 'n', 'options', 'stem', 'version']);
    passMs(world, 1_000);
    expect((await prepare(who, { request })).prepared).toEqual(prepared);
    const read = await get(world, who, `/api/mock/attempts/${prepared.attempt}`);
    expect(read).toMatchObject({ state: 'open', offline: true, asked: [] });
    expect((await get(world, who, `/api/mock/people/${who.person}/mock`)).attempts).toEqual([]);
  });

  it('is handed in by the time it took, what came after it not counted, and says what it is', async () => {
    const who = await world.signIn();
    const { prepared } = await prepare(who);
    const asked = opened(prepared);
    passMs(world, 2 * 3_600_000);
    const allowed = 30 * MINUTE_MS;
    const right = (n: number, seq: number) => change(n, seq, keyFor(asked[n - 1].id));
    const body = {
      token: prepared.token,
      tookMs: allowed + 5_000,
      answers: [right(1, 10), right(2, allowed), right(3, allowed + 1)],
    };
    const done = await upload(who, prepared.attempt, body);
    expect(done).toMatchObject({ status: 200, state: 'submitted' });
    expect(done.outcomes).toEqual([
      { n: 1, seq: 10, outcome: 'counted' },
      { n: 2, seq: allowed, outcome: 'counted' },
      { n: 3, seq: allowed + 1, outcome: 'late', reason: 'made-after-deadline' },
    ]);
    expect(await upload(who, prepared.attempt, body)).toMatchObject({
      status: 200,
      state: 'submitted',
      outcomes: done.outcomes,
    });
    const { result, attempt } = await resultOfSat(world, { who, id: prepared.attempt, attempt: done });
    expect(attempt).toMatchObject({ offline: true, state: 'submitted' });
    expect(result.earned).toBe(4);
    expect(result.lines[2]).toMatchObject({ verdict: 'blank', late: 'made-after-deadline' });
    expect((await get(world, who, `/api/mock/people/${who.person}/mock`)).attempts).toMatchObject([
      { offline: true, earned: 4 },
    ]);
  });

  it('is taken back with its own token alone', async () => {
    const [who, other] = [await world.signIn(), await world.signIn()];
    const [{ prepared }, { prepared: theirs }] = [await prepare(who), await prepare(other)];
    const [payload = '', signature = ''] = prepared.token.split('.');
    for (const token of [theirs.token, `${payload}.x${signature.slice(1)}`, payload, '', `${prepared.token}.`]) {
      const came = await upload(who, prepared.attempt, { token, tookMs: 1_000 });
      expect(came, token).toMatchObject({ code: 'refused', reason: 'token-invalid' });
    }
    expect(await upload(other, prepared.attempt, { token: prepared.token, tookMs: 1 })).toMatchObject({ status: 404 });
  });

  it('lapses after seven days, without a result', async () => {
    const who = await world.signIn();
    const { prepared } = await prepare(who);
    world.pass(7);
    passMs(world, 1);
    await closeAttempts({ ...world.deps, clockMs: () => 0 })(1_000);
    const stored = await world.deps.store.attempts.get(who.person, prepared.attempt);
    expect(stored?.state).toBe('voided');
    expect(await world.deps.store.results.get({ person: who.person, attempt: prepared.attempt })).toBeUndefined();
  });
});
