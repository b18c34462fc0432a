// The sheets of a .xlsx file as text: what a person sees in each cell, numbers with all their digits, days as 2024-03-01.
import readSheets from 'read-excel-file/universal';
import { FileFault } from './file-fault.ts';
import { leanSheet } from './sheet-xml.ts';
import { unzip, zipStored } from './unzip.ts';

/** A spreadsheet keeps so many digits of a number; what comes after them is made up. */
const EXACT_DIGITS = 15;

/** Every sheet's rows of cells. Throws FileFault. */
export async function readXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<string[][][]> {
  const parts = await unzip(bytes);
  if (!parts.has('xl/workbook.xml')) throw new FileFault('damaged');
  const lean = new Map([...parts].map(([path, part]) => [path, leanPart(part)]));
  const sheets = await readSheets(zipStored(lean), { parseNumber: numberText }).catch(() => {
    throw new FileFault('damaged');
  });
  return sheets.map(({ data }) => data.map((row) => row.map(cellText)));
}

function leanPart(part: Uint8Array): Uint8Array {
  const xml = new TextDecoder().decode(part);
  return new TextEncoder().encode(leanSheet(xml));
}

/** The digits of a number cell. One with more than a spreadsheet keeps is told in powers of ten, so that the row's checks see the loss. */
function numberText(raw: string): string {
  const value = Number(raw);
  if (!Number.isFinite(value)) return raw;
  const isExact = Math.abs(value) < 10 ** EXACT_DIGITS;
  return isExact ? String(value) : value.toExponential();
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}
