// Build time only: which catalogue of the bank, and which divisions, this site is built with.
import { readFileSync } from 'node:fs';

interface BuiltRelease {
  catalogue: string;
}

interface BuiltDivisions {
  index: string;
}

/** The hash of the catalogue that the bank's build wrote. Throws when the bank was not built first. */
export function builtCatalogue(): string {
  return built<BuiltRelease>('release').catalogue;
}

/** The hash of the divisions' index, written by the same build. */
export function builtDivisions(): string {
  return built<BuiltDivisions>('divisions').index;
}

function built<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../../dist/bank/${name}.json`, import.meta.url), 'utf8')) as T;
}
