// P2b: processor time of the server, function and engine together, for a saved answer. The bundle runs in a process of its own that does nothing else,
// and each size has an engine of its own, because that one's writes slow down with every record it keeps.
import { batches } from '../answers.ts';
import { type BundleWorld, openBundleWorld } from '../bundle-world.ts';
import { type Child, startRunner } from '../child.ts';
import { bundleFile } from '../dist.ts';
import { type HttpEvent, httpEvent } from '../events.ts';
import type { Row } from '../measure.ts';
import { yardstickMs } from '../yardstick.ts';

const SIZES = [1, 20, 50];
const WARM = 100;
const MEASURED = 300;

export async function serverCpu(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of SIZES) rows.push(await savingRow(size));
  return rows;
}

async function savingRow(size: number): Promise<Row> {
  const world = await openBundleWorld();
  const runner = new URL('../runners/many-answers.ts', import.meta.url);
  const child = startRunner(runner, [bundleFile('candidate')], world.env);
  try {
    await child.next();
    const events = eventsOf(world, size);
    await answered(child, events.slice(0, WARM));
    const yardstick = yardstickMs();
    const before = await world.engineMs();
    const functionMs = (await answered(child, events.slice(WARM))) / MEASURED;
    const engineMs = ((await world.engineMs()) - before) / MEASURED;
    const figure = (functionMs + engineMs) / size;
    return {
      goal: 'P2b',
      what: `server CPU of a saved answer, ${size} a batch`,
      figure,
      unit: 'ms CPU',
      limit: { most: 0.9 },
      yardsticks: figure / yardstick,
      note: `a batch: function ${functionMs.toFixed(2)} ms, engine ${engineMs.toFixed(2)} ms`,
    };
  } finally {
    child.stop();
    await world.close();
  }
}

function eventsOf({ person, cookie, env }: BundleWorld, size: number): HttpEvent[] {
  const { ORIGIN: origin = '' } = env;
  return batches((WARM + MEASURED) * size, size).map((body) => httpEvent('addBatch', { person, cookie, origin, body }));
}

/** Processor time of the function for some events, in milliseconds. */
async function answered(child: Child, events: HttpEvent[]): Promise<number> {
  child.send(events);
  const { cpuMs, refused } = await child.next<{ cpuMs: number; refused: number }>();
  if (refused > 0) throw new Error(`${refused} of ${events.length} batches were refused`);
  return cpuMs;
}
