// The number of a completion (证书编号), `2026-7K3M-9QXA-04TD`: the year, eleven signs that say nothing, and one that finds slips of the pen.
// Read aloud and typed by hand: no sign is taken for another, and small letters, spaces and missing dashes do no harm.

/** 31 signs without I, L, O, U and Z. Their number is prime, which is why the check below finds what it finds. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXY';
const YEAR_DIGITS = 4;
const RANDOM_SIGNS = 11;

/** What is often written for what. */
const MEANT: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0', Z: '2', U: 'V' };

/** A base64url text: a digest's 43 signs, of which the first eleven are used. */
type Digest = string;

/** The number that a digest makes in a year: the same digest, the same number. */
export function numberOf(year: string, digest: Digest): string {
  const random = [...digest.slice(0, RANDOM_SIGNS)].map((sign) => SIGNS[sign.charCodeAt(0) % SIGNS.length]).join('');
  const body = `${year}${random}`;
  return dashed(`${body}${checkOf(body)}`);
}

/** A typed number as it is printed; undefined when it is none. Every single wrong sign and every two that changed places are found. */
export function readNumber(text: string): string | undefined {
  const plain = [...text.normalize('NFKC').toUpperCase()].filter((sign) => !/[\s\-–—]/.test(sign));
  const signs = plain.map((sign) => MEANT[sign] ?? sign).join('');
  if (signs.length !== YEAR_DIGITS + RANDOM_SIGNS + 1 || !/^\d{4}$/.test(signs.slice(0, YEAR_DIGITS))) return undefined;
  if ([...signs].some((sign) => !SIGNS.includes(sign))) return undefined;
  return checkOf(signs.slice(0, -1)) === signs.at(-1) ? dashed(signs) : undefined;
}

/** The sum of the signs, each weighted by its place, modulo a prime: weights differ and none is 0, so that no slip leaves the sum as it was. */
function checkOf(body: string): string {
  const sum = [...body].reduce((total, sign, i) => total + (i + 1) * SIGNS.indexOf(sign), 0);
  return SIGNS[sum % SIGNS.length] as string;
}

function dashed(signs: string): string {
  return signs.replace(/(.{4})(?=.)/g, '$1-');
}
