// Puts the divisions where question packs are: files under their hash, and the one small file that says which index is current.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DivisionRelease } from './release.ts';

/** `divisions.json`: the only file of the divisions that changes under its name. */
export interface DivisionNote {
  index: string;
  /** The year of the codes. */
  edition: string;
  divisions: number;
}

/** Writes `<folder>/packs/<hash>.json` for every file of the release, then `<folder>/divisions.json`; answers what the latter says. */
export function writeDivisions(release: DivisionRelease, folder: string): DivisionNote {
  mkdirSync(join(folder, 'packs'), { recursive: true });
  for (const [hash, text] of release.files) writeFileSync(join(folder, 'packs', `${hash}.json`), text);
  const { index, indexHash, divisions } = release;
  const note: DivisionNote = { index: indexHash, edition: index.edition, divisions };
  writeFileSync(join(folder, 'divisions.json'), `${JSON.stringify(note)}\n`);
  return note;
}
