// What a file comes to, before anything is sent: the rows that are sound, and for the others what is wrong with them, line by line. Pure.
import type { Answer } from '../../../../../functions/contract/index.ts';
import type { Column } from '../../../../../functions/domain/imports/column-names.ts';
import { duplicatesIn } from '../../../../../functions/domain/imports/duplicates.ts';
import { type Cells, readRow } from '../../../../../functions/domain/imports/people-row.ts';
import type { PeopleRow, RowCode } from '../../../../../functions/domain/imports/row-rules.ts';
import { type NamedUnit, unitFinder } from '../../../../../functions/domain/imports/unit-names.ts';
import type { Day } from '../../../../../functions/domain/time.ts';

export type Line = Answer<'importPeople'>['lines'][number];

/** Something that keeps a line from being imported: found here, or told by the server. */
export interface Trouble {
  line: number;
  name: string;
  column?: Column;
  code: RowCode | NonNullable<Line['reason']>;
  value?: string;
  candidates?: string[];
  /** Who is registered and stands against it, where one may read them. */
  person?: string;
}

export interface Plan {
  rows: PeopleRow[];
  troubles: Trouble[];
  /** How many lines have something in them. */
  total: number;
}

export interface Table {
  rows: readonly (readonly string[])[];
  /** The index of the row of headings. */
  heading: number;
  columns: readonly (Column | null)[];
}

export interface Target {
  today: Day;
  /** The unit that is imported to, and all below it. */
  unit: string;
  units: readonly NamedUnit[];
}

/** Reads every line below the headings. A line that is empty in all columns that are read does not count. */
export function planOf({ rows, heading, columns }: Table, { today, unit, units }: Target): Plan {
  const troubles: Trouble[] = [];
  const sound: PeopleRow[] = [];
  const unitOf = remembered(unitFinder(units));
  let total = 0;
  for (const [i, row] of rows.entries()) {
    const cells = cellsOf(row, columns);
    if (i <= heading || Object.values(cells).every((cell) => cell.trim() === '')) continue;
    total += 1;
    const line = i + 1;
    const name = cells.name?.trim() ?? '';
    const read = readRow(cells, { line, today, unitOf, unit });
    if (read.ok) sound.push(read.row);
    else troubles.push(...read.errors.map((error) => ({ line, name, ...error })));
  }
  const doubled = duplicatesIn(sound);
  for (const { line, name } of sound) {
    const shared = doubled.get(line);
    const code = 'duplicate';
    if (shared) troubles.push({ line, name, column: shared.column, code, candidates: shared.lines.map(String) });
  }
  troubles.sort((a, b) => a.line - b.line);
  return { rows: sound.filter(({ line }) => !doubled.has(line)), troubles, total };
}

/** What the server refused, as troubles. */
export function refusedIn(lines: readonly Line[], rows: readonly PeopleRow[]): Trouble[] {
  const names = new Map(rows.map(({ line, name }) => [line, name]));
  return lines.flatMap(({ line, reason, column, person }) => {
    if (reason === undefined) return [];
    return [{ line, name: names.get(line) ?? '', code: reason, ...(column && { column }), ...(person && { person }) }];
  });
}

function cellsOf(row: readonly string[], columns: Table['columns']): Cells {
  return Object.fromEntries(columns.flatMap((column, i) => (column === null ? [] : [[column, row[i] ?? '']])));
}

/** Lists name the same few units thousands of times. */
function remembered<T>(find: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text) ?? find(text);
    known.set(text, found);
    return found;
  };
}
