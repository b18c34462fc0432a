import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIONS, reachFor } from '../../../../functions/domain/access/actions.ts';
import { grantsOn, mayGrant, ROLES } from '../../../../functions/domain/access/roles.ts';
import { addDays } from '../../../../functions/domain/time.ts';
import { grantOf } from './builders.ts';

/** From least to most. What is one's own everybody has, so it is nothing to give. */
const FARNESS = { none: 0, self: 0, own: 1, below: 2, subtree: 3, all: 4 };

describe('the grants of a day', () => {
  it('are those that began by then and have not ended', () => {
    const [past, now, future] = [
      { ...grantOf('worker'), to: '2026-03-01' },
      { ...grantOf('liaison'), from: '2026-03-01' },
      { ...grantOf('trainer'), from: '2026-03-02' },
    ] as const;
    expect(grantsOn([past, now, future], '2026-02-28')).toEqual([past]);
    expect(grantsOn([past, now, future], '2026-03-01')).toEqual([now]);
    expect(grantsOn([past, now, future], '2026-03-02')).toEqual([now, future]);
  });

  it('never hold both of two roles of which one follows on the other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), (days) => {
        const [before, after] = [
          { ...grantOf('worker'), to: '2026-02-01' },
          { ...grantOf('liaison'), from: '2026-02-01' },
        ];
        expect(grantsOn([before, after], addDays('2026-01-01', days))).toHaveLength(1);
      }),
    );
  });
});

describe('who may grant which role', () => {
  it.each([
    ['candidate', []],
    ['worker', []],
    ['trainer', []],
    ['liaison', ['candidate', 'worker']],
    ['unit-manager', ['candidate', 'worker', 'trainer', 'liaison', 'unit-manager']],
    ['bureau-reader', []],
    ['bureau-manager', ROLES.filter((role) => role !== 'auditor' && role !== 'operator')],
    ['auditor', []],
    ['operator', ROLES],
  ] as const)('%s grants %j', (by, roles) => {
    expect(mayGrant[by]).toEqual(roles);
  });

  const pairs = ROLES.flatMap((by) => mayGrant[by].map((role) => [by, role] as const));

  // A unit's own word about its work is not its bureau's to give, and those who give it are appointed by the bureau all the same.
  const ofUnits: readonly string[] = ['scoreOwnWork'];

  // Operators appoint people to do what operators themselves have no business doing: opening identity numbers.
  it.each(pairs.filter(([by]) => by !== 'operator'))('%s grants in %s nothing that reaches farther', (by, role) => {
    const farther = ACTIONS.filter((action) => FARNESS[reachFor(action, role)] > FARNESS[reachFor(action, by)]);
    expect(farther.filter((action) => !ofUnits.includes(action))).toEqual([]);
  });

  it.each(pairs)('%s grants %s, and so all that a %2$s grants', (by, role) => {
    expect(mayGrant[role].filter((one) => !mayGrant[by].includes(one))).toEqual([]);
  });

  it('lets every role that grants any reach some place to do so, and no other', () => {
    for (const action of ['grantRole', 'endRole'] as const) {
      const reaching = ROLES.filter((role) => reachFor(action, role) !== 'none');
      expect(reaching).toEqual(ROLES.filter((role) => mayGrant[role].length > 0));
    }
  });

  it('leaves every role to somebody, and operators to operators', () => {
    expect(ROLES.filter((role) => !ROLES.some((by) => mayGrant[by].includes(role)))).toEqual([]);
    expect(ROLES.filter((by) => mayGrant[by].includes('operator'))).toEqual(['operator']);
  });
});
