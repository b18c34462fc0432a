// The functions: one bundle per manifest entry, `dist/functions/<name>/index.mjs`. AWS runs these files, and so does `npm start`.
// What fills each bundle stands beside it in `<name>.meta.json` (esbuild's metafile).
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import type { FunctionEntry } from '../entry/function-entry.ts';
import { manifest } from '../entry/manifest.ts';
import { placeMockBank } from './bundle-mock-bank.ts';
import { BuildError, type Job, type Part } from './bundle-part.ts';

export const functionsPart: Part = {
  name: 'functions',
  inputs: [
    ...['app', 'content', 'contract', 'domain', 'entry', 'http', 'identity', 'jobs', 'mail', 'papers', 'store'].map(
      (room) => `functions/${room}`,
    ),
    'functions/deps.ts',
    'functions/local/bundle-functions.ts',
    'functions/local/bundle-mock-bank.ts',
    'functions/local/bundle-credentials.ts',
    'functions/local/bundle-brotli.ts',
    'functions/local/bundle-endpoint-cache.ts',
    'functions/local/bundle-event-streams.ts',
    'functions/local/bundle-json-schema.ts',
    'functions/local/bundle-mime-types.ts',
    'package-lock.json',
  ],
  async make({ root, into, log }) {
    const sizes = await Promise.all(manifest.map((entry) => bundle(entry, { root, into })));
    const asking = manifest.filter((entry) => entry.mockBank);
    const items = await placeMockBank(
      root,
      asking.map(({ name }) => join(into, name, 'mock')),
    );
    log(`functions: ${sizes.map(({ name, bytes }) => `${name} ${(bytes / 1000).toFixed(0)} kB`).join(', ')}`);
    log(`mock bank: ${items} items beside ${asking.length} functions`);
  },
};

async function bundle({ name, file, files = [] }: FunctionEntry, { root, into }: Omit<Job, 'log'>) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [file],
    outfile: join(into, name, 'index.mjs'),
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    charset: 'utf8',
    legalComments: 'none',
    // The ES module form first: it is what can be shaken; `import * as z` is 85 kB of zod then, not 454.
    mainFields: ['module', 'main'],
    alias: {
      '@aws-sdk/credential-provider-node': join(import.meta.dirname, 'bundle-credentials.ts'),
      'brotli/decompress.js': join(import.meta.dirname, 'bundle-brotli.ts'),
      '@aws-sdk/endpoint-cache': join(import.meta.dirname, 'bundle-endpoint-cache.ts'),
      '@smithy/core/event-streams': join(import.meta.dirname, 'bundle-event-streams.ts'),
    },
    plugins: [withoutJsonSchema, withoutMimeTypes, versionAlone],
    metafile: true,
    logLevel: 'silent',
  });
  refuseRequire(name, metafile);
  mkdirSync(into, { recursive: true });
  for (const one of files) copyFileSync(join(root, one), join(into, name, basename(one)));
  writeFileSync(join(into, `${name}.meta.json`), JSON.stringify(metafile));
  return { name, bytes: Object.values(metafile.outputs)[0]?.bytes ?? 0 };
}

/** zod reaches its JSON Schemas by relative paths, which no alias meets. */
const withoutJsonSchema: Plugin = {
  name: 'without-json-schema',
  setup({ onResolve }) {
    onResolve({ filter: /\/(json-schema-processors|to-json-schema)\.js$/ }, ({ importer }) =>
      /[\\/]zod[\\/]v4[\\/]/.test(importer) ? { path: join(import.meta.dirname, 'bundle-json-schema.ts') } : undefined,
    );
  },
};

/** nodemailer reaches its list of types by a relative path, too. */
const withoutMimeTypes: Plugin = {
  name: 'without-mime-types',
  setup({ onResolve }) {
    onResolve({ filter: /\/mime-types\.js$/ }, ({ importer }) =>
      /[\\/]nodemailer[\\/]/.test(importer) ? { path: join(import.meta.dirname, 'bundle-mime-types.ts') } : undefined,
    );
  },
};

/** An SDK client asks its package.json for its version: 2 kB of it are scripts and lists of what it is built by. */
const versionAlone: Plugin = {
  name: 'version-alone',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]@aws-sdk[\\/]client-[\w-]+[\\/]package\.json$/ }, ({ path }) => {
      const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

/** An ES module has no `require`: a bundle that calls it would fail at its first request, so it fails here. */
function refuseRequire(name: string, { outputs }: Metafile): void {
  const calls = Object.values(outputs).flatMap((output) => output.imports.filter((i) => i.kind === 'require-call'));
  if (calls.length === 0) return;
  const paths = calls.map((call) => call.path).join(', ');
  throw new BuildError(`The bundle ${name} calls require(${paths}); an ES module on Lambda has none.`);
}
