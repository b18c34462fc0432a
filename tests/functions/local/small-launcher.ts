// The launcher as its own process, with small parts in place of the real build, bundles and seed. PARTS_FAIL names one that breaks.
import { setTimeout as wait } from 'node:timers/promises';
import { BuildError } from '../../../functions/local/bundle-part.ts';
import { run } from '../../../functions/local/run.ts';

const { PARTS_FAIL, SITE_FOLDER = '' } = process.env;

await run(process.env, {
  async buildStale(log) {
    log('building');
    if (PARTS_FAIL === 'build') throw new BuildError('This part does not build.');
    if (PARTS_FAIL === 'slow build') await wait(60_000);
  },
  async loadApps(env) {
    return new Map([['public', { fetch: () => Response.json(env) }]]);
  },
  async loadTimed() {
    return [{ name: 'clock', everyMinutes: 1, run: async () => console.log('ticking') }];
  },
  async loadStreamed() {
    return [];
  },
  async seedIfEmpty(env) {
    if (PARTS_FAIL === 'seed') throw new Error('the seed broke');
    console.log(`seeding ${env.TABLE_NAME}`);
  },
  siteFolder: SITE_FOLDER,
  nowMs: () => Date.now(),
  newId: () => 'id',
  log: (line) => console.log(line),
  warn: (line) => console.error(line),
});
