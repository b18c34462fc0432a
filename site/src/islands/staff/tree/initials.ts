// The initials of a name in pinyin, by the order in which the browser itself sorts Chinese: no dictionary is loaded. A character with several
// readings has its commonest alone. Pure.

/** The first character of each initial, in the order of pinyin; i, u and v begin no syllable. */
const FIRSTS = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨它穵夕丫帀';
const LETTERS = 'abcdefghjklmnopqrstwxyz';

/** What names of places and stations mean by a character that a dictionary reads otherwise. */
const READINGS = [
  ['长', 'c'],
  ['重', 'c'],
  ['泊', 'b'],
] as const;

const pinyin = new Intl.Collator('zh-CN-u-co-pinyin');
const known = new Map<string, string>(READINGS);

/** `九江市社工站` → `jjssgz`. Letters and digits stay, everything else is left out. */
export function initialsOf(name: string): string {
  return [...name].map(initialOf).join('');
}

function initialOf(sign: string): string {
  const before = known.get(sign);
  if (before !== undefined) return before;
  const found = /\p{Script=Han}/u.test(sign) ? letterOf(sign) : /[a-z0-9]/i.test(sign) ? sign.toLowerCase() : '';
  known.set(sign, found);
  return found;
}

function letterOf(sign: string): string {
  const firsts = [...FIRSTS];
  const at = firsts.findLastIndex((first) => pinyin.compare(first, sign) <= 0);
  return LETTERS[at] ?? '';
}
