import { expect, it } from 'vitest';
import { addMinutes } from '../../../../functions/domain/attendance/intervals.ts';
import { ownersOf } from '../../../../functions/domain/attendance/owners.ts';
import type { Sighting } from '../../../../functions/domain/attendance/sightings.ts';
import { clock } from './builders.ts';

/** Sightings of somebody in sessions 1, 2, 3 …, a phone for each. */
function seen(person: string, devices: string, how: Sighting['how'] = 'scan'): Sighting[] {
  return [...devices].map((device, i) => ({
    person,
    device,
    how,
    session: `session-${i + 1}`,
    kind: 'in',
    at: addMinutes(clock('09:00'), i * 1440),
  }));
}

it.each([
  ['a', '', ['an']],
  ['aa', 'a', ['an']],
  ['aa', 'aa', ['an', 'bo']],
  ['a', 'baa', ['bo']],
  ['aaaaa', 'bbbbbaa', ['an']],
  ['aaaaabbb', 'ccaaa', ['bo']],
  ['aabbbbb', 'a', ['bo']],
])('finds after An used the phones %j and Bo %j, first to last, that phone a is %j’s', (an, bo, owners) => {
  const history = [...seen('an', an), ...seen('bo', bo)];
  expect([...(ownersOf(history).get('a') ?? [])].sort()).toEqual(owners);
  expect([...(ownersOf(history.reverse()).get('a') ?? [])].sort(), 'in any order').toEqual(owners);
});

it('counts sessions, not marks', () => {
  const often = seen('an', 'a').flatMap((one) => [one, { ...one, at: clock('12:00') }, one]);
  expect(ownersOf([...often, ...seen('bo', 'aa')]).get('a')).toEqual(new Set(['bo']));
});

it.each(['manual', 'offline', 'relayed'] as const)('takes a device that made marks as %s for nobody’s', (how) => {
  expect(ownersOf(seen('an', 'aaa', how)).size).toBe(0);
});
