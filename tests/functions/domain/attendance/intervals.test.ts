import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMinutes,
  ceilMinute,
  common,
  floorMinute,
  head,
  type Interval,
  minutesBetween,
  minutesOf,
  union,
  without,
} from '../../../../functions/domain/attendance/intervals.ts';
import { clock } from './builders.ts';

const start = clock('09:00');
const at = (minute: number) => addMinutes(start, minute);
const interval: fc.Arbitrary<Interval> = fc
  .tuple(fc.nat({ max: 60 }), fc.nat({ max: 20 }))
  .map(([from, length]) => ({ from: at(from), to: at(from + length) }));
const set = fc.array(interval, { maxLength: 6 });

/** The oracle: the minutes of a set, one by one. */
function minutesIn(intervals: readonly Interval[]): Set<string> {
  const all = Array.from({ length: 100 }, (_, i) => at(i));
  return new Set(all.filter((minute) => intervals.some(({ from, to }) => from <= minute && minute < to)));
}

describe('a minute', () => {
  it.each([
    ['09:15:00', '09:15', '09:15'],
    ['09:15:01', '09:15', '09:16'],
    ['09:15:59', '09:15', '09:16'],
  ])('of %s begins at %s, and the next full one is %s', (text, floor, ceil) => {
    expect([floorMinute(clock(text)), ceilMinute(clock(text))]).toEqual([clock(floor), clock(ceil)]);
  });
});

describe('sets of stretches', () => {
  it('are united, cut and reduced as the sets of their minutes are', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        const [left, right] = [minutesIn(a), minutesIn(b)];
        expect(minutesIn(union(a))).toEqual(left);
        expect(minutesOf(a)).toBe(left.size);
        expect(minutesIn(common(a, b))).toEqual(new Set([...left].filter((minute) => right.has(minute))));
        expect(minutesIn(without(a, b))).toEqual(new Set([...left].filter((minute) => !right.has(minute))));
      }),
    );
  });

  it('come out in order, without touching one another and without empty ones', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        for (const result of [union(a), without(a, b), common(a, b)]) {
          for (const { from, to } of result) expect(from < to).toBe(true);
          result.slice(1).forEach(({ from }, i) => {
            expect((result[i]?.to ?? '') < from).toBe(true);
          });
        }
      }),
    );
  });

  it('give their first minutes in order of time', () => {
    fc.assert(
      fc.property(set, fc.nat({ max: 90 }), (a, minutes) => {
        const first = [...minutesIn(a)].sort().slice(0, minutes);
        expect([...minutesIn(head(a, minutes))].sort()).toEqual(first);
      }),
    );
  });

  it('keep their sum when one of them is split at any of its minutes', () => {
    fc.assert(
      fc.property(set, interval, fc.nat({ max: 20 }), (others, { from, to }, shift) => {
        const cut = addMinutes(from, Math.min(shift, minutesBetween(from, to)));
        const halves = [
          { from: cut, to },
          { from, to: cut },
        ];
        expect(minutesOf([...others, ...halves])).toBe(minutesOf([...others, { from, to }]));
      }),
    );
  });

  it('are left as they were', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        const before = structuredClone([a, b]);
        union(a);
        without(a, b);
        common(a, b);
        expect([a, b]).toEqual(before);
      }),
    );
  });
});
