import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { common, minutesOf } from '../../../../functions/domain/attendance/intervals.ts';
import { allot, allotByTime, type Claim, compare } from '../../../../functions/domain/hours/overlap.ts';
import { nearStretch, stretch } from './builders.ts';

const morning = stretch('2026-05-23 09:00', 180);
const claims: fc.Arbitrary<Claim[]> = fc
  .array(fc.array(nearStretch, { maxLength: 3 }), { maxLength: 6 })
  .map((all) => all.map((intervals, i) => ({ id: `entry-${i}`, intervals })));

describe('a minute that two sessions claim', () => {
  it('goes to the one that began first, and the other says so', () => {
    const late = { id: 'a', intervals: [stretch('2026-05-23 11:00', 120)] };
    const early = { id: 'b', intervals: [morning] };
    expect(allotByTime([late, early])).toEqual([
      { id: 'b', intervals: [morning], minutes: 180, overlaps: [], over: 0 },
      {
        id: 'a',
        intervals: [stretch('2026-05-23 12:00', 60)],
        minutes: 60,
        overlaps: [{ with: 'b', minutes: 60 }],
        over: 0,
      },
    ]);
  });

  it('goes, when they begin together, to the one that ends first; then by id', () => {
    const order = (...all: Claim[]) => allotByTime(all).map(({ id }) => id);
    const short = { id: 'z', intervals: [stretch('2026-05-23 09:00', 60)] };
    expect(order({ id: 'a', intervals: [morning] }, short)).toEqual(['z', 'a']);
    expect(order({ id: 'b', intervals: [morning] }, { id: 'a', intervals: [morning] })).toEqual(['a', 'b']);
  });

  it('stays free above what a claim may have at most', () => {
    const capped = allot({ id: 'a', intervals: [morning], most: 60 }, []);
    expect(capped).toMatchObject({ intervals: [stretch('2026-05-23 09:00', 60)], minutes: 60, over: 120 });
    expect(allot({ id: 'b', intervals: [morning] }, [capped])).toMatchObject({ minutes: 120, over: 0 });
  });
});

describe('the laws of allotment', () => {
  it('gives out the union, each minute once, whatever the order of the claims', () => {
    const shuffled = claims.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        const given = allotByTime(all);
        expect(allotByTime(other)).toEqual(given);
        const total = given.reduce((sum, { minutes }) => sum + minutes, 0);
        expect(total).toBe(minutesOf(all.flatMap(({ intervals }) => [...intervals])));
        given.forEach((a, i) => {
          for (const b of given.slice(i + 1)) expect(common(a.intervals, b.intervals)).toEqual([]);
        });
      }),
    );
  });

  it('explains every minute of a claim: got, or whose it is', () => {
    fc.assert(
      fc.property(claims, (all) => {
        for (const { id, minutes, overlaps, over } of allotByTime(all)) {
          const claimed = minutesOf(all.find((one) => one.id === id)?.intervals ?? []);
          expect(overlaps.reduce((sum, one) => sum + one.minutes, minutes + over)).toBe(claimed);
        }
      }),
    );
  });
});

it('compares texts by their characters', () => {
  expect(['b', 'a', 'B', 'a'].sort(compare)).toEqual(['B', 'a', 'a', 'b']);
});
