// Pinyin initials of place names. A library reads the characters; where a place has a reading of its own, this table knows better.

/** Places that a general dictionary reads wrongly, or has no reading for: a part of a name → the initials of what its people say. */
const PLACES: Record<string, string> = {
  乐清: 'yq',
  蔚县: 'yx',
  单县: 'sx',
  单城: 'sc',
  涡阳: 'gy',
  洪洞: 'ht',
  尉犁: 'yl',
  泌阳: 'by',
  浚县: 'xx',
  歙县: 'sx',
  筠连: 'jl',
  繁峙: 'fs',
  曾都: 'zd',
  黄陂: 'hp',
  召陵: 'sl',
  宕昌: 'tc',
  伽师: 'js',
  称多: 'cd',
  流波䃥: 'lbz',
  桴㯊: 'fy',
  㵲水: 'ws',
};

/**
 * The initials of a name, small letters and digits. `letters` gives the reading's first letter for each character of a text
 * (any other character as it is); characters that have neither, as brackets, are left out.
 */
export function initialsOf(name: string, letters: (text: string) => string[]): string {
  const read = letters(name);
  for (const [place, initials] of Object.entries(PLACES)) {
    const at = name.indexOf(place);
    if (at >= 0) for (let i = 0; i < place.length; i += 1) read[at + i] = initials.charAt(i);
  }
  return read
    .join('')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
