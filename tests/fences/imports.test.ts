// The table of who may import whom holds for the tree as it stands, and every row of it bites.
import { beforeAll, describe, expect, it } from 'vitest';
import { type Cruised, cruiseSource, FEWEST, unseen } from './import-rules.ts';

/** A planted file, the import in it, and the rule that must name the file. Each is one violation. */
const plants: { path: string; line: string; rule: string }[] = [
  { path: 'functions/domain/planted-a.ts', line: "import { readFileSync } from 'node:fs';", rule: 'domain-node' },
  { path: 'functions/domain/planted-b.ts', line: "import * as z from 'zod';", rule: 'domain-packages' },
  {
    path: 'functions/domain/planted-c.ts',
    line: "import type { Store } from '../store/store.ts';",
    rule: 'domain-files',
  },
  { path: 'functions/domain/planted-d.ts', line: "export * from '../app/problem.ts';", rule: 'domain-files' },
  { path: 'functions/domain/planted-e.ts', line: "const fs = await import('node:fs');", rule: 'domain-node' },
  {
    path: 'functions/contract/planted-a.ts',
    line: "import type { Store } from '../store/store.ts';",
    rule: 'contract-files',
  },
  { path: 'functions/contract/planted-b.ts', line: "import { Hono } from 'hono';", rule: 'contract-packages' },
  { path: 'functions/contract/planted-c.ts', line: "import { createHash } from 'node:crypto';", rule: 'contract-node' },
  {
    path: 'functions/content/planted-a.ts',
    line: "import { makeStore } from '../store/store.ts';",
    rule: 'content-files',
  },
  {
    path: 'functions/content/checks/planted-a.ts',
    line: "import { readFileSync } from 'node:fs';",
    rule: 'checks-node',
  },
  {
    path: 'functions/store/planted-a.ts',
    line: "import type { Answer } from '../contract/index.ts';",
    rule: 'store-files',
  },
  { path: 'functions/store/planted-b.ts', line: "import { Problem } from '../app/problem.ts';", rule: 'store-files' },
  { path: 'functions/store/planted-c.ts', line: "import { Hono } from 'hono';", rule: 'store-packages' },
  { path: 'functions/app/planted-a.ts', line: "import { makeStore } from '../store/store.ts';", rule: 'app-types' },
  { path: 'functions/app/planted-b.ts', line: "import { shapes } from '../contract/index.ts';", rule: 'app-types' },
  { path: 'functions/app/planted-c.ts', line: "import type { EdgeEnv } from '../http/bind.ts';", rule: 'app-files' },
  {
    path: 'functions/app/planted-d.ts',
    line: "import { GetCommand } from '@aws-sdk/lib-dynamodb';",
    rule: 'app-packages',
  },
  { path: 'functions/app/planted-e.ts', line: "import { randomBytes } from 'node:crypto';", rule: 'app-node' },
  { path: 'functions/http/planted-a.ts', line: "import type { Store } from '../store/store.ts';", rule: 'http-files' },
  { path: 'functions/http/planted-b.ts', line: "import * as oidc from 'openid-client';", rule: 'http-packages' },
  { path: 'functions/http/planted-c.ts', line: "import * as z from 'zod';", rule: 'http-package-types' },
  { path: 'functions/http/planted-d.ts', line: "import { createHash } from 'node:crypto';", rule: 'http-node' },
  {
    path: 'functions/identity/planted-a.ts',
    line: "import { Problem } from '../app/problem.ts';",
    rule: 'identity-types',
  },
  { path: 'functions/identity/planted-b.ts', line: "import { Hono } from 'hono';", rule: 'identity-packages' },
  { path: 'functions/jobs/planted-a.ts', line: "import { bind } from '../http/bind.ts';", rule: 'jobs-files' },
  { path: 'functions/jobs/planted-c.ts', line: "import { createTransport } from 'nodemailer';", rule: 'jobs-packages' },
  { path: 'functions/mail/planted-a.ts', line: "import { makeStore } from '../store/store.ts';", rule: 'mail-files' },
  { path: 'functions/mail/planted-b.ts', line: "import type { Hono } from 'hono';", rule: 'mail-packages' },
  { path: 'functions/jobs/planted-b.ts', line: "import { makeStore } from '../store/store.ts';", rule: 'jobs-types' },
  {
    path: 'functions/entry/manifest.ts',
    line: "import { audiences } from '../contract/routes.ts';",
    rule: 'manifest-types',
  },
  { path: 'functions/entry/planted-a.ts', line: "import { makeStore } from '../store/store.ts';", rule: 'entry-files' },
  { path: 'functions/local/planted-a.ts', line: "import { bind } from '../http/bind.ts';", rule: 'local-files' },
  {
    path: 'functions/local/planted-b.ts',
    line: "import { GetCommand } from '@aws-sdk/lib-dynamodb';",
    rule: 'local-packages',
  },
  {
    path: 'functions/local/planted-c.ts',
    line: "import { emit } from '../contract/openapi.ts';",
    rule: 'openapi-is-a-tool',
  },
  {
    path: 'site/src/planted-a.ts',
    line: "import { shapes } from '../../functions/contract/index.ts';",
    rule: 'site-types',
  },
  {
    path: 'site/src/planted-b.ts',
    line: "import type { Deps } from '../../functions/app/deps.ts';",
    rule: 'site-files',
  },
  { path: 'site/src/planted-c.ts', line: "import { openDB } from 'idb';", rule: 'site-packages' },
  { path: 'site/src/planted-d.ts', line: "import { readFileSync } from 'node:fs';", rule: 'site-node' },
  { path: 'site/src/planted-e.ts', line: "import * as z from 'zod';", rule: 'site-packages' },
  { path: 'site/src/planted-f.ts', line: "import { ROOT } from '../../tests/fences/files.ts';", rule: 'site-files' },
  {
    path: 'site/src/planted-g.astro.ts',
    line: "import { keys } from '../../functions/store/keys.ts';",
    rule: 'site-files',
  },
  { path: 'site/src/journal/planted-a.ts', line: "import * as z from 'zod';", rule: 'journal-packages' },
  { path: 'infra/planted-a.ts', line: "import { makeStore } from '../functions/store/store.ts';", rule: 'infra-types' },
  { path: 'infra/planted-b.ts', line: "import { build } from 'esbuild';", rule: 'infra-packages' },
  { path: 'functions/app/planted-f.ts', line: "import { b } from './nowhere.ts';", rule: 'no-unknown' },
  { path: 'functions/app/planted-g.ts', line: "export * from './planted-h.ts';", rule: 'no-circle' },
];

