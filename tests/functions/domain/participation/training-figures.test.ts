// What training adds to figures, against counts made by looking at every entry again for each figure.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { additionsOf } from '../../../../functions/domain/figures/additions.ts';
import { chainsOf } from '../../../../functions/domain/figures/chains.ts';
import { COUNTING_RULES, MEASURE_OF_RULE } from '../../../../functions/domain/participation/rules.ts';
import { MONTHS, peopleIn, SCOPES, type Scope } from '../../../../functions/domain/participation/scopes.ts';
import { came, type TrainingEntry } from '../../../../functions/domain/participation/training.ts';
import {
  peopleShelf,
  trainingPieces,
  trainingSource,
  trainingSums,
} from '../../../../functions/domain/participation/training-figures.ts';
import { unit } from '../units/builders.ts';
import { entries, entry, UNITS } from './builders.ts';

const SHELF = 'training#2026';
const PERIODS: Record<string, [number, number]> = {
  ...Object.fromEntries(MONTHS.map((month) => [month, [Number(month), Number(month)]])),
  ...{ Q1: [1, 3], Q2: [4, 6], Q3: [7, 9], Q4: [10, 12], H1: [1, 6], H2: [7, 12], Y: [1, 12] },
};

/** Station below street below bureau, on every day. */
const units = new Map(UNITS.map((id, i) => [id as string, unit(id, UNITS[i + 1] ?? null)]));
const chains = chainsOf((id) => units.get(id));

const isOf = (scope: Scope) => (one: TrainingEntry) =>
  scope === 'all' || scope === `kind:${one.kind}` || scope === `form:${one.form}`;
const monthOf = ({ day }: TrainingEntry) => Number(day.slice(5, 7));

const sumsOf = (all: readonly TrainingEntry[]) => trainingSums(trainingPieces({ entries: all }));

