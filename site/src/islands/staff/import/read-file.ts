// From the bytes of a chosen file to its rows of text. What kind it is, its first bytes say: names lie.
import { headingRow } from '../../../../../functions/domain/imports/columns.ts';
import { FileFault, MOST } from './file-fault.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';

const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** Compound files: .xls, and .xlsx with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

type FindHeadings = (rows: readonly (readonly string[])[]) => number | undefined;

/** The rows of a file, the first of its sheets that has headings: those of people unless others are looked for. Throws FileFault. */
export async function readFile(
  bytes: Uint8Array<ArrayBuffer>,
  findHeadings: FindHeadings = headingRow,
): Promise<string[][]> {
  if (bytes.byteLength > MOST.bytes) throw new FileFault('too-large');
  if (begins(bytes, COMPOUND)) throw new FileFault('old-excel');
  const sheets = begins(bytes, ZIP) ? await readXlsx(bytes) : [readCsv(bytes)];
  const rows = sheets.find((sheet) => findHeadings(sheet) !== undefined) ?? sheets.find((sheet) => sheet.some(hasText));
  if (rows === undefined) throw new FileFault('empty');
  if (rows.some((row) => row.findLastIndex((cell) => cell.trim() !== '') >= MOST.columns))
    throw new FileFault('columns');
  if (rows.filter(hasText).length > MOST.rows + 20) throw new FileFault('rows');
  return rows;
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

function hasText(row: readonly string[]): boolean {
  return row.some((cell) => cell.trim() !== '');
}
