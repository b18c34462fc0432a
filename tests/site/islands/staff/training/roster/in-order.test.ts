import { expect, it } from 'vitest';
import { inOrder } from '../../../../../../site/src/islands/staff/training/roster/in-order.ts';
import type { RosterRow } from '../../../../../../site/src/islands/staff/training/whole-course.ts';

const row = (name: string, state: RosterRow['state'], position?: number): RosterRow => {
  return { person: name, name, state, at: '2026-05-01T00:00:00.000Z', version: 1, ...(position && { position }) };
};

it('puts who asks first, then the seats, then the queue in its order, then who is out', () => {
  const rows = [
    row('out', 'withdrawn'),
    row('second', 'waiting', 2),
    row('seated', 'enrolled'),
    row('first', 'waiting', 1),
    row('asks', 'requested'),
    row('called', 'offered'),
  ];
  expect(inOrder(rows).map(({ name }) => name)).toEqual(['asks', 'called', 'seated', 'first', 'second', 'out']);
});
