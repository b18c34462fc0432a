import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Attempt,
  begun,
  closed,
  closing,
  dueAt,
  heldBy,
  isOver,
  type Moved,
  paused,
  remainingMs,
  resumed,
  type Setup,
  voided,
} from '../../../../functions/domain/attempts/attempt.ts';
import { instantOf, msOf } from '../../../../functions/domain/time.ts';

const start = '2026-05-01T01:00:00.000Z';
const at = (minutes: number, ms = 0) => instantOf(msOf(start) + minutes * 60_000 + ms);

function open(over: Partial<Setup> = {}): Attempt {
  const setup: Setup = {
    ...{ id: 'attempt-1', person: 'person-1', subject: 'law-and-policy', form: 'short', blueprint: 'short-1' },
    ...{
      mode: 'relaxed',
      factor: 100,
      seed: 1,
      shuffle: false,
      profile: 'official-1',
      questions: 25,
      graceMs: 120_000,
    },
    ...{ device: 'phone-01', minutes: 30 },
  };
  return begun({ ...setup, ...over }, start);
}

function done(moved: Moved): Attempt {
  if (!moved.ok) throw new Error(moved.reason);
  return moved.attempt;
}

describe('the deadline', () => {
  it('is set at the start, with extra time', () => {
    expect(open().deadline).toBe(at(30));
    expect(open({ factor: 125 }).deadline).toBe(at(37, 30_000));
    expect(open({ factor: 300, minutes: 120 }).deadline).toBe(at(360));
  });

  it('leaves less with every minute, and nothing after it', () => {
    expect(remainingMs(open(), at(12))).toBe(18 * 60_000);
    expect(remainingMs(open(), at(31))).toBe(0);
  });

  it('moves by exactly as long as a pause, however many there are', () => {
    const pauses = fc.array(fc.record({ after: fc.nat(60_000), lasts: fc.nat(3_600_000) }), { maxLength: 8 });
    fc.assert(
      fc.property(pauses, (list) => {
        let attempt = open();
        let now = msOf(start);
        let rested = 0;
        for (const { after, lasts } of list) {
          attempt = done(paused(attempt, instantOf(now + after)));
          const left = remainingMs(attempt, instantOf(now + after));
          expect(remainingMs(attempt, instantOf(now + after + lasts))).toBe(left);
          attempt = done(resumed(attempt, instantOf(now + after + lasts)));
          expect(remainingMs(attempt, instantOf(now + after + lasts))).toBe(left);
          now += after + lasts;
          rested += lasts;
        }
        expect(attempt.deadline).toBe(at(30, rested));
        expect(attempt.pausedMs).toBe(rested);
      }),
    );
  });
});

describe('a pause', () => {
  it('is none of 真实模式, nor of a paper that others sit too', () => {
    expect(paused(open({ mode: 'realistic' }), at(1))).toEqual({ ok: false, reason: 'no-pause' });
    expect(paused(open({ paper: 'paper-01' }), at(1))).toEqual({ ok: false, reason: 'no-pause' });
  });

  it('begins and ends once', () => {
    const resting = done(paused(open(), at(5)));
    expect(paused(resting, at(6))).toEqual({ ok: false, reason: 'paused-already' });
    expect(resumed(open(), at(6))).toEqual({ ok: false, reason: 'not-paused' });
    expect(resumed(resting, at(6))).toMatchObject({ ok: true, attempt: { deadline: at(31) } });
  });

  it('ends by itself after seven days in all, and the attempt where it began', () => {
    const resting = done(paused(open(), at(5)));
    const days = 7 * 24 * 60;
    expect(dueAt(resting)).toBe(at(5 + days));
    expect(isOver(resting, at(5 + days))).toBe(false);
    const over = done(closing(resting, at(5 + days, 1), 'clock'));
    expect(closed(over)).toMatchObject({ state: 'expired', endedAt: at(5) });
  });

  it('cannot begin when deadline and grace are over', () => {
    expect(paused(open(), at(32, 1))).toEqual({ ok: false, reason: 'attempt-over' });
  });
});

describe('handing in', () => {
  it('is possible at any time in 宽松模式', () => {
    expect(closed(done(closing(open(), at(3), 'person')))).toMatchObject({ state: 'submitted', endedAt: at(3) });
  });

  it('is not possible before the deadline in 真实模式, and ends there at the deadline', () => {
    const strict = open({ mode: 'realistic' });
    expect(closing(strict, at(30, -1), 'person')).toEqual({ ok: false, reason: 'hand-in-early' });
    expect(closed(done(closing(strict, at(30), 'person')))).toMatchObject({ state: 'submitted', endedAt: at(30) });
    expect(closed(done(closing(strict, at(31), 'person')))).toMatchObject({ state: 'submitted', endedAt: at(30) });
  });

  it('a second time is the first', () => {
    const first = done(closing(open(), at(3), 'person'));
    expect(closing(first, at(9), 'person')).toEqual({ ok: true, attempt: first });
    expect(closing(closed(first), at(9), 'person')).toEqual({ ok: false, reason: 'attempt-over' });
  });

  it('is done by the clock after deadline and grace, with the deadline as the end', () => {
    expect(closing(open(), at(32), 'clock')).toEqual({ ok: false, reason: 'hand-in-early' });
    const over = done(closing(open(), at(32, 1), 'clock'));
    expect(closed(over)).toMatchObject({ state: 'expired', endedAt: at(30) });
    expect(closed(done(closing(open(), at(99), 'person')))).toMatchObject({ state: 'expired', endedAt: at(30) });
  });

  it('cannot be finished that was never begun', () => {
    expect(() => closed(open())).toThrow('closing has begun');
  });
});

describe('another device', () => {
  it('writes from then on, while the attempt is open', () => {
    expect(done(heldBy(open(), 'desk-0001', at(2))).holder).toEqual({
      device: 'desk-0001',
      since: at(2),
      changes: 1,
    });
    const over = closed(done(closing(open(), at(3), 'person')));
    expect(heldBy(over, 'desk-0001', at(4))).toEqual({ ok: false, reason: 'attempt-over' });
  });
});

describe('an attempt that is taken back', () => {
  it('is voided once, open or over', () => {
    expect(done(voided(open(), at(4)))).toMatchObject({ state: 'voided', endedAt: at(4) });
    const over = closed(done(closing(open(), at(3), 'person')));
    const gone = done(voided(over, at(9)));
    expect(gone).toMatchObject({ state: 'voided', endedAt: at(3) });
    expect(voided(gone, at(10))).toEqual({ ok: false, reason: 'attempt-over' });
    expect(closing(gone, at(10), 'person')).toEqual({ ok: false, reason: 'attempt-over' });
  });
});

it('raises its version with every move', () => {
  const attempt = open();
  const resting = done(paused(attempt, at(1)));
  const back = done(resumed(resting, at(2)));
  const ending = done(closing(back, at(3), 'person'));
  expect([attempt, resting, back, ending, closed(ending)].map(({ version }) => version)).toEqual([1, 2, 3, 4, 5]);
});
