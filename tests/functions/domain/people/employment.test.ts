import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Employment,
  employ,
  employmentsOn,
  leave,
  socialWorkYears,
  transfer,
} from '../../../../functions/domain/people/employment.ts';
import { holdsOn, overlap } from '../../../../functions/domain/period.ts';
import { addDays } from '../../../../functions/domain/time.ts';
import { anyEmployments, employmentOf, nearDay } from './builders.ts';

const grid = employmentOf('2022-03-01');

describe('a transfer', () => {
  it('ends one employment and begins the next on the same day, with a change of post', () => {
    const begun = { unit: 'station-b', post: 'community-worker', established: false, from: '2026-07-01' } as const;
    const ended = { ...grid, to: '2026-07-01' };
    const change = { to: 'station-b', day: '2026-07-01', post: 'community-worker' } as const;
    expect(transfer([grid], change)).toEqual({
      ok: true,
      employments: [ended, begun],
      ended,
      begun,
      changesPost: true,
    });
  });

  it('changes nothing that is not said, the end of the term included', () => {
    const established = { ...employmentOf('2022-03-01', '2027-03-01'), established: true };
    const done = transfer([established], { to: 'station-b', day: '2026-07-01' });
    expect(done).toMatchObject({
      begun: { post: 'grid-worker', established: true, to: '2027-03-01' },
      changesPost: false,
    });
  });

  it('changes the post, or the establishment, within a unit', () => {
    const change = { to: 'station-a', day: '2026-07-01' };
    expect(transfer([grid], { ...change, post: 'supervisor' })).toMatchObject({ ok: true, changesPost: true });
    expect(transfer([grid], { ...change, established: true })).toMatchObject({ ok: true, changesPost: false });
  });

  const second = employmentOf('2023-01-01', undefined, 'station-b');

  it('names the unit that is left where there are several', () => {
    const done = transfer([grid, second], { from: 'station-b', to: 'station-c', day: '2026-07-01' });
    expect(done).toMatchObject({ ok: true, employments: [grid, { to: '2026-07-01' }, { unit: 'station-c' }] });
  });

  it.each([
    ['not-employed', [], { to: 'station-b', day: '2026-07-01' }],
    ['not-employed', [employmentOf('2022-03-01', '2026-07-01')], { to: 'station-b', day: '2026-07-01' }],
    ['not-employed', [grid], { from: 'station-c', to: 'station-b', day: '2026-07-01' }],
    ['not-employed', [grid], { to: 'station-b', day: '2022-02-28' }],
    ['ambiguous', [grid, second], { to: 'station-c', day: '2026-07-01' }],
    ['too-early', [grid], { to: 'station-b', day: '2022-03-01' }],
    ['no-change', [grid], { to: 'station-a', day: '2026-07-01', post: 'grid-worker' }],
    ['already-there', [grid, second], { from: 'station-a', to: 'station-b', day: '2026-07-01' }],
    [
      'already-there',
      [grid, employmentOf('2026-09-01', undefined, 'station-b')],
      { to: 'station-b', day: '2026-07-01' },
    ],
  ] as const)('is refused as %s', (reason, employments, change) => {
    expect(transfer(employments, change)).toEqual({ ok: false, reason });
  });

  it('leaves every earlier day as it was, and moves exactly one employment', () => {
    const to = fc.constantFrom('station-b', 'station-c');
    fc.assert(
      fc.property(anyEmployments, nearDay, to, (employments, day, unit) => {
        const done = transfer(employments, { from: 'station-a', to: unit, day });
        if (!done.ok) return;
        const shown = (list: readonly Employment[], on: string) =>
          employmentsOn(list, on).map(({ unit: at, post, from }) => `${at} ${post} ${from}`);
        for (const back of [1, 30, 400]) {
          const earlier = addDays(day, -back);
          expect(shown(done.employments, earlier)).toEqual(shown(employments, earlier));
        }
        expect(employmentsOn(done.employments, day)).toHaveLength(employmentsOn(employments, day).length);
        expect(done.employments).toHaveLength(employments.length + 1);
        expect(holdsOn(done.ended, day)).toBe(false);
      }),
    );
  });
});

describe('employing', () => {
  const back = employmentOf('2026-07-01');

  it('begins again where somebody had left, from the day they left on', () => {
    const gone = employmentOf('2022-03-01', '2026-07-01');
    expect(employ([gone], back)).toEqual({ ok: true, employments: [gone, back] });
  });

  it('begins at a second unit beside the first', () => {
    const second = employmentOf('2026-07-01', '2027-01-01', 'station-b');
    expect(employ([grid], second)).toEqual({ ok: true, employments: [grid, second] });
  });

  it.each([
    ['already-there', [grid], back],
    ['already-there', [employmentOf('2022-03-01', '2026-07-02')], back],
    ['already-there', [employmentOf('2027-01-01')], back],
    ['empty-span', [], employmentOf('2026-07-01', '2026-07-01')],
    ['empty-span', [], employmentOf('2026-07-01', '2026-06-30')],
  ] as const)('is refused as %s', (reason, employments, begun) => {
    expect(employ(employments, begun)).toEqual({ ok: false, reason });
  });

  it('changes nothing that was, and never lets two employments at one unit share a day', () => {
    fc.assert(
      fc.property(anyEmployments, (wanted) => {
        let employments: Employment[] = [];
        for (const one of wanted) {
          const done = employ(employments, one);
          const meets = employments.some((other) => other.unit === one.unit && overlap(other, one));
          expect(done.ok).toBe(!meets);
          if (!done.ok) continue;
          expect(done.employments).toEqual([...employments, one]);
          employments = done.employments;
        }
      }),
    );
  });
});

