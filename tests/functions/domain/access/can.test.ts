import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../../../../functions/domain/access/actions.ts';
import {
  type Actor,
  actorOn,
  can,
  canEnd,
  canGrant,
  ofPerson,
  type Place,
  reachOf,
} from '../../../../functions/domain/access/can.ts';
import { type Grant, ROLES } from '../../../../functions/domain/access/roles.ts';
import { anyGrant, anyGrants, anyUnit, grantOf, pathOf, placeOf, TODAY, UNIT_AT, UNITS } from './builders.ts';
import { MATRIX, PLACES, type Where } from './matrix.ts';

const ME = 'person-me';
const GUEST: Actor = { kind: 'guest' };
const anyAction = fc.constantFrom(...ACTIONS);

function withGrants(...grants: Grant[]): Actor {
  return actorOn(ME, grants, TODAY);
}

function at(where: Where, person?: string): Place {
  return placeOf(where === 'nowhere' ? undefined : UNIT_AT[where], person);
}

describe('the table of permissions', () => {
  it('has a cell in the matrix for every action and role', () => {
    expect(MATRIX.map(({ action }) => action)).toEqual(ACTIONS.flatMap((action) => ROLES.map(() => action)));
    expect(MATRIX.map(({ role }) => role)).toEqual(ACTIONS.flatMap(() => ROLES));
    expect(Object.keys(can)).toEqual(ACTIONS);
  });

  it.each(MATRIX)('lets $role do $action at $reached', ({ action, role, reached }) => {
    const actor = withGrants(grantOf(role));
    expect(PLACES.filter((where) => can[action](actor, at(where)))).toEqual(PLACES.filter((w) => reached.includes(w)));
  });

  it.each(MATRIX.filter(({ personal }) => personal))(
    'lets $role do $action to themselves alone',
    ({ action, role }) => {
      const actor = withGrants(grantOf(role));
      expect(can[action](actor, ofPerson(ME))).toBe(true);
      expect(can[action](actor, ofPerson(`${ME}2`))).toBe(false);
      expect(can[action](actor, { ancestors: pathOf('11') })).toBe(false);
    },
  );

  it.each(MATRIX.filter(({ personal }) => !personal))(
    'gives $role no more of $action where the record is their own',
    ({ action, role }) => {
      const actor = withGrants(grantOf(role));
      expect(PLACES.filter((w) => can[action](actor, at(w, ME)))).toEqual(
        PLACES.filter((w) => can[action](actor, at(w))),
      );
    },
  );

  it.each(ACTIONS)('gives %s to no guest, anywhere', (action) => {
    expect(PLACES.filter((where) => can[action](GUEST, at(where)))).toEqual([]);
    expect(reachOf(GUEST, action)).toEqual([]);
  });

  it('gives somebody without a grant what is their own, and nothing else', () => {
    const exams = ['keepOwnExams', 'applySubsidy', 'sitPaper'];
    const training = ['enrol', 'checkIn', 'readOwnTraining', 'proposeHours', ...exams];
    const own = [...training, 'keepJournal', 'reportQuestion', 'readSelf', 'changeSelf', 'exportSelf', 'deleteSelf'];
    expect(ACTIONS.filter((action) => can[action](withGrants(), { ancestors: pathOf('11'), person: ME }))).toEqual(own);
    expect(ACTIONS.filter((action) => can[action](withGrants(), placeOf('11')))).toEqual([]);
  });
});

describe('a grant', () => {
  it.each([
    ['that ended today', { to: TODAY }, false],
    ['that begins tomorrow', { from: '2026-11-24' }, false],
    ['that began today', { from: TODAY }, true],
    ['whose last day is today', { to: '2026-11-24' }, true],
  ])('%s counts: %s', (_what, days, counts) => {
    const actor = withGrants({ ...grantOf('unit-manager'), ...days });
    expect(can.listPeople(actor, placeOf('11'))).toBe(counts);
    expect(reachOf(actor, 'listPeople')).toHaveLength(counts ? 1 : 0);
  });

  it('reaches by the parent links of the day: a township that moves away is out of reach', () => {
    const manager = withGrants(grantOf('bureau-manager', 'county-a'));
    expect(can.readPerson(manager, { ancestors: ['town', 'county-a', 'city'] })).toBe(true);
    expect(can.readPerson(manager, { ancestors: ['town', 'county-b', 'city'] })).toBe(false);
  });

  it('reaches no unit that merely begins like its own, whatever the role', () => {
    for (const role of ROLES.filter((one) => one !== 'operator')) {
      const actor = withGrants(grantOf(role, '11'));
      const strangers = ['1', '110', '111', '1102'].flatMap((unit) =>
        ACTIONS.filter((a) => can[a](actor, placeOf(unit))),
      );
      expect(strangers, role).toEqual([]);
    }
  });
});

