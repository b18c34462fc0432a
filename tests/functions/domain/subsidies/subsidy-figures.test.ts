import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Application, STATES } from '../../../../functions/domain/subsidies/application.ts';
import {
  shelfOf,
  subsidyPieces,
  subsidySource,
  subsidySums,
} from '../../../../functions/domain/subsidies/subsidy-figures.ts';

const at = '2026-11-24T02:00:00.000Z';
const anyApplication = fc
  .record({
    day: fc.constantFrom('2025-12-31', '2026-01-01', '2026-11-24'),
    rule: fc.constantFrom('a-award', 'b-award'),
    state: fc.constantFrom(...STATES),
    cents: fc.option(fc.nat(500_000), { nil: undefined }),
  })
  .map(
    ({ cents, ...more }): Application => ({
      ...{ id: 'a', person: 'her', version: 3, at, level: 'junior', unit: 's', desk: 'b', answers: {}, recorded: {} },
      ...{ ...more, steps: [{ move: 'apply', at, by: 'her' }] },
      ...(cents === undefined ? {} : { cents }),
    }),
  );

describe('the figures of subsidies', () => {
  it('come to every application and every cent, in the year of the application', () => {
    fc.assert(
      fc.property(fc.array(anyApplication, { maxLength: 20 }), (all) => {
        const shelves = subsidySums(all.flatMap(subsidyPieces));
        for (const year of ['2025', '2026']) {
          const own = all.filter(({ day }) => day.startsWith(year));
          const sums = Object.entries(shelves[shelfOf(year)] ?? {});
          const total = (sign: string) =>
            sums.filter(([name]) => name.startsWith(sign)).reduce((sum, [, n]) => sum + n, 0);
          expect(total('n:')).toBe(own.length);
          expect(total('f:')).toBe(own.reduce((sum, { cents = 0 }) => sum + cents, 0));
        }
      }),
    );
  });

  it('stand at the unit where somebody worked, and say nothing of who they are', () => {
    const application = fc.sample(anyApplication, 1)[0] as Application;
    expect(subsidySource.unitsOf(application)).toEqual(['s']);
    expect(subsidySource.stamp(application)).toEqual({ version: 3, at });
    expect(JSON.stringify(subsidyPieces(application))).not.toContain('her');
  });
});
