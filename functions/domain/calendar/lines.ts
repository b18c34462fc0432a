// The lines of an iCalendar file (RFC 5545, 3.1 and 3.3.11): text escaped, folded at 75 octets of UTF-8, ended by CRLF.

/** Octets of a line, its break not counted. */
const OCTETS_MOST = 75;

/** One character of text and its octets in UTF-8; half of a pair that stands alone becomes U+FFFD. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** A value of type TEXT. Breaks of any system are one break; other control characters have no place in it and are left out. */
export function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll('\n', '\\n')
    .toWellFormed();
}

/** A content line with its break. A line that goes on begins with a space, which counts, and no character is cut in two. */
export function folded(line: string): string {
  let [text, octets] = ['', 0];
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > OCTETS_MOST) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return `${text}\r\n`;
}
