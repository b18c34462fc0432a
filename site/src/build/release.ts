// Build time only: which catalogue of the bank this site is built with.
import { readFileSync } from 'node:fs';

interface BuiltRelease {
  catalogue: string;
}

/** The hash of the catalogue that the bank's build wrote. Throws when the bank was not built first. */
export function builtCatalogue(): string {
  const file = new URL('../../../dist/bank/release.json', import.meta.url);
  const release = JSON.parse(readFileSync(file, 'utf8')) as BuiltRelease;
  return release.catalogue;
}
