import { describe, expect, test } from 'vitest';
import { divisionsOf, flatten, suffixOf } from '../../../../functions/domain/divisions/file.ts';
import { CAPITAL, fileOf, REPLACED, WEST } from './builders.ts';

describe('a file of divisions', () => {
  test('gives every row its whole code and what it lies under', () => {
    const flat = flatten([CAPITAL], null);
    expect(flat.map(({ code, name, initials, links }) => [code, name, initials, links[0]?.parent])).toEqual([
      ['110000', '北京市', 'bjs', null],
      ['110101', '东城区', 'dcq', '110000'],
      ['110101001', '东华门街道', 'dhmjd', '110101'],
    ]);
  });

  test('is read with its changes made', () => {
    const divisions = divisionsOf(fileOf([WEST], [REPLACED]));
    expect(divisions.get('360483')?.name).toBe('修水市');
    expect(divisions.size).toBe(flatten([WEST], null).length + 1);
  });

  test.each([
    ['110000', null, '110000'],
    ['360400', '360000', '0400'],
    ['360402', '360400', '0402'],
    ['360402001', '360402', '001'],
    ['361900003', '361900', '003'],
    ['360201001', '360200', '0201001'],
  ])('writes %s under %s as %s', (code, parent, suffix) => {
    expect(suffixOf(code, parent)).toBe(suffix);
    const read = flatten([[suffix, '名', 'm']], parent);
    expect(read[0]?.code).toBe(code);
  });
});
