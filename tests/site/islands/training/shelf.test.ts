// Storage that a browser forbids, or that is full: memory stands in, and nothing throws.
import { expect, it } from 'vitest';
import { shelfOf } from '../../../../site/src/islands/training/shelf.ts';
import { memoryShelf } from '../shelf.ts';

it('keeps what the storage takes there alone', () => {
  const inner = memoryShelf();
  const shelf = shelfOf(() => inner);
  shelf.setItem('a', '1');
  inner.setItem('a', '2');
  expect(shelf.getItem('a')).toBe('2');
  shelf.removeItem('a');
  expect(inner.held.size).toBe(0);
});

it.each([
  [
    'is forbidden',
    () => {
      throw new Error('forbidden');
    },
  ],
  [
    'is full',
    () => ({
      ...memoryShelf(),
      setItem() {
        throw new Error('full');
      },
    }),
  ],
])('remembers for as long as the page when the storage %s', (_, open) => {
  const shelf = shelfOf(open);
  shelf.setItem('a', '1');
  expect(shelf.getItem('a')).toBe('1');
  shelf.removeItem('a');
  expect(shelf.getItem('a')).toBeNull();
});
