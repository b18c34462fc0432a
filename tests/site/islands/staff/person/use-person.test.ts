// Where a person belongs, and what one may do about them: as the server asks it.
import { describe, expect, it } from 'vitest';
import {
  belonging,
  type Known,
  may,
  type PersonRead,
} from '../../../../../site/src/islands/staff/person/use-person.ts';
import { actorOf } from '../../../../../site/src/shell/staff.tsx';

const work = (unit: string | null, from: string, to?: string): PersonRead['employments'][number] => ({
  ...{ unit, post: 'social-worker', established: false, from },
  ...(to && { to }),
});
const TODAY = '2026-11-23';

describe('somebody belongs', () => {
  it.each([
    ['where they work today', [work('old', '2020-01-01', '2022-01-01'), work('now', '2022-01-01')], ['now']],
    ['everywhere they work today', [work('a', '2020-01-01'), work('b', '2021-01-01')], ['a', 'b']],
    ['where they worked last', [work('b', '2021-01-01', '2022-01-01'), work('a', '2020-01-01', '2021-01-01')], ['b']],
    ['where they will begin', [work('c', '2027-01-01')], ['c']],
    ['nowhere that one may see', [work(null, '2020-01-01')], []],
    ['nowhere at all', [], []],
  ])('%s', (_, employments, expected) => {
    expect(belonging({ employments }, TODAY)).toEqual(expected);
  });
});

describe('what one may do', () => {
  const known: Known = {
    person: {
      ...{ id: 'person-1', name: '甲', signsIn: false, years: 0, version: 1, certificates: [], pools: [], grants: [] },
      employments: [work('station', '2020-01-01')],
    },
    through: ['station'],
    places: new Map([['station', { ancestors: ['station', 'county'] }]]),
  };
  const as = (role: 'bureau-manager' | 'unit-manager' | 'bureau-reader', unit: string) => ({
    actor: actorOf({
      ...{ person: 'person-9', day: TODAY },
      grants: [{ id: 'g', unit, unitName: '', role, from: '2020-01-01', actions: [] }],
    }),
  });

  it.each([
    ['unmaskPerson', as('bureau-manager', 'county'), true],
    ['unmaskPerson', as('unit-manager', 'county'), false],
    ['unmaskPerson', as('unit-manager', 'station'), true],
    ['changePerson', as('bureau-reader', 'county'), false],
    ['readPerson', as('bureau-reader', 'count'), false],
  ] as const)('%s, case %#', (action, staff, expected) => {
    expect(may(staff, action, known)).toBe(expected);
  });
});
