import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { releaseDivisions } from '../../../../functions/content/divisions/release.ts';
import { writeDivisions } from '../../../../functions/content/divisions/write-release.ts';
import { folderWith } from '../builders.ts';
import { shipped } from './builders.ts';

test('written divisions are their files under their hashes and a note that names the index', () => {
  const folder = folderWith();
  const release = releaseDivisions(shipped);
  const note = writeDivisions(release, folder);
  expect(note).toEqual({ index: release.indexHash, edition: '2023', divisions: release.divisions });
  expect(JSON.parse(readFileSync(join(folder, 'divisions.json'), 'utf8'))).toEqual(note);
  const names = readdirSync(join(folder, 'packs'));
  expect(names.sort()).toEqual([...release.files.keys()].map((hash) => `${hash}.json`).sort());
  expect(readFileSync(join(folder, 'packs', `${note.index}.json`), 'utf8')).toBe(release.files.get(note.index));
});
