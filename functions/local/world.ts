// `npm run world`: `npm start` in a data folder of its own, with the large world in it. Minutes the first time; then as quick as any start.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { makeExamDeps, makeStaffDeps, sealKeyFrom } from '../deps.ts';
import { makeSigner } from '../papers/signer.ts';
import { sha256 } from '../store/digest.ts';
import { makeStore } from '../store/store.ts';
import { openTable } from '../store/table.ts';
import { loadApps, loadStreamed, loadTimed } from './apps.ts';
import { buildStale } from './build.ts';
import { TABLE } from './database.ts';
import { run } from './run.ts';
import { seedIfEmpty } from './seed.ts';
import { lastYear } from './seed-exams.ts';
import { plannedExams } from './seed-exams-plan.ts';
import { seedLarge } from './seed-large.ts';
import { plannedPeople } from './seed-people.ts';
import { plannedTrees } from './seed-units.ts';
import { seedWorld } from './seed-world.ts';
import { progressFile } from './stream-progress.ts';
import { readToTheEnd } from './streams.ts';
import { sentenceOf, worldFigures } from './world-figures.ts';
import { worldPlan } from './world-plan.ts';

const dist = join(import.meta.dirname, '../../dist');
const folder = process.env.DATA_DIR || '.data-world';
const log = (line: string) => console.log(line);
const warn = (line: string) => console.error(line);

async function seed(env: Record<string, string>): Promise<void> {
  await seedIfEmpty(env, log);
  const { TABLE_NAME = '', DYNAMODB_ENDPOINT: endpoint = '' } = env;
  const table = openTable(TABLE_NAME, { endpoint });
  const writer = await seedWorld({ ...makeStaffDeps(env), store: makeStore(table, sha256, new Map()) }, log);
  const exams = makeExamDeps(env);
  const trees = plannedTrees();
  const there = plannedExams(trees, plannedPeople(trees), lastYear(exams)).lists;
  await seedLarge({ ...writer, exams, signer: makeSigner(sealKeyFrom(env)) }, worldPlan(trees, { there }), log);
  log('正在计数 Counting …');
  const file = progressFile(join(folder, 'table.db'));
  const streamed = await loadStreamed(join(dist, 'functions'));
  await readToTheEnd({ endpoint, table: TABLE, file, streamed, warn }, (read) => log(`  ${read}`));
  for (const figure of await worldFigures(table)) log(sentenceOf(figure));
}

await run(
  { ...process.env, DATA_DIR: folder },
  {
    buildStale,
    loadApps: (env) => loadApps(join(dist, 'functions'), env),
    loadTimed: () => loadTimed(join(dist, 'functions')),
    loadStreamed: () => loadStreamed(join(dist, 'functions')),
    seedIfEmpty: seed,
    siteFolder: join(dist, 'site'),
    nowMs: () => Date.now(),
    newId: () => randomUUID(),
    log,
    warn,
  },
);
