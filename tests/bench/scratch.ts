// A folder for one measure, gone afterwards: also when the run is interrupted.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Scratch {
  folder: string;
  remove(): void;
}

export function makeScratch(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  // What still writes there as it stops may make this fail; that is tried again, and is no reason to fail a run.
  const clear = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  process.once('exit', clear);
  return {
    folder,
    remove() {
      process.off('exit', clear);
      clear();
    },
  };
}