describe('the laws of permissions', () => {
  it('takes no right away when a grant is added', () => {
    fc.assert(
      fc.property(anyGrants, anyGrant, anyAction, anyUnit, (grants, more, action, unit) => {
        fc.pre(can[action](withGrants(...grants), placeOf(unit)));
        expect(can[action](withGrants(...grants, more), placeOf(unit))).toBe(true);
      }),
    );
  });

  it('gives several grants together what each gives alone, and no more', () => {
    fc.assert(
      fc.property(anyGrants, anyAction, anyUnit, (grants, action, unit) => {
        const alone = grants.some((grant) => can[action](withGrants(grant), placeOf(unit)));
        expect(can[action](withGrants(...grants), placeOf(unit))).toBe(alone);
      }),
    );
  });

  it('implies nothing above the units of the grants, but for operators', () => {
    fc.assert(
      fc.property(anyGrants, anyAction, anyUnit, (grants, action, unit) => {
        const within = grants.filter((grant) => grant.role !== 'operator' && pathOf(grant.unit).includes(unit));
        const strictly = within.filter((grant) => grant.unit !== unit);
        expect(can[action](withGrants(...strictly), placeOf(unit))).toBe(false);
      }),
    );
  });

  it('does not depend on what units are called', () => {
    const renamed = (unit: string) => `unit-${UNITS.indexOf(unit)}`;
    fc.assert(
      fc.property(anyGrants, anyAction, anyUnit, (grants, action, unit) => {
        const others = grants.map((grant) => ({ ...grant, unit: renamed(grant.unit) }));
        const elsewhere = { ancestors: pathOf(unit).map(renamed), person: 'person-other' };
        expect(can[action](withGrants(...others), elsewhere)).toBe(can[action](withGrants(...grants), placeOf(unit)));
      }),
    );
  });

  it('lists by its areas exactly the units that it lets through one by one', () => {
    const below = (unit: string) => UNITS.filter((one) => one !== unit && pathOf(one).includes(unit));
    fc.assert(
      fc.property(anyGrants, anyAction, (grants, action) => {
        const actor = withGrants(...grants);
        const listed = reachOf(actor, action).flatMap(({ units, itself, subtree }) =>
          units === 'all'
            ? UNITS
            : units.flatMap((unit) => [...(itself ? [unit] : []), ...(subtree ? below(unit) : [])]),
        );
        const one = UNITS.filter((unit) => can[action](actor, placeOf(unit)));
        expect(UNITS.filter((unit) => listed.includes(unit))).toEqual(one);
      }),
    );
  });
});

describe('granting a role', () => {
  const manager = withGrants(grantOf('unit-manager', '11'));

  it('takes a role that may grant it, over the place', () => {
    expect(canGrant(manager, 'liaison', placeOf('1101'))).toBe(true);
    expect(canGrant(manager, 'liaison', placeOf('110'))).toBe(false);
    expect(canGrant(manager, 'bureau-reader', placeOf('11'))).toBe(false);
    expect(canGrant(GUEST, 'candidate', placeOf('11'))).toBe(false);
  });

  it('asks both of one and the same grant: liaison here and manager there make no manager here', () => {
    const both = withGrants(grantOf('liaison', '1102'), grantOf('unit-manager', '11'));
    expect(canGrant(both, 'worker', placeOf('1102'))).toBe(true);
    expect(canGrant(both, 'unit-manager', placeOf('1102'))).toBe(false);
    expect(canEnd(both, 'unit-manager', placeOf('1102'))).toBe(false);
  });

  it('is never done to oneself, by operators neither; laying down is', () => {
    const operator = withGrants(grantOf('operator'));
    expect(canGrant(operator, 'auditor', placeOf('1', ME))).toBe(false);
    expect(canGrant(operator, 'auditor', placeOf('1'))).toBe(true);
    expect(canEnd(manager, 'unit-manager', placeOf('11', ME))).toBe(true);
  });

  it('leaves auditors to operators: no bureau appoints or dismisses who audits it', () => {
    const bureau = withGrants(grantOf('bureau-manager', '36'));
    expect(canGrant(bureau, 'auditor', placeOf('11'))).toBe(false);
    expect(canEnd(bureau, 'auditor', placeOf('36'))).toBe(false);
    expect(canGrant(bureau, 'bureau-manager', placeOf('3'))).toBe(true);
  });
});
