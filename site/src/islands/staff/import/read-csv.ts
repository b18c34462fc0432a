// Text files: which encoding, which separator, then rows of cells. Excel on a Chinese Windows writes GB18030, nearly everything else UTF-8.
import * as csv from 'csv-parse/browser/esm/sync';
import { FileFault, MOST } from './file-fault.ts';

/** The package declares the stream's types for this entry; what it holds is the function. */
const parse = csv.parse as unknown as (text: string, options: csv.Options) => string[][];

const RECORD_MOST = 100_000;
const SEPARATORS = [',', '\t', ';', '，'] as const;

/** The text of a file: by its mark if it has one, else as UTF-8 where that fits, else as GB18030. Throws FileFault when nothing fits. */
function decode(bytes: Uint8Array): string {
  const text = marked(bytes) ?? strict(bytes, 'utf-8') ?? strict(bytes, 'gb18030');
  // Text has no NUL: what decodes with some is a picture or a program.
  if (text === undefined || text.includes('\0')) throw new FileFault('encoding');
  return text.replace(/^\ufeff/, '');
}

/** The rows of a text file; blank lines are rows, so that numbers of lines are those that a spreadsheet shows. Throws FileFault. */
export function readCsv(bytes: Uint8Array): string[][] {
  const text = decode(bytes);
  try {
    const rows = parse(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: RECORD_MOST,
      to: MOST.rows * 2 + 40,
    });
    return rows.map((row) => row.map(unquoted));
  } catch {
    throw new FileFault('damaged');
  }
}

function marked(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return strict(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return strict(bytes, 'utf-16be');
  return undefined;
}

function strict(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The sign that the first line with words in it holds most of. */
function separatorOf(text: string): string {
  const line = text.split(/\r\n|\n|\r/).find((one) => SEPARATORS.some((sign) => one.includes(sign))) ?? '';
  const counts = SEPARATORS.map((sign) => line.split(sign).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** `="13800000000"`, the way to keep a spreadsheet from rounding a number, is the number. */
function unquoted(cell: string): string {
  return /^="([^"]*)"$/.exec(cell)?.[1] ?? cell;
}
