import { expect, it } from 'vitest';
import { places } from '../../../../functions/domain/attempts/ranking.ts';

it('gives equal marks one place and leaves out the next', () => {
  const all = [
    { key: 'd', earned: 100 },
    { key: 'a', earned: 150 },
    { key: 'c', earned: 150 },
    { key: 'b', earned: 180 },
  ];
  expect(places(all).map(({ place, one }) => `${place} ${one.key}`)).toEqual(['1 b', '2 a', '2 c', '4 d']);
  expect(places([])).toEqual([]);
});
