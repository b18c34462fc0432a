import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutesOf } from '../../../../functions/domain/attendance/intervals.ts';
import { countEntries } from '../../../../functions/domain/hours/count.ts';
import {
  type HoursEntry,
  type Learned,
  minutesIn,
  stateOf,
  type When,
} from '../../../../functions/domain/hours/entries.ts';
import { within } from '../../../../functions/domain/hours/split.ts';
import type { LocalCap } from '../../../../functions/domain/hours/targets.ts';
import { APPROVED, entry, nearStretch, PROPOSED, REVOKED, stretch, training } from './builders.ts';

const PERIOD = { from: '2024-05-10', last: '2027-05-09' };
const place = '360400';
const CAP: LocalCap = { place, category: '督导', capHours: 3, from: '2024-01-01', source: '九江市规定' };

const count = (...entries: HoursEntry[]) => countEntries(entries, [CAP], PERIOD);
const local = (id: string, when: When, category = '督导') => entry(id, { kind: 'local', when, place, category });

describe('entries in a registration period', () => {
  it('count by actual minutes, cut at the period’s borders', () => {
    const before = training('a', '2024-05-09 23:00', 120);
    const after = training('b', '2027-05-09 23:30', 60);
    expect(count(before, after)).toEqual({
      counted: { training: 90, degree: 0, taught: 0, local: 0 },
      lines: [
        { entry: 'a', code: 'counted', params: { minutes: 60 } },
        { entry: 'a', code: 'outside', params: { minutes: 60 } },
        { entry: 'b', code: 'counted', params: { minutes: 30 } },
        { entry: 'b', code: 'outside', params: { minutes: 30 } },
      ],
    });
  });

  it('count overlapping training once, for the one that began first', () => {
    const { counted, lines } = count(
      training('late', '2025-03-01 11:00', 120),
      training('early', '2025-03-01 09:00', 180),
    );
    expect(counted.training).toBe(240);
    expect(lines).toEqual([
      { entry: 'early', code: 'counted', params: { minutes: 180 } },
      { entry: 'late', code: 'counted', params: { minutes: 60 } },
      { entry: 'late', code: 'overlap', params: { minutes: 60, with: 'early' } },
    ]);
  });

  it('count nothing while nobody has approved them, and say by whom they were refused or revoked', () => {
    const who = { by: 'manager-2', at: REVOKED.at, why: '签到记录有误' };
    const { counted, lines } = count(
      training('a', '2025-01-01 09:00', 60, PROPOSED),
      training('b', '2025-01-02 09:00', 60, PROPOSED, { ...REVOKED, state: 'refused' }),
      training('c', '2025-01-03 09:00', 60, APPROVED, REVOKED),
    );
    expect(counted.training).toBe(0);
    expect(lines).toEqual([
      { entry: 'a', code: 'not-approved', params: { minutes: 60 } },
      { entry: 'b', code: 'refused', params: { minutes: 60, ...who } },
      { entry: 'c', code: 'revoked', params: { minutes: 60, ...who } },
    ]);
  });

  it('take no minute from others once they are revoked', () => {
    const { counted } = count(
      training('early', '2025-03-01 09:00', 180, APPROVED, REVOKED),
      training('late', '2025-03-01 11:00', 120),
    );
    expect(counted.training).toBe(120);
  });
});

describe('a degree', () => {
  const degree = (id: string, day: string, ...facts: Parameters<typeof entry>[2][]) =>
    entry(id, { kind: 'degree', day }, ...facts);

  it('counts 90 hours once in a lifetime', () => {
    const { counted, lines } = count(degree('master', '2026-07-01'), degree('bachelor', '2025-07-01'));
    expect(counted.degree).toBe(5400);
    expect(lines).toEqual([
      { entry: 'bachelor', code: 'counted', params: { minutes: 5400 } },
      { entry: 'master', code: 'degree-again', params: { minutes: 5400, first: 'bachelor' } },
    ]);
  });

  it('of an earlier period counts no more, and neither does the next one', () => {
    const { counted, lines } = count(degree('bachelor', '2020-07-01'), degree('master', '2026-07-01'));
    expect(counted.degree).toBe(0);
    expect(lines.map(({ code }) => code)).toEqual(['outside', 'degree-again']);
  });

  it('makes way for another when it is revoked', () => {
    const { counted } = count(degree('bachelor', '2020-07-01', APPROVED, REVOKED), degree('master', '2026-07-01'));
    expect(counted.degree).toBe(5400);
  });

  it.each(['2024-05-10', '2027-05-09'])('counts on %s, a border of the period', (day) => {
    expect(count(degree('bachelor', day)).counted.degree).toBe(5400);
  });

  it('holds the courses that led to it, and no others', () => {
    const when = { day: '2025-01-01', minutes: 960 };
    const { counted, lines } = count(
      degree('bachelor', '2025-07-01'),
      entry('course', { kind: 'taught', when, degree: 'bachelor' }),
      entry('other', { kind: 'taught', when }),
    );
    expect(counted).toMatchObject({ degree: 5400, taught: 960 });
    expect(lines).toContainEqual({ entry: 'course', code: 'in-degree', params: { minutes: 960, degree: 'bachelor' } });
  });

  it('that is not finished, or was of another period, leaves its courses their hours', () => {
    const course = entry('course', { kind: 'taught', when: { day: '2025-01-01', minutes: 960 }, degree: 'bachelor' });
    expect(count(course).counted.taught).toBe(960);
    expect(count(course, degree('bachelor', '2027-07-01')).counted.taught).toBe(960);
  });
});

