// Numbers as people type and paste them: full-width digits, spaces, invisible marks. Made plain before they are looked at.

const FULL_WIDTH = /[\uff0b\uff0d\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g;

/** Distance between a full-width sign and its ASCII twin (Unicode, Halfwidth and Fullwidth Forms). */
const FULL_WIDTH_OFFSET = 0xfee0;

/** White space of any width, and what copies along from tables and dialogs: zero-width signs and marks of direction. */
const INVISIBLE = /[\s\u200b-\u200f\u202a-\u202e\u2060]/g;

/** Full-width digits, letters, plus and minus as ASCII; everything else as it was. */
export function halfWidth(text: string): string {
  return text.replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET));
}

/** A typed number without spaces and in ASCII. */
export function plain(text: string): string {
  return halfWidth(text).replace(INVISIBLE, '');
}
