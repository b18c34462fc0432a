import { expect, test } from 'vitest';
import { mockIds } from '../../../../functions/content/mock-checks/ids.ts';

const spot = (id: string) => ({ file: { path: 'a/04.json' }, item: { id } });

test('ids are numbered from 501', () => {
  expect(mockIds(['jc04-501', 'lp14-999'].map(spot))).toEqual([]);
  expect(mockIds(['jc04-500', 'jc04-001'].map(spot)).map((f) => [f.level, f.item])).toEqual([
    ['error', 'jc04-500'],
    ['error', 'jc04-001'],
  ]);
});
