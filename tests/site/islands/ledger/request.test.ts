// The id of a wish.
import { expect, it } from 'vitest';
import { requests } from '../../../../site/src/islands/ledger/request.ts';

it('keeps its id as long as the body is the same and not answered, and has another one else', () => {
  let made = 0;
  const wishes = requests(() => `id-${++made}`);
  expect([wishes.idOf({ a: 1 }), wishes.idOf({ a: 1 })]).toEqual(['id-1', 'id-1']);
  expect(wishes.idOf({ a: 2 })).toBe('id-2');
  wishes.done();
  expect(wishes.idOf({ a: 2 })).toBe('id-3');
});