/** The other half of the planted circle, which is reported once. */
const counterpart = { 'functions/app/planted-h.ts': "export * from './planted-g.ts';\n" };

/** What the table allows, and no rule may name. */
const allowed: { path: string; line: string }[] = [
  { path: 'functions/app/allowed-a.ts', line: "import type { Store } from '../store/store.ts';" },
  { path: 'functions/app/allowed-b.ts', line: "import { dayOf } from '../domain/time.ts';" },
  { path: 'functions/http/allowed-a.ts', line: "import type * as z from 'zod';" },
  { path: 'site/src/allowed-a.ts', line: "import { routes } from '../../functions/contract/routes.ts';" },
  { path: 'site/src/allowed-b.ts', line: "import type { Answer } from '../../functions/contract/index.ts';" },
  { path: 'site/src/allowed-c.ts', line: "import { dayOf } from '../../functions/domain/time.ts';" },
  { path: 'site/src/journal/allowed-a.ts', line: "import { openDB } from 'idb';" },
  { path: 'infra/allowed-a.ts', line: "import type { Store } from '../functions/store/store.ts';" },
];

const text = (file: { line: string }) => `${file.line}\n`;

describe('the import rules', () => {
  let real: Cruised;
  let planted: Cruised;

  beforeAll(async () => {
    real = await cruiseSource();
    const files = Object.fromEntries([...plants, ...allowed].map((file) => [file.path, text(file)]));
    planted = await cruiseSource({ ...files, ...counterpart });
  }, 60_000);

  it('hold for the whole tree', () => {
    expect(real.violations).toEqual([]);
  });

  it('were asked about every room, not about nothing', () => {
    expect(unseen(real)).toEqual([]);
  });

  it('notice a checker that reads no TypeScript', () => {
    expect(unseen({ violations: [], seen: {} })).toHaveLength(Object.keys(FEWEST).length);
  });

  it.each(plants)('refuse `$line` in $path', ({ path, rule }) => {
    expect(planted.violations).toContainEqual(expect.objectContaining({ from: path, rule }));
  });

  it.each(allowed)('allow `$line` in $path', ({ path }) => {
    expect(planted.violations.filter((violation) => violation.from === path)).toEqual([]);
  });
});
