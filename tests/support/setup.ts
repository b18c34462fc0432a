// For every test: what is said on console.error or console.warn fails it, and a failed property says its seed.
import fc from 'fast-check';
import { afterEach, beforeEach, expect, vi } from 'vitest';

/** A failure prints `{ seed: …, path: … }`; FAST_CHECK_SEED=… runs everything again from that seed. */
const seed = Number(process.env.FAST_CHECK_SEED);
fc.configureGlobal({ numRuns: 200, verbose: fc.VerbosityLevel.Verbose, ...(seed ? { seed } : {}) });

let said: unknown[][] = [];

beforeEach(() => {
  said = [];
  for (const method of ['error', 'warn'] as const) {
    vi.spyOn(console, method).mockImplementation((...words) => {
      said.push([method, ...words]);
    });
  }
});

afterEach(() => {
  expect(said, 'console.error and console.warn fail a test').toEqual([]);
});
