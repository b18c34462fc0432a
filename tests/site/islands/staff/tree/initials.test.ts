// Initials in pinyin, by the browser's own order of Chinese.
import { describe, expect, it } from 'vitest';
import { loadDivisions } from '../../../../../functions/content/divisions/load.ts';
import { flatten } from '../../../../../functions/domain/divisions/file.ts';
import { initialsOf } from '../../../../../site/src/islands/staff/tree/initials.ts';

describe('the initials of a name', () => {
  it.each([
    ['九江市社工服务中心', 'jjssgfwzx'],
    ['马山县社工总站', 'msxsgzz'],
    ['阿西尔乡社工站', 'axexsgz'],
    ['长沙市', 'css'],
    ['（筹）第 2 站 A', 'cd2za'],
    ['', ''],
  ])('of %s are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it('are those of a dictionary for nearly every county and township of the country', () => {
    const all = loadDivisions().provinces.flatMap((file) => flatten(file.rows, null));
    const alike = all.filter(({ name, initials }) => initialsOf(name) === initials);
    expect(all.length).toBeGreaterThan(40_000);
    expect(alike.length / all.length).toBeGreaterThan(0.98);
  });
});
