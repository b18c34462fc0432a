// A sheet's XML with nothing in it but rows and cells that hold a value: a million empty formatted rows weigh nothing afterwards, and how far
// the sheet reaches is known before anything is built from it.
import { FileFault, MOST } from './file-fault.ts';

/** Titles and headings besides the people. */
const ROWS_MOST = MOST.rows + 20;

/** The last row that may hold a value: the gaps before it would be filled. */
const LAST_ROW = 2 * ROWS_MOST;

const TAG = /<((?:[\w.-]+:)?)(row|c)\b([^<>]*)>/g;
const VALUE = /<(?:[\w.-]+:)?(?:v|t)\b[^<>]*>[^<]/;
const ADDRESS = /\br\s*=\s*["']([A-Za-z]{1,8})(\d{1,9})["']/;

/** The same sheet, lean. Throws FileFault for one that reaches too far, or is no sheet. Time grows with the length alone. */
export function leanSheet(xml: string): string {
  if (xml.includes('<!DOCTYPE')) throw new FileFault('damaged');
  const open = /<((?:[\w.-]+:)?)sheetData\b[^<>]*>/.exec(xml);
  if (open === null || open[0].endsWith('/>')) return xml;
  const prefix = open[1] ?? '';
  const from = open.index + open[0].length;
  const close = xml.indexOf(`</${prefix}sheetData>`, from);
  if (close === -1) throw new FileFault('damaged');
  const rows = rowsOf(xml.slice(from, close));
  const kept = rows.map(({ tag, cells }) => `${tag}${cells.join('')}</${prefix}row>`);
  return `${xml.slice(0, from)}${kept.join('')}</${prefix}sheetData></${prefix}worksheet>`;
}

interface LeanRow {
  tag: string;
  cells: string[];
}

function rowsOf(data: string): LeanRow[] {
  const rows: LeanRow[] = [];
  let row: LeanRow = { tag: '', cells: [] };
  TAG.lastIndex = 0;
  for (let found = TAG.exec(data); found !== null; found = TAG.exec(data)) {
    const [tag, prefix = '', name, attributes = ''] = found;
    if (name === 'row') row = { tag, cells: [] };
    if (name === 'row' || tag.endsWith('/>')) continue;
    const end = data.indexOf(`</${prefix}c>`, TAG.lastIndex);
    if (end === -1) throw new FileFault('damaged');
    const cell = data.slice(found.index, end + prefix.length + 4);
    TAG.lastIndex = end;
    if (!VALUE.test(cell)) continue;
    if (row.cells.length === 0) rows.push(row);
    row.cells.push(cell);
    requireNear(attributes, { rows: rows.length, columns: row.cells.length });
  }
  return rows;
}

/** Cells without an address stand one after the other: then counting them tells how far they reach. */
function requireNear(attributes: string, counted: { rows: number; columns: number }): void {
  const [, letters, digits] = ADDRESS.exec(attributes) ?? [];
  const column = letters === undefined ? counted.columns : columnNumber(letters);
  if (column > MOST.columns) throw new FileFault('columns');
  if (counted.rows > ROWS_MOST || Number(digits ?? 0) > LAST_ROW) throw new FileFault('rows');
}

/** A → 1, Z → 26, AA → 27. */
function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
