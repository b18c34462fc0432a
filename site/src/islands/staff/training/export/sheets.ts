// Lists as files: CSV and workbooks whose cells are text or numbers, so that a spreadsheet runs nothing that somebody wrote into one.
import writeSheet from 'write-excel-file/browser';
import { csvOf } from '../../../../shell/csv.ts';

export interface Sheet {
  name: string;
  head: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

/** What no sheet's name may hold, and how long it may be (ECMA-376, 18.2.19). */
const SHEET_NAME_MOST = 31;

/** Saves the first sheet as CSV. */
export function saveCsv(file: string, { head, rows }: Sheet): void {
  const text = csvOf([head, ...rows.map((row) => row.map(String))]);
  save(new Blob([text], { type: 'text/csv;charset=utf-8' }), `${fileName(file)}.csv`);
}

/** Saves all sheets as one workbook. A text stays a text: the file says so of each cell, and no cell is a formula. */
export async function saveWorkbook(file: string, sheets: readonly Sheet[]): Promise<void> {
  const blob = await writeSheet(sheets.map(sheetOf)).toBlob();
  save(blob, `${fileName(file)}.xlsx`);
}

/** A sheet as the writer takes it. */
export function sheetOf({ name, head, rows }: Sheet) {
  return {
    sheet: name.replace(/[\\/*?:[\]]/g, ' ').slice(0, SHEET_NAME_MOST),
    data: [
      head.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map(cellOf)),
    ],
    columns: head.map(() => ({ width: 20 })),
    stickyRowsCount: 1,
  };
}

function cellOf(value: string | number) {
  return typeof value === 'number' ? { value, type: Number } : { value, type: String, format: '@' };
}

/** A name that every system takes for a file. */
export function fileName(text: string): string {
  return text
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, ' ')
    .trim()
    .slice(0, 80);
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Only when it was taken: at once would be too early for some browsers.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
