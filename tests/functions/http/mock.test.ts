// Mock papers through the whole stack: the official rule of marks, the late rule to the millisecond, handing in, resting, devices.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mockEdge } from '../../../functions/http/mock.ts';
import { closeAttempts } from '../../../functions/jobs/close-attempts.ts';
import { NOON } from '../../support/builders.ts';
import { freshRequest } from '../../support/courses.ts';
import {
  answerTo,
  DEVICE,
  get,
  keyOf,
  MINUTE_MS,
  passMs,
  post,
  resultOfSat,
  type Sat,
  save,
  setTo,
  startOne,
  startWith,
  submit,
} from '../../support/exams.ts';
import { mockBank, mockMultiple, mockSingle, mockSubject } from '../../support/mock-bank.ts';
import { openWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.test.close());

describe('marks', () => {
  /** Key, picked, half-points: the table of the official rule. */
  const TABLE = [
    ['ABC', 'A', 1],
    ['ABC', 'AB', 2],
    ['ABC', 'ABC', 4],
    ['ABC', 'ABD', 0],
    ['ABC', '', 0],
    ['ABC', 'ABCDE', 0],
    ['AB', 'A', 1],
    ['ABCD', 'ABC', 3],
  ] as const;

  it('follow the official table from the answer to the result', async () => {
    const items = TABLE.map(([key], i) => mockMultiple({ id: `jc04-6${10 + i}`, key: [...key] }));
    const singles = Array.from({ length: 25 }, (_, i) => mockSingle({ id: `jc04-5${10 + i}` }));
    const subject = { ...mockSubject(), items: [...singles, ...items] };
    const blueprint = {
      id: 'table-1',
      form: 'short',
      answered: 'objective',
      counts: { multiple: 8 },
      minutes: 30,
    } as const;
    const bank = { ...mockBank([subject]), blueprints: async () => [blueprint] };
    const own = { ...world, mock: mockEdge({ ...world.deps, mockBank: bank }) };
    const sat = await startOne(own);
    const picks = new Map(TABLE.map(([, picked, earned], i) => [`jc04-6${10 + i}`, { picked, earned }]));
    const asked: { n: number; id: string }[] = sat.attempt.asked;
    await save(
      own,
      sat,
      asked.map(({ n, id }) => answerTo(own, sat, n, picks.get(id)?.picked ?? '')),
    );
    await submit(own, sat);
    const { result } = await resultOfSat(own, sat);
    for (const { id, earned, possible } of result.lines) {
      expect({ id, earned, possible }).toEqual({ id, earned: picks.get(id)?.earned, possible: 4 });
    }
    expect(result).toMatchObject({ earned: 11, possible: 32, marking: 'done' });
  });

  it('of 60 + 20 right answers are 100, and all are whole half-points', async () => {
    const sat = await startOne(world, { form: 'official' });
    const all = Array.from({ length: 80 }, (_, i) => answerTo(world, sat, i + 1, keyOf(sat, i + 1)));
    await save(world, sat, all);
    await submit(world, sat);
    const { result, attempt } = await resultOfSat(world, sat);
    expect(result).toMatchObject({ earned: 200, possible: 200 });
    expect(result.lines).toHaveLength(80);
    expect(attempt).toMatchObject({ state: 'submitted', questions: 80, offline: false });
    expect(result.passLines).toEqual([{ year: 2025, mark: 120, scope: 'national', verified: false }]);
  });

  it('are compared with the line of the region too', async () => {
    const sat = await startOne(world, { region: '450124' });
    await submit(world, sat);
    const { result } = await resultOfSat(world, sat);
    expect(result.passLines.map(({ mark, scope }: { mark: number; scope: string }) => [mark, scope])).toEqual([
      [120, 'national'],
      [106, 'local'],
    ]);
  });
});

