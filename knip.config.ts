// What knip starts from: files that something other than an import runs. Everything else must be reached from these, or go.
import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    'functions/entry/*.ts',
    'functions/local/{main,build,dev,audit,bootstrap,backfill,figures}.ts',
    // Stand-ins that esbuild puts in the place of modules: their exports are those modules'.
    'functions/local/bundle-{endpoint-cache,event-streams,json-schema,mime-types}.ts',
    'functions/content/{cli,emit}.ts',
    'site/src/pages/**/*.{astro,ts}',
    'site/src/worker/*.ts',
    'tests/{run,check,soak}.ts',
    'tests/fences/{import-rules,size-budget}.ts',
  ],
  project: ['{functions,infra,site,tests}/**/*.{ts,tsx,astro}', '*.{ts,mjs}'],
  astro: { config: ['site/astro.config.ts'] },
  // `astro check` loads it by name.
  ignoreDependencies: ['@astrojs/check'],
  // A type that names the shape of an exported function is exported with it, whether or not somebody else says its name.
  ignoreExportsUsedInFile: { interface: true, type: true },
};

export default config;
