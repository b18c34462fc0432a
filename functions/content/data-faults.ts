// What is wrong with the data that the functions carry beside the banks: rules of subsidies, entry rules of the exam and the way to it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { divisionsOf } from '../domain/divisions/file.ts';
import { loadDivisions } from './divisions/load.ts';
import { eligibilityFile, guideFile } from './exam-schema.ts';
import { subsidiesFile } from './subsidy-schema.ts';

/** A file, and what it must be like. */
const FILES: readonly { name: string; schema: z.ZodType }[] = [
  { name: 'eligibility.json', schema: eligibilityFile },
  { name: 'exam-guide.json', schema: guideFile },
  { name: 'subsidies.json', schema: subsidiesFile },
];

/** One sentence for each fault; none where all is well. Places of subsidies must be divisions that ship. */
export function dataFaults(folder: string = import.meta.dirname): string[] {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const misshapen = FILES.flatMap(({ name, schema }) => {
    const parsed = schema.safeParse(read(name));
    return parsed.success ? [] : [`${name}: ${z.prettifyError(parsed.error)}`];
  });
  return misshapen.length > 0 ? misshapen : placeFaults(read('subsidies.json'));
}

function placeFaults(subsidies: unknown): string[] {
  const known = new Set(loadDivisions().provinces.flatMap((province) => [...divisionsOf(province).keys()]));
  return subsidiesFile
    .parse(subsidies)
    .rules.filter(({ place }) => !known.has(place.code))
    .map(({ id, place }) => `subsidies.json: ${id}: there is no division ${place.code}`);
}
