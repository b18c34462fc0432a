// The roles that a form offers are those that the server would let one give.
import { expect, it } from 'vitest';
import type { Role } from '../../../../../functions/domain/access/roles.ts';
import { grantable } from '../../../../../site/src/islands/staff/roles/grantable.ts';

const actor = (role: Role, unit: string) => ({
  ...{ kind: 'person' as const, person: 'person-1' },
  grants: [{ unit, role, from: '2020-01-01', by: '' }],
});
const place = { ancestors: ['station', 'county'] };

it('are the liaison’s two at the station, and none elsewhere', () => {
  expect(grantable(actor('liaison', 'station'), place)).toEqual(['candidate', 'worker']);
  expect(grantable(actor('liaison', 'county'), place)).toEqual([]);
});

it('are a bureau manager’s below the bureau, never an auditor', () => {
  const roles = grantable(actor('bureau-manager', 'county'), place);
  expect(roles).toContain('unit-manager');
  expect(roles).not.toContain('auditor');
});

it('are none for oneself', () => {
  expect(grantable(actor('operator', 'county'), { ...place, person: 'person-1' })).toEqual([]);
});
