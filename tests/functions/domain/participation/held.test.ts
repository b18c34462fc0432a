// A course as it was held, against counts made from everybody's entries at the end; and what it adds to figures.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Course, Session } from '../../../../functions/domain/courses/course.ts';
import { type HeldCourse, heldOf, withShares } from '../../../../functions/domain/participation/held.ts';
import { heldPieces, heldSource, heldSums } from '../../../../functions/domain/participation/held-figures.ts';
import { came, type TrainingEntry } from '../../../../functions/domain/participation/training.ts';
import { entry } from './builders.ts';

const AT = '2026-06-01T02:00:00.000Z';

const course = {
  ...{ id: 'course-1', unit: 'centre', kind: 'pre-exam', state: 'closed', version: 9 },
  provider: { name: '培训机构', costCents: 1_250_000 },
} as Course;

const session = (n: number, more: Partial<Session> = {}) =>
  ({
    ...{ id: `course-1-00${n}`, course: 'course-1', form: 'on-site', state: 'planned' },
    ...{ startsAt: '2026-04-01T01:00:00.000Z', endsAt: '2026-04-01T04:00:00.000Z' },
    ...more,
  }) as Session;

const sessions = [
  session(1),
  session(2, { startsAt: '2026-04-01T06:00:00.000Z', endsAt: '2026-04-01T08:00:00.000Z' }),
  session(3, { form: 'live', startsAt: '2026-05-04T22:00:00.000Z', endsAt: '2026-05-05T00:30:00.000Z' }),
  session(4, {
    ...{ form: 'recorded', startsAt: '2026-05-01T00:00:00.000Z', endsAt: '2026-05-04T00:00:00.000Z' },
    lessons: [45, 30].map((minutes) => ({ title: '网课', minutes, link: 'https://example.cn/1' })),
  }),
  session(5, { state: 'cancelled', startsAt: '2026-07-01T00:00:00.000Z', endsAt: '2026-07-01T03:00:00.000Z' }),
];

function begun(): HeldCourse {
  const held = heldOf(course, sessions, AT);
  if (held === undefined) throw new Error('it was held');
  return held;
}

const FORM = { '1': 'on-site', '2': 'on-site', '3': 'live', '4': 'recorded' } as const;

/** Somebody's entries: at which sessions they were, and at which they were not. */
const somebody = fc
  .record({
    states: fc.array(fc.constantFrom('present', 'absent', 'excused'), { maxLength: 4 }),
    enrolled: fc.boolean(),
  })
  .map(({ states, enrolled }) =>
    (states as TrainingEntry['state'][]).map((state, i) => {
      const n = String(i + 1) as keyof typeof FORM;
      return entry({ session: `course-1-00${n}`, form: FORM[n], state, enrolled });
    }),
  );

describe('heldOf', () => {
  it('takes the sessions that took place, with their days in China and their lengths', () => {
    const held = begun();
    expect(held.sessions.map(({ day, minutes }) => [day, minutes])).toEqual([
      ['2026-04-01', 180],
      ['2026-04-01', 120],
      ['2026-05-05', 150],
      ['2026-05-01', 75],
    ]);
    expect(held).toMatchObject({ day: '2026-05-05', cents: 1_250_000, version: 1, enrolled: 0, people: {} });
  });

  it('gives none for a course of which no session took place', () => {
    expect(heldOf(course, [session(1, { state: 'cancelled' })], AT)).toBeUndefined();
  });
});

describe('withShares', () => {
  it('comes to what everybody’s entries say, whatever they were before', () => {
    const life = fc.array(somebody, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(life, { maxLength: 12 }), (people) => {
        let held = begun();
        for (const steps of people) {
          steps.forEach((after, i) => {
            const before = steps[i - 1] ?? [];
            held = withShares(held, [{ before, after }], AT) ?? held;
          });
        }
        const last = people.map((steps) => steps.at(-1) ?? []);
        const seats = last.filter((own) => own.some(({ enrolled }) => enrolled));
        expect(held.enrolled).toBe(seats.length);
        expect(held.noShows).toBe(seats.filter((own) => !own.some(came)).length);
        for (const { id, came: count } of held.sessions) {
          expect(count).toBe(last.flat().filter((one) => one.session === id && came(one)).length);
        }
        const all = Object.values(held.people).reduce((sum, count) => sum + count, 0);
        expect(all).toBe(last.filter((own) => own.some(came)).length);
        expect(Object.values(held.people).every((count) => count > 0)).toBe(true);
      }),
    );
  });

  it('is no new version when nothing changes, and takes many people at once as one', () => {
    const own = [entry(), entry({ session: 'course-1-002', state: 'absent' })];
    expect(withShares(begun(), [{ before: own, after: own }], AT)).toBeUndefined();
    const once = withShares(
      begun(),
      [own, own].map((after) => ({ before: [], after })),
      AT,
    );
    expect(once).toMatchObject({ version: 2, enrolled: 2, people: { 'on-site': 2 } });
  });
});

describe('heldSums', () => {
  const share = (...all: TrainingEntry[]) => ({ before: [], after: all });
  const held = withShares(
    begun(),
    [
      share(entry(), entry({ session: 'course-1-003', form: 'live' })),
      share(entry({ enrolled: false })),
      share(entry({ state: 'absent' })),
    ],
    AT,
  ) as HeldCourse;
  const sums = heldSums(heldPieces(held))['held#2026'] ?? {};

  it('counts sessions by their own months and forms', () => {
    const of = (name: string, scope: string) => [sums[`${name}:04:${scope}`] ?? 0, sums[`${name}:05:${scope}`] ?? 0];
    expect({ h: of('h', 'all'), d: of('d', 'all'), m: of('m', 'all'), t: of('t', 'all') }).toEqual({
      ...{ h: [2, 2], d: [1, 2], m: [300, 225], t: [2, 1] },
    });
    expect([of('h', 'form:on-site'), of('d', 'form:on-site'), of('h', 'kind:pre-exam')]).toEqual([
      [2, 0],
      [1, 0],
      [2, 2],
    ]);
  });

  it('counts the course as a whole in the month of its last session, under each of its forms', () => {
    const of = (scope: string) =>
      Object.fromEntries(['k', 'e', 'x', 'f', 'g'].map((n) => [n, sums[`${n}:05:${scope}`] ?? 0]));
    expect(of('all')).toEqual({ k: 1, e: 2, x: 1, f: 1_250_000, g: 2 });
    expect([of('form:live').g, of('form:on-site').g, of('form:recorded').g]).toEqual([1, 2, 0]);
    expect(of('form:recorded').k).toBe(1);
    expect(Object.keys(sums).filter((name) => /^[kexfg]:04/.test(name))).toEqual([]);
  });

  it('stands at the organiser alone, in any order of its pieces', () => {
    expect(heldSource.unitsOf(held)).toEqual(['centre']);
    expect(heldSums(heldPieces(held).reverse())).toEqual({ 'held#2026': sums });
    expect(heldSource.stamp(held)).toEqual({ version: 2, at: AT });
  });
});
