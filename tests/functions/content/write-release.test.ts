import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentHash } from '../../../functions/content/canonical.ts';
import { buildRelease } from '../../../functions/content/release.ts';
import { writeRelease } from '../../../functions/content/write-release.ts';
import { bankOf, folderWith, multiple, refs, single } from './builders.ts';

test('a written release is its packs under their hashes and a note that names the catalogue', () => {
  const folder = folderWith();
  const release = buildRelease(bankOf(single(), multiple()), refs());
  const note = writeRelease(release, folder);
  expect(note).toEqual({ catalogue: release.catalogueHash, lawAsOf: '2026-12-31', questions: 2 });
  expect(JSON.parse(readFileSync(join(folder, 'release.json'), 'utf8'))).toEqual(note);
  const names = readdirSync(join(folder, 'packs'));
  expect(names.sort()).toEqual([...release.files.keys()].map((hash) => `${hash}.json`).sort());
  for (const name of names) expect(`${contentHash(readFileSync(join(folder, 'packs', name), 'utf8'))}.json`).toBe(name);
});
