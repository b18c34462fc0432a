// The divisions as they are served: a file for each province and the index that names them, each under the hash of its content.
import type { Change } from '../../domain/divisions/changes.ts';
import { levelOf } from '../../domain/divisions/division.ts';
import { type DivisionIndex, flatten, type Row } from '../../domain/divisions/file.ts';
import { canonicalJson, contentHash } from '../canonical.ts';
import type { Edition } from './edition.ts';

export interface DivisionRelease {
  index: DivisionIndex;
  indexHash: string;
  /** How many divisions the edition has. */
  divisions: number;
  /** Content hash → the bytes of the file as JSON text: every province, and the index. */
  files: Map<string, string>;
}

/** The release of an edition. The same edition gives the same bytes. */
export function releaseDivisions({ year, provinces, changes }: Edition): DivisionRelease {
  const files = new Map<string, string>();
  const add = (content: unknown): string => {
    const text = canonicalJson(content);
    const hash = contentHash(text);
    files.set(hash, text);
    return hash;
  };
  const packs = Object.fromEntries(provinces.map((file) => [file.rows[0]?.[0] ?? '', add(file)]));
  const rows = provinces.flatMap((file) => withoutTownships(file.rows));
  const index: DivisionIndex = { format: 1, edition: year, rows, changes: changes.flatMap(ofCounties), packs };
  const divisions = provinces.reduce((sum, file) => sum + flatten(file.rows, null).length, 0);
  return { index, indexHash: add(index), divisions, files };
}

function withoutTownships(rows: readonly Row[]): Row[] {
  return rows.flatMap(([suffix, name, initials, under = []]): Row[] => {
    if (isTownship(suffix)) return [];
    const below = withoutTownships(under);
    return [below.length === 0 ? [suffix, name, initials] : [suffix, name, initials, below]];
  });
}

/** Townships alone add three or seven digits to what is above them (domain/divisions/file.ts). */
function isTownship(suffix: string): boolean {
  return suffix.length === 3 || suffix.length === 7;
}

/** What a change says of counties and above; nothing when it speaks of townships alone. */
function ofCounties({ on, source, open = [], move = [], close = [] }: Change): Change[] {
  const high = (code: string): boolean => levelOf(code) !== 'township';
  const kept = {
    open: open.filter(({ code }) => high(code)),
    move: move.filter(([code]) => high(code)),
    close: close.filter(({ code }) => high(code)),
  };
  const parts = Object.fromEntries(Object.entries(kept).filter(([, list]) => list.length > 0));
  return Object.keys(parts).length === 0 ? [] : [{ on, source, ...parts }];
}
