// The project's own files, as the fences walk them: everything that git does not ignore.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

/** The folders .gitignore names, which are all it names, and git's own. */
const IGNORED = new Set([
  '.git',
  ...readFileSync(join(ROOT, '.gitignore'), 'utf8')
    .split('\n')
    .map((line) => line.trim().replace(/\/$/, '')),
]);

/** Paths from the root, sorted, with `/` between the parts: of the whole project, or of one folder of it. */
export function projectFiles(under = '', root = ROOT): string[] {
  return readdirSync(join(root, under), { withFileTypes: true })
    .filter((entry) => !IGNORED.has(entry.name))
    .flatMap((entry) => {
      const path = under === '' ? entry.name : `${under}/${entry.name}`;
      return entry.isDirectory() ? projectFiles(path, root) : [path];
    })
    .sort();
}

export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
