// What the demo world is seeded with in tests: a fixed clock and key, and a store that remembers where it left each audit chain.
import { createHmac, randomBytes } from 'node:crypto';
import type { StaffDeps } from '../../../functions/app/deps.ts';
import { makeVault } from '../../../functions/deps.ts';
import { sha256 } from '../../../functions/store/digest.ts';
import { makeStore } from '../../../functions/store/store.ts';
import type { Table } from '../../../functions/store/table.ts';

const NOW = '2026-03-01T04:00:00.000Z';
export const SEAL_KEY = Buffer.alloc(32, 7).toString('base64');

export function depsOn(table: Table): StaffDeps {
  return {
    ...{
      store: makeStore(table, sha256, new Map()),
      origin: 'http://127.0.0.1:1',
      now: () => NOW,
      clockMs: () => 0,
      mac: (secret: string, text: string) => createHmac('sha256', secret).update(text).digest('hex'),
      sink: () => undefined,
    },
    ...{ newId: () => randomBytes(12).toString('base64url'), newSecret: () => randomBytes(32).toString('base64url') },
    ...{ digest: async (text: string) => sha256(text), vault: makeVault(SEAL_KEY) },
  };
}
