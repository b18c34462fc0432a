// A process of its own: the launcher with the built functions and site, on the database that DYNAMODB_ENDPOINT names, without the demo world.
// It says { origin } once, and { cpuMs } to every message: the processor time it has used. It ends when its parent goes.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { loadApps } from '../../../functions/local/apps.ts';
import { launch, makeUndo } from '../../../functions/local/launch.ts';

const dist = join(import.meta.dirname, '../../../dist');

const { origin } = await launch(
  process.env,
  {
    buildStale: async () => undefined,
    loadApps: (env) => loadApps(join(dist, 'functions'), env),
    loadTimed: async () => [],
    loadStreamed: async () => [],
    seedIfEmpty: async () => undefined,
    siteFolder: join(dist, 'site'),
    nowMs: () => Date.now(),
    newId: () => randomUUID(),
    log: () => undefined,
    warn: (line) => console.error(line),
  },
  makeUndo(),
);
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1000 });
});
process.once('disconnect', () => process.exit());
process.send?.({ origin });
