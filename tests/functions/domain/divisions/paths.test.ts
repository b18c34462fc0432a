import { describe, expect, test } from 'vitest';
import type { Division } from '../../../../functions/domain/divisions/division.ts';
import { divisionsOf } from '../../../../functions/domain/divisions/file.ts';
import { divisionsUnder, parentOf, pathOf } from '../../../../functions/domain/divisions/paths.ts';
import { fileOf, REPLACED } from './builders.ts';

const DAY = '2026-11-23';
const divisions = divisionsOf(fileOf());
const codes = (path: readonly Division[]) => path.map(({ code }) => code);

describe('the way up', () => {
  test.each([
    ['a township in a county', '360402001', ['360000', '360400', '360402', '360402001']],
    ['a district of a municipality', '110101', ['110000', '110101']],
    ['a county run by the province', '369001100', ['360000', '369001', '369001100']],
    ['a township of a city without counties', '361900003', ['360000', '361900', '361900003']],
    ['a township whose code does not begin with that above', '360201001', ['360000', '360200', '360201001']],
    ['a province', '110000', ['110000']],
    ['a code nobody has', '999999', []],
  ])('of %s follows the links', (_, code, path) => {
    expect(codes(pathOf(divisions, code, DAY))).toEqual(path);
  });

  test('has nothing above a province, and no parent for an unknown code', () => {
    expect(parentOf(divisions, '110000', DAY)).toBeNull();
    expect(parentOf(divisions, '999999', DAY)).toBeUndefined();
  });

  test('differs before and after a change', () => {
    const changed = divisionsOf(fileOf(undefined, [REPLACED]));
    expect(codes(pathOf(changed, '360424200', '2024-04-30'))).toEqual(['360000', '360400', '360424', '360424200']);
    expect(codes(pathOf(changed, '360424200', '2024-05-01'))).toEqual(['360000', '360400', '360402', '360424200']);
    expect(codes(pathOf(changed, '360424100', '2024-05-01'))).toEqual(['360000', '360400', '360483', '360424100']);
    expect(pathOf(changed, '360424', '2024-05-01')).toEqual([]);
    expect(pathOf(changed, '360483', '2024-04-30')).toEqual([]);
  });

  test.each([
    [
      'a circle',
      [
        ['360402', '360403'],
        ['360403', '360402'],
      ],
    ],
    ['a parent that is not there', [['360402', '360400']]],
  ])('with %s is an error that names the code', (_, links) => {
    const broken = new Map(
      links.map(([code = '', parent = '']) => [
        code,
        { code, name: '区', initials: 'q', links: [{ parent }], successors: [] },
      ]),
    );
    expect(() => pathOf(broken, '360402', DAY)).toThrow(/Division 360402 has no way up/);
  });
});

test('what lies under a division is listed in the order of codes, by the links of the day', () => {
  const changed = divisionsOf(fileOf(undefined, [REPLACED]));
  expect(codes(divisionsUnder(changed, null, DAY))).toEqual(['110000', '360000']);
  expect(codes(divisionsUnder(changed, '360400', '2024-04-30'))).toEqual(['360402', '360424']);
  expect(codes(divisionsUnder(changed, '360400', DAY))).toEqual(['360402', '360483']);
  expect(codes(divisionsUnder(changed, '360402', DAY))).toEqual(['360402001', '360424200']);
});
