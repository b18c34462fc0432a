// Lines as CSV for a spreadsheet: UTF-8 with its mark, every cell quoted, and nothing that a spreadsheet would run. Pure.

/** What a cell must not begin with, in either width: a spreadsheet takes it for a formula, or strips it and then does. */
const FORMULA = /^[\s\u200b-\u200f\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]/;

/** A BOM, because spreadsheets take a file without one for the encoding of the country. */
const BOM = '\ufeff';

/** Rows as a CSV text (RFC 4180). A cell that looks like a formula gets an apostrophe before it and stays text. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return BOM + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
