// The compact file of divisions as it is served: rows within rows for one edition, and the dated changes that go with it.
import { applyChanges, type Change } from './changes.ts';
import type { Division, Divisions } from './division.ts';

/**
 * A division and those under it: what its code adds to the code above, name, initials. A province adds all six digits; down to the
 * county a row adds the last four of its six (`["0400", "九江市", "jjs", […]]`); a township adds its last three to the row above,
 * or its last seven to the province where its code does not begin with that of the row above.
 */
export type Row = [suffix: string, name: string, initials: string, under?: Row[]];

export interface DivisionFile {
  format: 1;
  /** The edition of the codes, a year: `2023`. */
  edition: string;
  rows: Row[];
  /** In order of days. */
  changes: Change[];
}

/** The small file that is read first: everything down to the county, and where the townships of each province are. */
export interface DivisionIndex extends DivisionFile {
  /** Province → the content hash of its file, `/packs/<hash>.json`. */
  packs: Record<string, string>;
}

/** The divisions of a file, with its changes made. */
export function divisionsOf(file: DivisionFile): Divisions {
  const edition = flatten(file.rows, null);
  return applyChanges(new Map(edition.map((division) => [division.code, division])), file.changes);
}

/** The divisions of rows, each before those under it: all that stands there, a code that stands there twice included. */
export function flatten(rows: readonly Row[], parent: string | null): Division[] {
  return rows.flatMap(([suffix, name, initials, under = []]) => {
    const code = codeOf(suffix, parent);
    return [{ code, name, initials, links: [{ parent }], successors: [] }, ...flatten(under, code)];
  });
}

function codeOf(suffix: string, parent: string | null): string {
  if (parent === null) return suffix;
  return suffix.length === 3 ? parent + suffix : parent.slice(0, 2) + suffix;
}

/** The shortest suffix from which a row's code can be read again. */
export function suffixOf(code: string, parent: string | null): string {
  if (parent === null) return code;
  return code.length === 9 && code.startsWith(parent) ? code.slice(6) : code.slice(2);
}