describe('an answer', () => {
  const GRACE_MS = 120_000;

  it('counts when made in time and here within the grace, and says why else', async () => {
    const sat = await startOne(world, { mode: 'realistic' });
    const { deadline, startedAt, graceMs } = sat.attempt;
    expect(graceMs).toBe(GRACE_MS);
    const at = Date.parse(deadline) - Date.parse(startedAt);
    const sent = async (n: number, { made, came }: { made: number; came: number }) => {
      setTo(world, deadline, came);
      const { outcomes } = await save(world, sat, [answerTo(world, sat, n, keyOf(sat, n), { seq: at + made })]);
      return outcomes[0];
    };
    expect(await sent(1, { made: -1_000, came: -1_000 })).toMatchObject({ outcome: 'counted' });
    expect(await sent(2, { made: 1, came: 1 })).toMatchObject({ outcome: 'late', reason: 'made-after-deadline' });
    expect(await sent(3, { made: -1, came: GRACE_MS - 1 })).toMatchObject({ outcome: 'counted' });
    expect(await sent(4, { made: -1, came: GRACE_MS + 1 })).toMatchObject({
      outcome: 'late',
      reason: 'received-after-grace',
    });
    const { result, attempt } = await resultOfSat(world, sat);
    expect(attempt).toMatchObject({ state: 'expired', endedAt: deadline });
    expect(
      result.lines.slice(0, 4).map((line: { verdict: string; late?: string }) => [line.verdict, line.late]),
    ).toEqual([
      ['right', undefined],
      ['blank', 'made-after-deadline'],
      ['right', undefined],
      ['blank', 'received-after-grace'],
    ]);
  });

  it('that comes late takes nothing from one that counts', async () => {
    const sat = await startOne(world);
    await save(world, sat, [answerTo(world, sat, 1, keyOf(sat, 1))]);
    setTo(world, sat.attempt.deadline, 5_000);
    const { outcomes } = await save(world, sat, [answerTo(world, sat, 1, '')]);
    expect(outcomes).toMatchObject([{ outcome: 'late', reason: 'made-after-deadline' }]);
    setTo(world, sat.attempt.deadline, 121_000);
    const { result } = await resultOfSat(world, sat);
    expect(result.lines[0]).toMatchObject({ verdict: 'right', late: 'made-after-deadline', latePicked: [] });
  });

  it('made later wins, whatever order they come in', async () => {
    const sat = await startOne(world);
    passMs(world, 60_000);
    const early = answerTo(world, sat, 1, 'A', { seq: 10_000 });
    const later = answerTo(world, sat, 1, 'B', { seq: 20_000 });
    expect((await save(world, sat, [later])).outcomes[0]).toMatchObject({ seq: 20_000, outcome: 'counted' });
    expect((await save(world, sat, [early])).outcomes[0]).toMatchObject({ seq: 10_000, outcome: 'superseded' });
    expect((await save(world, sat, [later])).outcomes[0]).toMatchObject({ seq: 20_000, outcome: 'counted' });
    const { answers } = await get(world, sat.who, `/api/mock/attempts/${sat.id}`);
    expect(answers).toEqual([{ n: 1, seq: 20_000, picked: ['B'], flagged: false, spentS: 10 }]);
  });

  it('to a question that is not asked is named, and the others are kept', async () => {
    const sat = await startOne(world);
    const { outcomes } = await save(world, sat, [answerTo(world, sat, 26, 'A'), answerTo(world, sat, 25, 'A')]);
    expect(outcomes.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['unknown-question', 'counted']);
  });
});

describe('handing in', () => {
  it('five times at once gives one result', async () => {
    const sat = await startOne(world);
    await save(world, sat, [answerTo(world, sat, 1, keyOf(sat, 1))]);
    passMs(world, 1_000);
    const all = await Promise.all(Array.from({ length: 5 }, () => submit(world, sat)));
    expect(new Set(all.map(({ status, state, endedAt }) => `${status} ${state} ${endedAt}`)).size).toBe(1);
    expect(all[0]).toMatchObject({ status: 200, state: 'submitted' });
  });

  it('brings what was not sent yet', async () => {
    const sat = await startOne(world);
    const { outcomes } = await submit(world, sat, [answerTo(world, sat, 2, keyOf(sat, 2))]);
    expect(outcomes).toMatchObject([{ n: 2, outcome: 'counted' }]);
    const { result } = await resultOfSat(world, sat);
    expect(result.lines[1]).toMatchObject({ verdict: 'right' });
  });

  it('early is refused in the realistic mode, and possible at the deadline', async () => {
    const sat = await startOne(world, { mode: 'realistic' });
    expect(await submit(world, sat)).toMatchObject({ code: 'refused', reason: 'hand-in-early' });
    setTo(world, sat.attempt.deadline);
    expect(await submit(world, sat)).toMatchObject({ status: 200, state: 'submitted', endedAt: sat.attempt.deadline });
  });

  it('leaves what comes afterwards kept and not counted', async () => {
    const sat = await startOne(world);
    passMs(world, 10_000);
    await submit(world, sat);
    passMs(world, 5_000);
    const late = await save(world, sat, [answerTo(world, sat, 3, 'A', { seq: 5_000 })]);
    expect(late).toMatchObject({
      state: 'submitted',
      outcomes: [{ outcome: 'late', reason: 'received-after-hand-in' }],
    });
  });
});

