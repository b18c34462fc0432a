import { describe, expect, test } from 'vitest';
import { levelOf, linkOn } from '../../../../functions/domain/divisions/division.ts';

describe('a code says its level', () => {
  test.each([
    ['360000', 'province'],
    ['360400', 'prefecture'],
    ['360402', 'county'],
    ['429004', 'county'],
    ['654201202', 'township'],
  ])('%s is of a %s', (code, level) => {
    expect(levelOf(code)).toBe(level);
  });

  test.each(['', '36', '36040', '3604021', '3604020010', '036402', '36040a', ' 360402', '３６０４０２'])(
    '%j is no code',
    (text) => {
      expect(levelOf(text)).toBeUndefined();
    },
  );
});

test('a link holds from its first day up to the day on which it no more does', () => {
  const links = [
    { parent: '1', to: '2024-05-01' },
    { parent: '2', from: '2024-05-01', to: '2025-01-01' },
  ];
  const division = { code: '360402', name: '区', initials: 'q', links, successors: [] };
  expect(
    ['1999-01-01', '2024-04-30', '2024-05-01', '2024-12-31', '2025-01-01'].map((d) => linkOn(division, d)?.parent),
  ).toEqual(['1', '1', '2', '2', undefined]);
});
