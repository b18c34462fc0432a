// Reads the division files that ship. A fault here is ours, not a user's: it throws, naming the file and all that is wrong.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Change } from '../../domain/divisions/changes.ts';
import type { Edition } from './edition.ts';
import { faultsOf } from './faults.ts';
import { changesFile, provinceFile } from './schema.ts';

/** Where the provinces' files stand. */
export const dataFolder = join(import.meta.dirname, 'data');

/** Where the changes stand. */
const changesPath = join(import.meta.dirname, 'changes.json');

/** All divisions. Throws for a missing, misshapen or contradictory file. */
export function loadDivisions(folder: string = dataFolder, changesAt: string = changesPath): Edition {
  const { changes } = readDivisionFile(changesAt, changesFile);
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const provinces = names.sort().map((name) => {
    const file = readDivisionFile(join(folder, name), provinceFile);
    return { ...file, changes: changesOf(file.rows[0]?.[0].slice(0, 2) ?? '', changes) };
  });
  const edition = { year: provinces[0]?.edition ?? '', provinces, changes };
  const faults = faultsOf(edition);
  if (faults.length > 0) throw new Error(`The divisions have ${faults.length} faults:\n${faults.join('\n')}`);
  return edition;
}

/** The changes of one province: a code's first two digits say in which it was given. */
function changesOf(province: string, changes: readonly Change[]): Change[] {
  return changes.filter(({ open = [], move = [], close = [] }) =>
    [...open.map((o) => o.code), ...move.map(([code]) => code), ...close.map((c) => c.code)].some((code) =>
      code.startsWith(province),
    ),
  );
}

function readDivisionFile<T extends z.ZodType>(path: string, schema: T): z.output<T> {
  const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path} is not as schema.ts says:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