describe('trainingSums', () => {
  it('counts one morning by every rule', () => {
    expect(sumsOf([entry()])).toEqual({
      [SHELF]: expect.objectContaining({ 't:04:all': 1, 'd:04:all': 1, 'c:04:all': 1, 'm:04:all': 180, 's:04:all': 1 }),
      ...{ [peopleShelf('2026', 'all')]: { '008': 1 }, [peopleShelf('2026', 'kind:pre-exam')]: { '008': 1 } },
      [peopleShelf('2026', 'form:on-site')]: { '008': 1 },
    });
  });

  it('counts two sessions of one day and one of the next by their rules', () => {
    const day = { '1': '2026-04-01', '2': '2026-04-01', '3': '2026-05-06' };
    const all = Object.entries(day).map(([n, on]) => entry({ session: `course-1-00${n}`, day: on }));
    const sums = sumsOf(all)[SHELF] ?? {};
    const of = (name: string) => [sums[`${name}:04:all`] ?? 0, sums[`${name}:05:all`] ?? 0];
    expect({ t: of('t'), d: of('d'), c: of('c'), n: of('n'), year: sums['n:Y:all'] }).toEqual({
      ...{ t: [2, 1], d: [1, 1], c: [1, 0], n: [1, 1], year: 1 },
    });
  });

  it('counts nobody who was absent or on leave as come, but as one who should have', () => {
    const sums = sumsOf([entry({ state: 'absent' }), entry({ session: 'course-1-002', state: 'excused', minutes: 0 })]);
    expect(sums[SHELF]).toMatchObject({ 's:04:all': 2, 'l:04:all': 1, 'm:04:all': 180 });
    expect(Object.keys(sums)).toEqual([SHELF]);
    expect(Object.keys(sums[SHELF] ?? {}).filter((name) => /^[tadcn]:/.test(name))).toEqual([]);
  });

  it('counts a walk-in as come and not as one who should have', () => {
    expect(sumsOf([entry({ enrolled: false })])[SHELF]).toMatchObject({ 't:04:all': 1 });
    expect(sumsOf([entry({ enrolled: false })])[SHELF]).not.toHaveProperty('s:04:all');
  });

  it('counts what somebody of no unit did at none', () => {
    expect(sumsOf([entry({ unit: undefined })])).toEqual({});
  });

  it('is what counting every figure by itself gives', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const counted = all.filter(({ unit }) => unit !== undefined);
        const sums = sumsOf(all)[SHELF] ?? {};
        for (const scope of SCOPES) {
          const own = counted.filter(isOf(scope));
          const there = own.filter(came);
          const inMonth = (some: readonly TrainingEntry[], month: string) =>
            some.filter((one) => monthOf(one) === Number(month));
          for (const month of MONTHS) {
            const [mine, at] = [inMonth(own, month), inMonth(there, month)];
            const begun = [...new Set(there.map(({ course }) => course))].filter((course) => {
              const days = there.filter((one) => one.course === course).map(({ day }) => day);
              return days.sort()[0]?.slice(5, 7) === month;
            });
            const wanted = {
              t: at.length,
              d: new Set(at.map(({ day }) => day)).size,
              c: begun.length,
              v: mine.reduce((sum, { views }) => sum + views, 0),
              m: mine.reduce((sum, { minutes }) => sum + minutes, 0),
              s: mine.filter(({ enrolled }) => enrolled).length,
              a: at.filter(({ enrolled }) => enrolled).length,
              l: mine.filter(({ enrolled, state }) => enrolled && state === 'excused').length,
            };
            const found = Object.fromEntries(
              Object.keys(wanted).map((name) => [name, sums[`${name}:${month}:${scope}`] ?? 0]),
            );
            expect(found).toEqual(wanted);
          }
          for (const [period, [from, to]] of Object.entries(PERIODS)) {
            const isThere = there.some((one) => from <= monthOf(one) && monthOf(one) <= to);
            expect(sums[`n:${period}:${scope}`] ?? 0).toBe(isThere ? 1 : 0);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order of the pieces', () => {
    fc.assert(
      fc.property(entries, fc.infiniteStream(fc.integer({ min: 0, max: 1_000_000 })), (all, keys) => {
        const shuffled = all.map((one) => ({ one, key: keys.next().value })).sort((a, b) => a.key - b.key);
        expect(sumsOf(shuffled.map(({ one }) => one))).toEqual(sumsOf(all));
      }),
      { numRuns: 60 },
    );
  });

  it('gives a unit above no more people than those below together, no fewer than the most of them, and never more than attendances', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const found = additionsOf(trainingPieces({ entries: all }), trainingSums, chains);
        const at = (unit: string, part: string) =>
          found.find((one) => one.unit === unit && one.part === part && one.shelf === SHELF)?.sums ?? {};
        for (const name of ['n:Y:all', 'n:Q2:all', 'n:04:all']) {
          const [top = 0, middle = 0] = [at('bureau', 'then')[name], at('street', 'then')[name]];
          const own = at('bureau', 'own')[name] ?? 0;
          expect(top).toBeLessThanOrEqual(middle + own);
          expect(top).toBeGreaterThanOrEqual(Math.max(middle, own));
        }
        for (const month of MONTHS) {
          const sums = at('bureau', 'then');
          const [t = 0, d = 0, c = 0, n = 0] = ['t', 'd', 'c', 'n'].map((name) => sums[`${name}:${month}:all`]);
          expect(n).toBeLessThanOrEqual(d);
          expect(d).toBeLessThanOrEqual(t);
          expect(c).toBeLessThanOrEqual(t);
          const parts = UNITS.map((unit) => at(unit, 'own')[`t:${month}:all`] ?? 0);
          expect(t).toBe(parts.reduce((sum, part) => sum + part, 0));
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('the shelf of patterns', () => {
  it('gives the people of any range of months, as looking at everybody does', () => {
    const range = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }));
    const crowd = fc.array(entries, { maxLength: 8 });
    fc.assert(
      fc.property(crowd, range, fc.constantFrom(...SCOPES), (people, [a, b], scope) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const shelf: Record<string, number> = {};
        for (const all of people) {
          for (const [pattern, count] of Object.entries(sumsOf(all)[peopleShelf('2026', scope)] ?? {})) {
            shelf[pattern] = (shelf[pattern] ?? 0) + count;
          }
        }
        const there = people.filter((all) =>
          all.some(
            (one) =>
              one.unit !== undefined && came(one) && isOf(scope)(one) && from <= monthOf(one) && monthOf(one) <= to,
          ),
        );
        expect(peopleIn(shelf, { from, to })).toBe(there.length);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the rules of counting', () => {
  it('each have a figure of their own', () => {
    const sums = sumsOf([entry({ views: 2, form: 'recorded' })])[SHELF] ?? {};
    const counted = COUNTING_RULES.map((rule) => [rule, sums[`${MEASURE_OF_RULE[rule]}:04:all`]]);
    expect(Object.fromEntries(counted)).toEqual({ per_session: 1, per_day: 1, per_course: 1, per_online_view: 2 });
  });
});

describe('trainingSource', () => {
  it('asks for the units that its pieces are of', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const fact = { person: 'p', year: '2026', entries: all, version: 3, at: '2026-06-01T00:00:00.000Z' };
        const named = new Set(trainingSource.pieces(fact, () => undefined).map(({ unit }) => unit));
        expect(new Set(trainingSource.unitsOf(fact))).toEqual(named);
        expect(trainingSource.stamp(fact)).toEqual({ version: 3, at: fact.at });
      }),
    );
  });

  it('gives pieces without a name of anybody, as plain data', () => {
    const fact = { person: 'p', year: '2026', entries: [entry()], version: 1, at: '2026-06-01T00:00:00.000Z' };
    const [piece] = trainingSource.pieces(fact, () => undefined);
    expect(JSON.parse(JSON.stringify(piece))).toEqual(piece);
    expect(JSON.stringify(piece)).not.toContain('"p"');
  });
});
