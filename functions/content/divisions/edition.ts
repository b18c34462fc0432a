// One edition of the country's divisions in memory, as it is read from data/ and changes.json.
import type { Change } from '../../domain/divisions/changes.ts';
import type { DivisionFile } from '../../domain/divisions/file.ts';

export interface Edition {
  /** The year of its codes. */
  year: string;
  /** A file for each province, in the order of codes, with the changes that concern it. */
  provinces: DivisionFile[];
  /** All changes, in order of days. */
  changes: Change[];
}
