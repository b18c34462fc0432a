// The composition root: the environment becomes clients, the clients become Deps. The only file with a clock, a generator and an id maker.
import { createHash, randomBytes } from 'node:crypto';
import type { CoreDeps } from './app/deps.ts';
import { makeStore } from './store/store.ts';
import { openTable } from './store/table.ts';

type Environment = { [name: string]: string | undefined };

/** Deps from TABLE_NAME, ORIGIN and, for the embedded engine, DYNAMODB_ENDPOINT. A missing name is a fault of the deployment. */
export function makeDeps(env: Environment): CoreDeps {
  const endpoint = env.DYNAMODB_ENDPOINT;
  return {
    store: makeStore(openTable(needed(env, 'TABLE_NAME'), endpoint ? { endpoint } : {})),
    origin: needed(env, 'ORIGIN'),
    now: () => new Date().toISOString(),
    newId: () => randomBytes(12).toString('base64url'),
    newSecret: () => randomBytes(32).toString('base64url'),
    digest: async (text) => createHash('sha256').update(text).digest('base64url'),
    clockMs: () => performance.now(),
    sink: (line) => console.log(line),
  };
}

/** The identity provider from ISSUER and CLIENT_ID. */
export function issuerFrom(env: Environment) {
  return { issuer: needed(env, 'ISSUER'), clientId: needed(env, 'CLIENT_ID'), origin: needed(env, 'ORIGIN') };
}

function needed(env: Environment, name: string): string {
  const value = env[name];
  if (value === undefined || value === '') throw new Error(`the environment lacks ${name}`);
  return value;
}
