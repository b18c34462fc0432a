// Two projects: `unit` in parallel workers (each opens its own engine or table), and `browser`, one file after the other. tests/run.ts runs them side
// by side, so that on a small machine `unit` has the worker that vitest gives it by default.
import { defineConfig } from 'vitest/config';

/** Generous: a real engine, real processes and a browser share two slow cores with everything else. */
const UNIT_MS = 20_000;
const BROWSER_MS = 90_000;

export default defineConfig({
  test: {
    allowOnly: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/{functions,site,infra,fences}/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/support/setup.ts'],
          testTimeout: UNIT_MS,
          hookTimeout: UNIT_MS,
          sequence: { groupOrder: 0 },
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
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
