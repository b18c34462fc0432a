// `npm start`: the composition root of one machine. Clock, ids and the real build, bundles and seed are put in here.
import { randomUUID } from 'node:crypto';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

const dist = join(import.meta.dirname, '../../dist');

// Halves the start: most of it is reading the same code again. What is imported before this call is not cached.
enableCompileCache(join(dist, 'compile-cache'));
const [{ loadApps, loadStreamed, loadTimed }, { run }] = await Promise.all([import('./apps.ts'), import('./run.ts')]);

await run(process.env, {
  buildStale: async (log) => (await import('./build.ts')).buildStale(log),
  loadApps: (env) => loadApps(join(dist, 'functions'), env),
  loadTimed: () => loadTimed(join(dist, 'functions')),
  loadStreamed: () => loadStreamed(join(dist, 'functions')),
  seedIfEmpty: async (env) => (await import('./seed.ts')).seedIfEmpty(env, (line) => console.log(line)),
  siteFolder: join(dist, 'site'),
  nowMs: () => Date.now(),
  newId: () => randomUUID(),
  log: (line) => console.log(line),
  warn: (line) => console.error(line),
});
