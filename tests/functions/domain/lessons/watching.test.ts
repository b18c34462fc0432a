// Goal A4: what is credited comes from the server's clock, whatever a page sends.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rule } from '../../../../functions/domain/attendance/rule.ts';
import { DEFAULT_RULE } from '../../../../functions/domain/attendance/rule.ts';
import { watchedVerdict } from '../../../../functions/domain/lessons/verdict.ts';
import {
  isTooSoon,
  NOTHING,
  secondsOf,
  type Watching,
  watched,
} from '../../../../functions/domain/lessons/watching.ts';
import { instantOf, msOf } from '../../../../functions/domain/time.ts';

const START = '2026-03-01T01:00:00.000Z';
const LENGTH = 600;

/** A page that says what it likes, whenever it likes. */
interface Said {
  /** Seconds on the server's clock since the beat before. */
  after: number;
  position: number;
  playing: boolean;
}

const page: fc.Arbitrary<Said[]> = fc.array(
  fc.record({
    after: fc.oneof(fc.constantFrom(15, 15, 15, 30), fc.integer({ min: 0, max: 200 })),
    position: fc.integer({ min: -50, max: 40_000 }),
    playing: fc.boolean(),
  }),
  { maxLength: 40 },
);

/** A player that really plays: each beat where it would be. */
function played(rate: number, beats: number): Said[] {
  return Array.from({ length: beats }, (_, i) => ({ after: i === 0 ? 0 : 15, position: i * 15 * rate, playing: true }));
}

function after(beats: readonly Said[], before: Watching = NOTHING, start = START): Watching {
  let at = msOf(start);
  return beats.reduce((watching, { after: seconds, position, playing }) => {
    at += seconds * 1000;
    return watched(watching, { at: instantOf(at), position, playing }, LENGTH);
  }, before);
}

describe('whatever a page says', () => {
  test('no more is credited than has passed on the server’s clock, nor than the lesson is long', () => {
    fc.assert(
      fc.property(page, (beats) => {
        const passed = beats.slice(1).reduce((sum, one) => sum + one.after, 0);
        const credited = secondsOf(after(beats));
        expect(credited).toBeLessThanOrEqual(passed);
        expect(credited).toBeLessThanOrEqual(LENGTH);
      }),
    );
  });

  test('a beat never takes anything away, and adds at most half a minute', () => {
    fc.assert(
      fc.property(page, (beats) => {
        const all = beats.map((_, i) => secondsOf(after(beats.slice(0, i + 1))));
        for (const [i, seconds] of all.entries()) {
          const gained = seconds - (all[i - 1] ?? 0);
          expect(gained).toBeGreaterThanOrEqual(0);
          expect(gained).toBeLessThanOrEqual(30);
        }
      }),
    );
  });

  test('the times lie within the watching, and are no longer than what is credited', () => {
    fc.assert(
      fc.property(page, (beats) => {
        const { times, spans } = after(beats);
        const end = msOf(START) + beats.reduce((sum, one) => sum + one.after, 0) * 1000;
        const ms = times.reduce((sum, { from, to }) => sum + msOf(to) - msOf(from), 0);
        expect(ms).toBeLessThanOrEqual(spans.reduce((sum, { from, to }) => sum + to - from, 0));
        expect(times.every(({ from, to }) => from >= START && msOf(to) <= end)).toBe(true);
      }),
    );
  });

  test('a beat that comes twice adds nothing', () => {
    fc.assert(
      fc.property(page, fc.nat(), (beats, at) => {
        const doubled = beats.flatMap((one, i) => (i === at % beats.length ? [one, { ...one, after: 0 }] : [one]));
        expect(secondsOf(after(doubled))).toBe(secondsOf(after(beats)));
      }),
    );
  });
});

describe('a player', () => {
  test('that plays through is credited the whole lesson', () => {
    expect(after(played(1, 41))).toMatchObject({ spans: [{ from: 0, to: LENGTH * 1000 }] });
  });

  test('that plays twice as fast is credited what passed on the clock', () => {
    expect(secondsOf(after(played(2, 21)))).toBe(300);
  });

  test('whose beats come now a moment sooner, now later, loses nothing but the last moment, which the next beat brings', () => {
    const uneven = played(1, 41).map((one, i) => ({
      ...one,
      after: one.after + (i === 0 ? 0 : i % 2 === 0 ? 0.8 : -0.8),
    }));
    expect(after([...uneven, { after: 2, position: LENGTH, playing: false }])).toMatchObject({
      spans: [{ from: 0, to: LENGTH * 1000 }],
    });
    expect(secondsOf(after([...uneven].slice(0, 2)))).toBe(14);
  });

  test('that shows the same part again is credited nothing more', () => {
    const once = after(played(1, 11));
    expect(secondsOf(after(played(1, 11), once, '2026-03-01T02:00:00.000Z'))).toBe(secondsOf(once));
  });

  test('in two windows at once is credited once', () => {
    const both = played(1, 21).flatMap((one) => [one, { ...one, after: 0 }]);
    expect(secondsOf(after(both))).toBe(300);
  });

  test('whose network was gone for five minutes is credited half a minute of them', () => {
    const gap = [
      { after: 0, position: 0, playing: true },
      { after: 300, position: 300, playing: true },
    ];
    expect(secondsOf(after(gap))).toBe(30);
  });

  test('that stands still is credited nothing', () => {
    const paused = played(1, 20).map((one) => ({ ...one, position: 90 }));
    expect(secondsOf(after(paused))).toBe(0);
  });

  test('that beats too often is not written down, unless it stops or goes back', () => {
    const watching = after(played(1, 2));
    const soon = { at: instantOf(msOf(START) + 20_000), position: 20, playing: true };
    expect(isTooSoon(watching, soon)).toBe(true);
    expect(isTooSoon(watching, { ...soon, playing: false })).toBe(false);
    expect(isTooSoon(watching, { ...soon, position: 3 })).toBe(false);
    expect(isTooSoon(watching, { ...soon, at: instantOf(msOf(START) + 30_000) })).toBe(false);
  });
});

describe('the verdict', () => {
  const lesson = (title: string) => ({ title, minutes: 10, link: 'https://video.example/1' });
  const session = { form: 'recorded', startsAt: START, endsAt: '2026-03-31T01:00:00.000Z' } as const;
  const judged = (all: Watching[], rule: Partial<Rule> = {}) => {
    const two = { ...session, lessons: [lesson('一'), lesson('二')] };
    return watchedVerdict(two, { watched: all }, { ...DEFAULT_RULE, ...rule });
  };
  const whole = after(played(1, 41));
  const later = after(played(1, 41), NOTHING, '2026-03-02T01:00:30.000Z');

  test('counts what was watched, when it was watched', () => {
    const { minutes, intervals, state, counts } = judged([whole, later]);
    expect({ minutes, state, counts }).toEqual({ minutes: 20, state: 'present', counts: true });
    expect(intervals.map(({ from }) => from.slice(0, 10))).toEqual(['2026-03-01', '2026-03-02']);
  });

  test('counts two lessons that ran at once only once', () => {
    expect(judged([whole, whole], { minShare: 0 })).toMatchObject({ presence: 10, minutes: 10 });
  });

  test('counts nothing below the least share, and never the whole of a part', () => {
    expect(judged([whole])).toMatchObject({ presence: 10, share: 5000, counts: false, minutes: 0 });
    expect(judged([whole], { minShare: 50, countBy: 'whole' })).toMatchObject({ minutes: 10 });
    expect(judged([])).toMatchObject({ state: 'absent', minutes: 0 });
  });
});