describe('an attempt nobody hands in', () => {
  it('is closed by the timer, with its deadline as its end', async () => {
    setTo(world, NOON, 90 * 86_400_000);
    const sat = await startOne(world);
    setTo(world, sat.attempt.deadline, 120_001);
    const grader = { ...world.deps, clockMs: () => 0 };
    expect(await closeAttempts(grader)(1_000)).toEqual({ closed: expect.any(Number), failed: 0 });
    const stored = await world.deps.store.attempts.get(sat.who.person, sat.id);
    expect(stored).toMatchObject({ state: 'expired', endedAt: sat.attempt.deadline, sum: { earned: 0, possible: 60 } });
    expect(await closeAttempts(grader)(1_000)).toEqual({ closed: 0, failed: 0 });
  });

  it('is closed by any look at it', async () => {
    const sat = await startOne(world);
    setTo(world, sat.attempt.deadline, 120_001);
    const { attempts } = await get(world, sat.who, `/api/mock/people/${sat.who.person}/mock`);
    expect(attempts).toMatchObject([{ attempt: sat.id, state: 'expired', endedAt: sat.attempt.deadline, earned: 0 }]);
  });
});

describe('starting', () => {
  it('again with the same request is the same attempt', async () => {
    const who = await world.signIn();
    const request = freshRequest();
    const first = await startOne(world, { who, request });
    const again = await startOne(world, { who, request });
    expect(again.attempt).toEqual(first.attempt);
  });

  it('with too few questions says which are lacking', async () => {
    const own = {
      ...world,
      mock: mockEdge({ ...world.deps, mockBank: mockBank([mockSubject({ single: 30, multiple: 3 })]) }),
    };
    const who = await world.signIn();
    const body = { kind: 'on-demand', request: freshRequest(), device: DEVICE, subject: 'junior-comprehensive' };
    const came = await startWith(own, who, { ...body, form: 'short', mode: 'relaxed', factor: 100 });
    expect(came).toEqual({ status: 200, lacking: [{ kind: 'multiple', wanted: 5, have: 3 }] });
  });

  it('asks what was not asked before, and says how many are repeated', async () => {
    const who = await world.signIn();
    const seen = new Set<string>();
    for (let i = 0; i < 3; i += 1) {
      const { attempt } = await startOne(world, { who });
      for (const { id } of attempt.asked) {
        expect(seen.has(id)).toBe(false);
        seen.add(id);
      }
      passMs(world, 1_000);
    }
  });

  it('gives extra time in percent', async () => {
    const sat = await startOne(world, { factor: 125 });
    expect(Date.parse(sat.attempt.deadline) - Date.parse(sat.attempt.startedAt)).toBe(37.5 * MINUTE_MS);
  });
});

describe('a rest', () => {
  it('moves the deadline by as long as it lasted, and is not for the realistic mode', async () => {
    const sat = await startOne(world);
    const move = (one: Sat, kind: string) =>
      post(world, one.who, `/api/mock/attempts/${one.id}/moves`, { kind, device: DEVICE });
    passMs(world, 60_000);
    expect(await move(sat, 'pause')).toMatchObject({ status: 200, pausedAt: world.clock.now });
    expect(await move(sat, 'pause')).toMatchObject({ status: 200 });
    passMs(world, 3 * 3_600_000);
    expect(await move(sat, 'resume')).toMatchObject({
      deadline: new Date(Date.parse(sat.attempt.deadline) + 3 * 3_600_000).toISOString(),
    });
    const strict = await startOne(world, { mode: 'realistic' });
    expect(await move(strict, 'pause')).toMatchObject({ code: 'refused', reason: 'no-pause' });
  });
});

describe('two devices', () => {
  it('see who writes; what the other one has is still taken', async () => {
    const sat = await startOne(world);
    const path = `/api/mock/attempts/${sat.id}/holder`;
    expect(await post(world, sat.who, path, { device: 'device-two' })).toMatchObject({ holder: 'device-two' });
    const came = await save(world, sat, [answerTo(world, sat, 4, 'C')]);
    expect(came).toMatchObject({ holder: 'device-two', outcomes: [{ outcome: 'counted' }] });
  });

  it('of which one asks again change nothing', async () => {
    const sat = await startOne(world);
    const before = await world.deps.store.attempts.get(sat.who.person, sat.id);
    await post(world, sat.who, `/api/mock/attempts/${sat.id}/holder`, { device: DEVICE });
    expect(await world.deps.store.attempts.get(sat.who.person, sat.id)).toEqual(before);
  });
});

describe("somebody else's attempt", () => {
  it('is not there', async () => {
    const sat = await startOne(world);
    const other = await world.signIn();
    expect(await get(world, other, `/api/mock/attempts/${sat.id}`)).toMatchObject({ status: 404, code: 'not_found' });
    expect(await submit(world, { ...sat, who: other })).toMatchObject({ status: 404 });
  });
});
