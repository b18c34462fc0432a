// Rows of one file that name the same person twice: by identity number or by phone. Each is told the lines of the others, and none is taken.
import type { PeopleRow } from './row-rules.ts';

export interface Duplicate {
  column: 'idNumber' | 'phone';
  /** All lines that share the number, in order. */
  lines: number[];
}

/** Line → the number it shares and with which lines; an identity number says more than a phone. */
export function duplicatesIn(rows: readonly Pick<PeopleRow, 'line' | 'phone' | 'idNumber'>[]): Map<number, Duplicate> {
  const found = new Map<number, Duplicate>();
  for (const column of ['phone', 'idNumber'] as const) {
    const byNumber = Map.groupBy(
      rows.filter((row) => row[column] !== undefined),
      (row) => row[column],
    );
    for (const same of byNumber.values()) {
      const lines = same.map(({ line }) => line).sort((a, b) => a - b);
      if (lines.length > 1) for (const line of lines) found.set(line, { column, lines });
    }
  }
  return found;
}
