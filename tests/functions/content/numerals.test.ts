import { describe, expect, test } from 'vitest';
import { articleNumbers, chineseNumber, chineseNumeral } from '../../../functions/content/numerals.ts';

describe('Chinese numerals', () => {
  test.each([
    ['一', 1],
    ['十', 10],
    ['十五', 15],
    ['一十五', 15],
    ['二十', 20],
    ['一百', 100],
    ['一百零一', 101],
    ['一百〇一', 101],
    ['一百一十', 110],
    ['两百', 200],
    ['一千零四十', 1040],
    ['一千零七十七', 1077],
    ['一千一百一十八', 1118],
    ['九千九百九十九', 9999],
  ])('%s is %i', (numeral, number) => {
    expect(chineseNumber(numeral)).toBe(number);
  });

  test.each(['', '零', '一二', '百十', '十百', '12', '一百一', '一千四十', '甲'])(
    '“%s” is no number a statute would write',
    (numeral) => {
      expect(chineseNumber(numeral)).toBeUndefined();
    },
  );

  test('every number reads back as itself', () => {
    const wrong = Array.from({ length: 9999 }, (_, i) => i + 1).filter((n) => chineseNumber(chineseNumeral(n)) !== n);
    expect(wrong).toEqual([]);
  });
});

describe('articles', () => {
  test('one, several, and one inserted later are read', () => {
    expect(articleNumbers('第一千零七十七条')).toEqual([1077]);
    expect(articleNumbers('第十条、第十二条，第二十条')).toEqual([10, 12, 20]);
    expect(articleNumbers('第二百八十七条之一')).toEqual([287]);
  });

  test.each(['', '第12条', '十二条', '第十二', '第十二条第一款', '第一二条', '第十条、'])(
    '“%s” is no article',
    (text) => {
      expect(articleNumbers(text)).toBeUndefined();
    },
  );
});
