// The server's time between its answers: no wall clock has a part in it, and nobody gains by sleeping.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serverClock } from '../../../site/src/exam/clock.ts';

const START = Date.parse('2026-11-23T01:00:00.000Z');
const HOUR = 3_600_000;
const FAR = START + 100 * HOUR;

function device(limit = FAR) {
  const now = { monoMs: 1_000, wallMs: START };
  const read = () => ({ ...now });
  const clock = serverClock(read, { serverMs: START }, () => limit);
  clock.hear(START, read());
  const pass = (ms: number) => {
    now.monoMs += ms;
    now.wallMs += ms;
  };
  return { now, read, clock, pass };
}

describe('the server’s clock', () => {
  it('goes on as time does, whatever the wall clock is set to: never less, and never past the end of what counts', () => {
    const moves = fc.array(
      fc.record({ ms: fc.integer({ min: 0, max: 60_000 }), set: fc.integer({ min: -48, max: 48 }) }),
    );
    fc.assert(
      fc.property(moves, (all) => {
        const { clock, now, pass } = device(START + HOUR);
        let real = START;
        for (const { ms, set } of all) {
          pass(ms);
          real += ms;
          now.wallMs += set * HOUR;
          const shown = clock.ms();
          if (shown < real || shown > Math.max(real, START + HOUR)) return false;
          clock.hear(real, { ...now });
          if (Math.abs(clock.ms() - real) > 1_000) return false;
        }
        return true;
      }),
    );
  });

  it('counts a sleep through which the forward clock stood still, and says that it is not sure', () => {
    const { clock, now } = device();
    now.wallMs += 10 * 60_000;
    expect(clock.ms()).toBe(START + 10 * 60_000);
    expect(clock.isDoubtful).toBe(true);
  });

  it('counts a sleep also after the wall clock was set back by a day', () => {
    const { clock, now, pass } = device();
    now.wallMs -= 24 * HOUR;
    clock.ms();
    pass(1_000);
    clock.ms();
    now.wallMs += 60_000;
    expect(clock.ms()).toBe(START + 61_000);
  });

  it('does not follow a jump past the end of all that counts until the server has said so', () => {
    const { clock, now, read } = device(START + HOUR);
    now.wallMs += 24 * HOUR;
    expect(clock.ms()).toBe(START);
    clock.hear(START + 24 * HOUR, read());
    expect(clock.ms()).toBe(START + 24 * HOUR);
  });

  it('keeps the answer with the shortest journey, and is off by no more than half of it', () => {
    const { clock, read, pass } = device();
    let asked = read();
    pass(4_000);
    clock.hear(START + 4_000, asked);
    expect(clock.ms()).toBe(START + 4_000);
    asked = read();
    pass(20);
    clock.hear(START + 4_010, asked);
    expect(Math.abs(clock.ms() - (START + 4_020))).toBeLessThanOrEqual(10);
  });

  it.each([-24, 24])(
    'takes a wall clock that is set by %i hours while an answer is on its way for no journey',
    (hours) => {
      const { clock, now, read, pass } = device(START + HOUR);
      const asked = read();
      now.wallMs += hours * HOUR;
      pass(40);
      clock.hear(START + 20, asked);
      expect(Math.abs(clock.ms() - (START + 40))).toBeLessThanOrEqual(40);
      expect(clock.isDoubtful).toBe(true);
      clock.hear(START + 40, read());
      expect(clock.ms()).toBe(START + 40);
      expect(clock.isDoubtful).toBe(false);
    },
  );

  it('follows the server at once when it is further off than any journey explains', () => {
    const { clock, read, pass } = device();
    const asked = read();
    pass(500);
    clock.hear(START + 60_000, asked);
    expect(clock.ms()).toBe(START + 60_250);
  });

  it('of a page that was closed goes on by the wall clock, and never backwards', () => {
    const read = (wallMs: number) => () => ({ monoMs: 0, wallMs });
    const closed = (wallMs: number) => serverClock(read(wallMs), { serverMs: START, wallMs: START }, () => FAR).ms();
    expect(closed(START + 90_000)).toBe(START + 90_000);
    expect(closed(START - 24 * HOUR)).toBe(START);
  });
});
