// The functions: one bundle per manifest entry, `dist/functions/<name>/index.mjs`. AWS runs these files, and so does `npm start`.
// What fills each bundle stands beside it in `<name>.meta.json` (esbuild's metafile).
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { manifest } from '../entry/manifest.ts';
import { BuildError, type Job, type Part } from './bundle-part.ts';

export const functionsPart: Part = {
  name: 'functions',
  inputs: [
    ...['app', 'contract', 'domain', 'entry', 'http', 'identity', 'jobs', 'store'].map((room) => `functions/${room}`),
    'functions/deps.ts',
    'functions/local/bundle-functions.ts',
    'functions/local/bundle-credentials.ts',
    'package-lock.json',
  ],
  async make({ root, into, log }) {
    const sizes = await Promise.all(manifest.map(({ name, file }) => bundle({ name, file }, { root, into })));
    log(`functions: ${sizes.map(({ name, bytes }) => `${name} ${(bytes / 1000).toFixed(0)} kB`).join(', ')}`);
  },
};

async function bundle({ name, file }: { name: string; file: string }, { root, into }: Omit<Job, 'log'>) {
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
    alias: { '@aws-sdk/credential-provider-node': join(import.meta.dirname, 'bundle-credentials.ts') },
    metafile: true,
    logLevel: 'silent',
  });
  refuseRequire(name, metafile);
  mkdirSync(into, { recursive: true });
  writeFileSync(join(into, `${name}.meta.json`), JSON.stringify(metafile));
  return { name, bytes: Object.values(metafile.outputs)[0]?.bytes ?? 0 };
}

/** An ES module has no `require`: a bundle that calls it would fail at its first request, so it fails here. */
function refuseRequire(name: string, { outputs }: Metafile): void {
  const calls = Object.values(outputs).flatMap((output) => output.imports.filter((i) => i.kind === 'require-call'));
  if (calls.length === 0) return;
  const paths = calls.map((call) => call.path).join(', ');
  throw new BuildError(`The bundle ${name} calls require(${paths}); an ES module on Lambda has none.`);
}
