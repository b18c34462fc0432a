// What a list of activities comes to before anything is sent: the rows that are sound, and for the others what is wrong with them, line by line. Pure.
import type { Answer } from '../../../../../../functions/contract/index.ts';
import { holdsNumber } from '../../../../../../functions/domain/activities/checks.ts';
import { WORK_NEEDED, type WorkColumn, workHeadings } from '../../../../../../functions/domain/imports/work-columns.ts';
import {
  readWorkRow,
  type WorkCells,
  type WorkRow,
  type WorkRowCode,
} from '../../../../../../functions/domain/imports/work-row.ts';
import type { Day } from '../../../../../../functions/domain/time.ts';

export type WorkLine = Answer<'importWork'>['lines'][number];

/** Something that keeps a line from being imported: found here, or told by the server. */
export interface WorkTrouble {
  line: number;
  title: string;
  column?: WorkColumn;
  code: WorkRowCode | NonNullable<WorkLine['reason']>;
  value?: string;
}

export interface WorkPlan {
  rows: WorkRow[];
  troubles: WorkTrouble[];
  /** Headings that nothing is read from. */
  unread: string[];
  /** What the file has no column of and cannot do without; then there are no rows. */
  lacking: WorkColumn[];
}

/** Reads every line below the headings. A line that is empty in all columns that are read does not count. */
export function workPlanOf(rows: readonly (readonly string[])[], today: Day): WorkPlan {
  const heading = workHeadings.rowIn(rows);
  const { columns, unread } = workHeadings.match(heading === undefined ? [] : (rows[heading] ?? []));
  const lacking = WORK_NEEDED.filter((column) => !columns.includes(column));
  if (heading === undefined || lacking.length > 0) return { rows: [], troubles: [], unread, lacking };
  const troubles: WorkTrouble[] = [];
  const sound: WorkRow[] = [];
  for (const [i, row] of rows.entries()) {
    const cells = cellsOf(row, columns);
    if (i <= heading || Object.values(cells).every((cell) => cell.trim() === '')) continue;
    const line = i + 1;
    const read = readWorkRow(cells, { line, today });
    if (read.ok) sound.push(read.row);
    else troubles.push(...read.errors.map((error) => ({ line, title: titleIn(cells), ...error })));
  }
  return { rows: sound, troubles, unread, lacking };
}

/** What the server refused, as troubles, with what was wrong before. */
export function allTroubles({ rows, troubles }: WorkPlan, lines: readonly WorkLine[]): WorkTrouble[] {
  const titles = new Map(rows.map(({ line, title }) => [line, title]));
  const refused = lines.flatMap(({ line, reason }) =>
    reason === undefined ? [] : [{ line, title: titles.get(line) ?? '', code: reason }],
  );
  return [...troubles, ...refused].sort((a, b) => a.line - b.line);
}

/** What the wire takes at once: they are written together. */
const SLICE = 50;

export function workSlices(rows: readonly WorkRow[]): WorkRow[][] {
  return Array.from({ length: Math.ceil(rows.length / SLICE) }, (_, i) => rows.slice(i * SLICE, (i + 1) * SLICE));
}

/** A title that may hold somebody's number is not repeated. */
function titleIn({ title = '' }: WorkCells): string {
  return holdsNumber(title) ? '' : title.trim().slice(0, 40);
}

function cellsOf(row: readonly string[], columns: readonly (WorkColumn | null)[]): WorkCells {
  return Object.fromEntries(columns.flatMap((column, i) => (column === null ? [] : [[column, row[i] ?? '']])));
}
