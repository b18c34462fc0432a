// The troubles of a file as a file: what a spreadsheet opens without running anything that somebody wrote into a cell.

/** Signs that make a spreadsheet take a text for a formula, and their full-width twins. */
const FORMULA = /^[\s]*[=+\-@\t\r＝＋－＠]/;

/** Rows as CSV with a mark that tells spreadsheets it is UTF-8. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
