// Puts a release where it is served from: packs under their hash, and the one small file that says which catalogue is current.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../domain/time.ts';
import { questionCount, type Release } from './release.ts';

/** `release.json`: the only file of a release that changes under its name. */
export interface ReleaseNote {
  catalogue: string;
  lawAsOf: Day;
  questions: number;
}

/** Writes `<folder>/packs/<hash>.json` for every file of the release, then `<folder>/release.json`; answers what the latter says. */
export function writeRelease(release: Release, folder: string): ReleaseNote {
  mkdirSync(join(folder, 'packs'), { recursive: true });
  for (const [hash, text] of release.files) writeFileSync(join(folder, 'packs', `${hash}.json`), text);
  const { catalogue, catalogueHash } = release;
  const note: ReleaseNote = {
    catalogue: catalogueHash,
    lawAsOf: catalogue.lawAsOf,
    questions: questionCount(catalogue),
  };
  writeFileSync(join(folder, 'release.json'), `${JSON.stringify(note)}\n`);
  return note;
}