describe('a local category', () => {
  it('counts up to its cap in a period, the earlier entry first', () => {
    const { counted, lines } = count(
      local('b', { day: '2025-02-01', minutes: 120 }),
      local('a', { day: '2025-01-01', minutes: 120 }),
    );
    expect(counted.local).toBe(180);
    const cap = { category: '督导', cap: 180, source: '九江市规定' };
    expect(lines).toEqual([
      { entry: 'a', code: 'counted', params: { minutes: 120 } },
      { entry: 'b', code: 'counted', params: { minutes: 60 } },
      { entry: 'b', code: 'capped', params: { minutes: 60, ...cap } },
    ]);
  });

  it('counts nothing where its place has no rule for it', () => {
    const { counted, lines } = count(local('a', { day: '2025-01-01', minutes: 120 }, '论文'));
    expect(counted.local).toBe(0);
    expect(lines).toEqual([{ entry: 'a', code: 'no-local-rule', params: { minutes: 120, place, category: '论文' } }]);
  });

  it('leaves the minutes of training to the training, though it began before', () => {
    const { counted } = count(
      local('a', { intervals: [stretch('2025-01-01 08:00', 120)] }),
      training('b', '2025-01-01 09:00', 180),
    );
    expect(counted).toMatchObject({ training: 180, local: 60 });
  });

  it('takes no minutes from another category above its cap', () => {
    const other: LocalCap = { ...CAP, category: '论文', capHours: 10 };
    const both = [
      local('a', { intervals: [stretch('2025-01-01 09:00', 300)] }),
      local('b', { intervals: [stretch('2025-01-01 10:00', 300)] }, '论文'),
    ];
    const { counted, lines } = countEntries(both, [CAP, other], PERIOD);
    expect(counted.local).toBe(180 + 180);
    expect(lines).toContainEqual({ entry: 'b', code: 'overlap', params: { minutes: 120, with: 'a' } });
  });
});

describe('the laws of counting', () => {
  const when: fc.Arbitrary<When> = fc.oneof(
    fc.array(nearStretch, { minLength: 1, maxLength: 2 }).map((intervals) => ({ intervals })),
    fc.record({ day: fc.constantFrom('2027-05-08', '2027-05-09', '2027-05-10'), minutes: fc.nat({ max: 600 }) }),
  );
  const learned: fc.Arbitrary<Learned> = fc.oneof(
    fc.record({ kind: fc.constant('training' as const), when }),
    fc.record({ kind: fc.constant('taught' as const), when, degree: fc.constantFrom(undefined, 'entry-0', 'entry-1') }),
    fc.record({
      kind: fc.constant('local' as const),
      when,
      place: fc.constant(place),
      category: fc.constantFrom('督导', '论文', '其他'),
    }),
    fc.record({ kind: fc.constant('degree' as const), day: fc.constantFrom('2027-05-01', '2027-05-09', '2027-05-10') }),
  );
  const facts = fc.constantFrom([APPROVED], [APPROVED], [PROPOSED], [PROPOSED, APPROVED], [APPROVED, REVOKED]);
  const entries = fc
    .array(fc.tuple(learned, facts), { maxLength: 8 })
    .map((all) => all.map(([one, states], i) => entry(`entry-${i}`, one, ...states)));
  const CAPS = [CAP, { ...CAP, category: '论文', capHours: 5 }];

  it('explains every minute of every entry', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const { counted, lines } = countEntries(all, CAPS, PERIOD);
        for (const one of all) {
          const own = lines.filter((line) => line.entry === one.id);
          expect(own.reduce((sum, { params }) => sum + params.minutes, 0)).toBe(minutesIn(one));
          const isCounted = own.some(({ code }) => code === 'counted');
          expect(!isCounted || stateOf(one).state === 'approved').toBe(true);
        }
        const total = lines.reduce((sum, { code, params }) => (code === 'counted' ? sum + params.minutes : sum), 0);
        expect(Object.values(counted).reduce((sum, minutes) => sum + minutes, 0)).toBe(total);
      }),
    );
  });

  it('never counts a minute twice, a degree twice, or a category above its cap', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const { counted } = countEntries(all, CAPS, PERIOD);
        expect([0, 5400]).toContain(counted.degree);
        expect(counted.local).toBeLessThanOrEqual(8 * 60);
        const timed = all.flatMap((one) =>
          one.kind !== 'degree' && 'intervals' in one.when ? [one.when.intervals] : [],
        );
        const dated = all.flatMap((one) => (one.kind !== 'degree' && 'day' in one.when ? [one.when.minutes] : []));
        const most = minutesOf(within(timed.flat(), PERIOD)) + dated.reduce((sum, minutes) => sum + minutes, 0);
        expect(counted.training + counted.taught + counted.local).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('does not depend on the order of the entries', () => {
    const shuffled = entries.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(countEntries(other, CAPS, PERIOD)).toEqual(countEntries(all, CAPS, PERIOD));
      }),
    );
  });

  it('counts training of two periods as much as without the border between them', () => {
    const trainings = fc
      .array(nearStretch, { maxLength: 6 })
      .map((all) => all.map((one, i) => entry(`entry-${i}`, { kind: 'training', when: { intervals: [one] } })));
    fc.assert(
      fc.property(trainings, (all) => {
        const next = { from: '2027-05-10', last: '2030-05-09' };
        const [before, after] = [PERIOD, next].map((period) => countEntries(all, [], period).counted.training);
        const both = countEntries(all, [], { from: PERIOD.from, last: next.last }).counted.training;
        expect((before ?? 0) + (after ?? 0)).toBe(both);
      }),
    );
  });
});
