// The table on the terminal: one line a row, columns as wide as what stands in them, numbers to the right.
import { isMet, type Row, type Taken, type Unit } from './measure.ts';

const HEAD = ['goal', 'what', 'figure', 'allowed', '', 'yardsticks', 'note'];
const TO_THE_RIGHT = new Set([2, 3, 5]);

/** Digits after the point; a figure that is whole shows none. */
const DIGITS: Record<Unit, number> = {
  bytes: 0,
  requests: 0,
  units: 2,
  calls: 0,
  ms: 0,
  'ms CPU': 3,
  'per s CPU': 0,
  'per s': 0,
  marks: 0,
  USD: 4,
};

/** The lines of the table, its failures and how many goals are met. */
export function tableLines({ rows, failures }: Taken): string[] {
  const cells = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) =>
    row
      .map((cell, i) => padded(cell, widths[i] ?? 0, i))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [lines[0] ?? '', rule, ...lines.slice(1), '', ...failures.map(failureLine), summary(rows)];
}

function cellsOf(row: Row): string[] {
  const { goal, what, figure, unit, limit, yardsticks, note = '' } = row;
  const met = isMet(row);
  return [
    goal,
    what,
    `${numberText(figure, unit)} ${unit}`,
    limit === undefined ? '' : allowed(limit, unit),
    met === undefined ? '' : met ? 'met' : 'MISSED',
    yardsticks === undefined ? '' : yardsticks.toPrecision(3),
    note,
  ];
}

function allowed(limit: { most: number } | { least: number }, unit: Unit): string {
  return 'most' in limit ? `≤ ${numberText(limit.most, unit)}` : `≥ ${numberText(limit.least, unit)}`;
}

function numberText(figure: number, unit: Unit): string {
  const digits = Number.isInteger(figure) ? 0 : DIGITS[unit];
  return figure.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function padded(cell: string, width: number, column: number): string {
  return TO_THE_RIGHT.has(column) ? cell.padStart(width) : cell.padEnd(width);
}

function failureLine({ measure, why }: Taken['failures'][number]): string {
  return `NOT TAKEN  ${measure}: ${why}`;
}

function summary(rows: readonly Row[]): string {
  const verdicts = rows.map(isMet).filter((met) => met !== undefined);
  const met = verdicts.filter(Boolean).length;
  return `${met} of ${verdicts.length} goals' rows met, ${verdicts.length - met} missed`;
}
