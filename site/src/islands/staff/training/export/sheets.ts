// Lists as files: CSV and workbooks whose cells are text or numbers, so that a spreadsheet runs nothing that somebody wrote into one.
import writeSheet from 'write-excel-file/browser';
import { csvOf } from '../../../../shell/csv.ts';
import { saveBlob } from '../../../../shell/save.ts';
import { fileName } from '../file-name.ts';

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
  saveBlob(`${fileName(file)}.csv`, new Blob([text], { type: 'text/csv;charset=utf-8' }));
}

/** Saves all sheets as one workbook. A text stays a text: the file says so of each cell, and no cell is a formula. */
export async function saveWorkbook(file: string, sheets: readonly Sheet[]): Promise<void> {
  const blob = await writeSheet(sheets.map(sheetOf)).toBlob();
  saveBlob(`${fileName(file)}.xlsx`, blob);
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
