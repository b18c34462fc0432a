// Three projects: `pure` needs nothing but this process; `unit` opens an engine or a table of its own in each file; `browser` runs one file after the
// other. The first two share a worker file after file, for loading the SDK anew for each of 200 files is a third of their time; a file leaves nothing
// behind. tests/run.ts runs the three side by side, so that on a small machine each has the worker that vitest gives it by default.
import { defineConfig } from 'vitest/config';

/** Generous: a real engine, real processes and a browser share two slow cores with everything else. */
const UNIT_MS = 20_000;
const BROWSER_MS = 90_000;
/** As long as a story waits for what is on a page (tests/browser/visitors.ts). */
const POLL_MS = 15_000;

const PURE = ['tests/site/**/*.test.{ts,tsx}', 'tests/functions/{domain,content,contract}/**/*.test.ts'];

export default defineConfig({
  test: {
    allowOnly: false,
    projects: [
      {
        test: {
          name: 'pure',
          include: PURE,
          setupFiles: ['tests/support/setup.ts'],
          testTimeout: UNIT_MS,
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'unit',
          include: ['tests/{functions,site,infra,fences}/**/*.test.{ts,tsx}'],
          exclude: PURE,
          setupFiles: ['tests/support/setup.ts'],
          testTimeout: UNIT_MS,
          hookTimeout: UNIT_MS,
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/global-setup.ts'],
          testTimeout: BROWSER_MS,
          hookTimeout: BROWSER_MS,
          fileParallelism: false,
          expect: { poll: { timeout: POLL_MS } },
          // A whole browser beside other work: what passes only at the second go is named in the output (`retry x1`), and is a bug to look for.
          retry: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
