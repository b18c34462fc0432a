// What a list comes to before anything is sent: the rows that are sound, and for the others what is wrong with them, line by line. Pure.
import type { Answer } from '../../../../../../functions/contract/index.ts';
import type { ExamColumn } from '../../../../../../functions/domain/imports/exam-columns.ts';
import {
  doubledLines,
  type ExamCells,
  type ExamReading,
  type ExamRow,
  type ExamRowCode,
  readExamRow,
} from '../../../../../../functions/domain/imports/exam-row.ts';

export type ExamLine = Answer<'importExams'>['lines'][number];

/** Something that keeps a line from being imported: found here, or told by the server. */
export interface ExamTrouble {
  line: number;
  name: string;
  column?: ExamColumn;
  code: ExamRowCode | NonNullable<ExamLine['reason']>;
  value?: string;
  /** With `duplicate`: all lines that say the same. */
  lines?: number[];
}

export interface ExamPlan {
  rows: ExamRow[];
  troubles: ExamTrouble[];
}

/** What is to be written: rows, those of them that write over what was confirmed, and why. */
export interface Sending {
  plan: ExamPlan;
  rows: ExamRow[];
  replaced: ReadonlySet<number>;
  why: string;
  troubles: ExamTrouble[];
}

export interface ExamTable {
  rows: readonly (readonly string[])[];
  /** The index of the row of headings. */
  heading: number;
  columns: readonly (ExamColumn | null)[];
}

/** Reads every line below the headings. A line that is empty in all columns that are read does not count. */
export function examPlanOf({ rows, heading, columns }: ExamTable, target: Omit<ExamReading, 'line'>): ExamPlan {
  const troubles: ExamTrouble[] = [];
  const sound: ExamRow[] = [];
  for (const [i, row] of rows.entries()) {
    const cells = cellsOf(row, columns);
    if (i <= heading || Object.values(cells).every((cell) => cell.trim() === '')) continue;
    const line = i + 1;
    const read = readExamRow(cells, { ...target, line });
    if (read.ok) sound.push(read.row);
    else troubles.push(...read.errors.map((error) => ({ line, name: cells.name?.trim() ?? '', ...error })));
  }
  const doubled = doubledLines(sound);
  for (const { line, name } of sound) {
    const lines = doubled.get(line);
    if (lines) troubles.push({ line, name, column: 'idNumber', code: 'duplicate', lines });
  }
  return { rows: sound.filter(({ line }) => !doubled.has(line)), troubles: byLine(troubles) };
}

/** What the server refused, as troubles, with what was wrong before. */
export function allTroubles({ rows, troubles }: ExamPlan, lines: readonly ExamLine[]): ExamTrouble[] {
  const names = new Map(rows.map(({ line, name }) => [line, name]));
  const refused = lines.flatMap(({ line, reason, column }) =>
    reason === undefined ? [] : [{ line, name: names.get(line) ?? '', code: reason, ...(column && { column }) }],
  );
  return byLine([...troubles, ...refused]);
}

function byLine(troubles: ExamTrouble[]): ExamTrouble[] {
  return troubles.sort((a, b) => a.line - b.line);
}

function cellsOf(row: readonly string[], columns: ExamTable['columns']): ExamCells {
  return Object.fromEntries(columns.flatMap((column, i) => (column === null ? [] : [[column, row[i] ?? '']])));
}

/** Half of what the wire takes: a slice ends well before the client gives up waiting. */
const SLICE = 50;

/** Rows in slices; those that write over what was confirmed apart, for they are sent with a reason. */
export function examSlices(rows: readonly ExamRow[], replaced: ReadonlySet<number>): ExamRow[][] {
  const parts = [rows.filter(({ line }) => !replaced.has(line)), rows.filter(({ line }) => replaced.has(line))];
  return parts.flatMap((part) =>
    Array.from({ length: Math.ceil(part.length / SLICE) }, (_, i) => part.slice(i * SLICE, (i + 1) * SLICE)),
  );
}