describe('leaving', () => {
  it('ends the employment on the day, which is the first one away', () => {
    const done = leave([grid], { day: '2026-07-01' });
    expect(done).toMatchObject({ ok: true, before: grid, ended: { to: '2026-07-01' } });
    expect(done.ok && employmentsOn(done.employments, '2026-06-30')).toHaveLength(1);
    expect(done.ok && employmentsOn(done.employments, '2026-07-01')).toHaveLength(0);
  });

  it('is refused for whoever is not there', () => {
    expect(leave([grid], { from: 'station-b', day: '2026-07-01' })).toEqual({ ok: false, reason: 'not-employed' });
  });
});

describe('years of social work', () => {
  const until = '2026-12-31';

  it.each<[string, Employment[], number]>([
    ['nothing', [], 0],
    ['four years to the day', [employmentOf('2023-01-01')], 4],
    ['a day less than four years', [employmentOf('2023-01-02')], 3],
    ['a common year', [employmentOf('2022-03-01', '2023-03-01')], 1],
    ['the same years at two units', [employmentOf('2023-01-01'), employmentOf('2023-01-01', undefined, 'b')], 4],
    ['two halves that touch', [employmentOf('2024-01-01', '2024-07-01'), employmentOf('2024-07-01', '2025-01-01')], 1],
    ['two halves with a gap', [employmentOf('2020-01-01', '2020-07-01'), employmentOf('2021-07-01', '2022-01-01')], 1],
    [
      'two halves of common years',
      [employmentOf('2021-01-01', '2021-07-01'), employmentOf('2022-07-01', '2023-01-01')],
      1,
    ],
    ['two short halves', [employmentOf('2021-01-01', '2021-06-30'), employmentOf('2022-07-02', '2023-01-01')], 0],
    ['a day less than a leap year', [employmentOf('2024-01-01', '2024-12-31')], 0],
    [
      'a year in two parts that touch',
      [employmentOf('2022-11-16', '2022-12-01'), employmentOf('2022-12-01', '2023-11-16')],
      1,
    ],
    [
      'a short time within a longer one',
      [employmentOf('2023-01-01'), employmentOf('2024-01-01', '2024-03-01', 'b')],
      4,
    ],
    ['what begins after the day', [employmentOf('2027-01-01')], 0],
    ['what goes on after the day', [employmentOf('2025-01-01', '2030-01-01')], 2],
    ['volunteering', [{ ...employmentOf('2015-01-01'), post: 'volunteer' }], 0],
  ])('are counted of %s', (_what, employments, years) => {
    expect(socialWorkYears(employments, until)).toBe(years);
  });

  it('count the posts that the place of registration counts', () => {
    const volunteer = [{ ...employmentOf('2023-01-01'), post: 'volunteer' } as const];
    expect(socialWorkYears(volunteer, until, ['volunteer'])).toBe(4);
    expect(socialWorkYears([grid], until, ['social-worker'])).toBe(0);
  });

  it('never get fewer as days pass, nor depend on the order of employments', () => {
    fc.assert(
      fc.property(anyEmployments, nearDay, fc.integer({ min: 0, max: 800 }), (employments, day, more) => {
        const years = socialWorkYears(employments, day);
        expect(socialWorkYears(employments, addDays(day, more))).toBeGreaterThanOrEqual(years);
        expect(socialWorkYears([...employments].reverse(), day)).toBe(years);
        expect(socialWorkYears([...employments, ...employments], day)).toBe(years);
      }),
    );
  });

  it('are within a year of the days that are covered, counted one by one', () => {
    fc.assert(
      fc.property(anyEmployments, nearDay, (employments, until) => {
        const working = employments.filter(({ post }) => post !== 'volunteer');
        let covered = 0;
        for (let day = '2018-01-01'; day <= until; day = addDays(day, 1)) {
          if (working.some((employment) => holdsOn(employment, day))) covered += 1;
        }
        const years = socialWorkYears(employments, until);
        // A month may have 28 days, a month of leftovers has 31: some days more or less for each span.
        expect(years).toBeLessThanOrEqual((covered + 15) / 365);
        expect(years).toBeGreaterThan((covered - 15) / 365.25 - 1);
      }),
      { numRuns: 50 },
    );
  });
});
