// `npm run bench`: takes every measure and prints the table; the same figures go to dist/bench.json. The bench's composition root.
// A goal that is missed is said so and is no error; a measure that cannot be taken is: exit code 1.
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { buildStale } from '../../functions/local/build.ts';
import { BuildError } from '../../functions/local/bundle-part.ts';
import { dist } from './dist.ts';
import { isMet, type Measure, takeAll } from './measure.ts';
import { bundles } from './measures/bundles.ts';
import { checkIns } from './measures/check-ins.ts';
import { figureCosts } from './measures/figures.ts';
import { folding, grading } from './measures/grading.ts';
import { launcher } from './measures/launcher.ts';
import { mockUnits } from './measures/mock-units.ts';
import { pageWeights } from './measures/page-weight.ts';
import { serverCpu } from './measures/server-cpu.ts';
import { startUp } from './measures/start-up.ts';
import { starts } from './measures/starts.ts';
import { itemStatisticsCosts } from './measures/statistics.ts';
import { trainingUnits } from './measures/training.ts';
import { units } from './measures/units.ts';
import { visits } from './measures/visits.ts';
import { prices } from './prices.ts';
import { tableLines } from './table.ts';
import { yardstickMs } from './yardstick.ts';

const MEASURES: readonly Measure[] = [
  { name: 'page weights', take: pageWeights },
  { name: 'visits', take: visits },
  { name: 'units', take: units },
  { name: 'training', take: trainingUnits },
  { name: 'check-ins', take: checkIns },
  { name: 'mock papers', take: mockUnits },
  { name: 'starts', take: starts },
  { name: 'item statistics', take: itemStatisticsCosts },
  { name: 'figures of units', take: figureCosts },
  { name: 'server CPU', take: serverCpu },
  { name: 'grading', take: grading },
  { name: 'folding', take: folding },
  { name: 'bundles', take: bundles },
  { name: 'start-up', take: startUp },
  { name: 'npm start', take: launcher },
];

async function bench(): Promise<void> {
  await buildStale(console.log);
  const takenAt = new Date().toISOString();
  const [load = 0] = loadavg();
  const machine = {
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
    cores: cpus().length,
    load,
  };
  const yardstick = yardstickMs();
  const taken = await takeAll(MEASURES, (line) => console.error(line));
  const rows = taken.rows.map((row) => ({ ...row, met: isMet(row) ?? null }));
  const report = { takenAt, machine, yardstickMs: yardstick, prices, rows, failures: taken.failures };
  writeFileSync(join(dist, 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);
  for (const line of tableLines(taken)) console.log(line);
  console.log(`One yardstick, a fixed loop, took ${yardstick.toFixed(1)} ms of a core when the run began.`);
  if (load > machine.cores)
    console.log(`The machine was busy then (load ${load.toFixed(1)} on ${machine.cores} cores): times are too high.`);
  process.exitCode = taken.failures.length === 0 ? 0 : 1;
}

// What was started is ended at the end of the process, which a signal alone would not bring about. It may come twice: from the terminal and from npm.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

await bench().catch((error: unknown) => {
  console.error(error instanceof BuildError ? error.message : error);
  process.exitCode = 1;
});
