import { describe, expect, it } from 'vitest';
import { type Attempt, begun } from '../../../../functions/domain/attempts/attempt.ts';
import { withExtraTime } from '../../../../functions/domain/attempts/extra-time.ts';
import { instantOf, msOf } from '../../../../functions/domain/time.ts';

const START = '2026-03-02T01:00:00.000Z';
const after = (minutes: number) => instantOf(msOf(START) + minutes * 60_000);

function open(over: Partial<Attempt> = {}): Attempt {
  const setup = { form: 'short', blueprint: 'short-1', mode: 'realistic', seed: 1, shuffle: false } as const;
  const who = {
    id: 'attempt-1',
    person: 'person-1',
    subject: 'junior-comprehensive',
    paper: 'paper-0001',
    factor: 120,
  };
  const rest = { profile: 'official-1', questions: 25, graceMs: 0, device: 'device-a', minutes: 30 };
  return { ...begun({ ...setup, ...who, ...rest }, START), ...over };
}

describe('extra time', () => {
  it('counts from the start, whenever it is given', () => {
    for (const minute of [0, 20, 36]) {
      const moved = withExtraTime(open(), { minutes: 30, factor: 200 }, after(minute));
      expect(moved).toMatchObject({ ok: true, attempt: { factor: 200, deadline: after(60), version: 2 } });
    }
  });

  it('is never less than somebody has who sits', () => {
    expect(withExtraTime(open(), { minutes: 30, factor: 119 }, after(1))).toEqual({
      ok: false,
      reason: 'extra-time-less',
    });
    expect(withExtraTime(open(), { minutes: 30, factor: 120 }, after(1))).toMatchObject({
      attempt: { deadline: after(36) },
    });
  });

  it('comes too late after the deadline, and for an attempt that is over', () => {
    const late = withExtraTime(open(), { minutes: 30, factor: 200 }, instantOf(msOf(after(36)) + 1));
    expect(late).toEqual({ ok: false, reason: 'attempt-over' });
    const over = open({ state: 'submitted', endedAt: after(10) });
    expect(withExtraTime(over, { minutes: 30, factor: 200 }, after(11))).toEqual({ ok: false, reason: 'attempt-over' });
  });
});
