import { expect, test } from 'vitest';
import { initialsOf } from '../../../../functions/content/divisions/initials.ts';

const LETTERS: Record<string, string> = {
  马: 'm',
  山: 's',
  县: 'x',
  蔚: 'w',
  乡: 'x',
  大: 'd',
  流: 'l',
  波: 'b',
  镇: 'z',
};
const letters = (text: string) => [...text].map((c) => LETTERS[c] ?? c);

test.each([
  ['马山县', 'msx'],
  ['蔚县', 'yx'],
  ['大蔚县乡', 'dyxx'],
  ['流波䃥镇', 'lbzz'],
  ['马山（大）乡', 'msdx'],
  ['大-A１乡', 'da1x'],
])('%s is read %s', (name, initials) => {
  expect(initialsOf(name, letters)).toBe(initials);
});
