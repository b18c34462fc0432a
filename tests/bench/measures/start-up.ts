// P5: from the start of a process to the first answer of a function's bundle, beyond what an empty handler takes. Started in pairs, one of each in turn,
// so that a slow moment of the machine meets both; the median of the differences counts.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { guestEnv, openBundleWorld } from '../bundle-world.ts';
import { startRunner } from '../child.ts';
import { bundleFile } from '../dist.ts';
import { type HttpEvent, httpEvent } from '../events.ts';
import type { Row } from '../measure.ts';
import { makeScratch } from '../scratch.ts';
import { median, yardstickMs } from '../yardstick.ts';

const PAIRS = 9;
const EMPTY = 'export const handler = async () => ({ statusCode: 200, body: "{}" });\n';

interface Start {
  file: string;
  event: HttpEvent;
  env: Record<string, string>;
  /** The answer that tells it went well. */
  status: number;
}

interface Timed {
  ms: number;
  cpuMs: number;
}

export async function startUp(): Promise<Row[]> {
  const { folder, remove } = makeScratch();
  const world = await openBundleWorld();
  try {
    const empty = join(folder, 'index.mjs');
    writeFileSync(empty, EMPTY);
    const guest = { file: bundleFile('public'), event: httpEvent('me'), env: guestEnv(), status: 200 };
    const { person, cookie, env } = world;
    const member = {
      file: bundleFile('candidate'),
      event: httpEvent('listBatches', { person, cookie }),
      env,
      status: 200,
    };
    return [
      await rowOf('public: a guest asks who they are', guest, empty),
      await rowOf('candidate: a sync, two reads of the table', member, empty),
    ];
  } finally {
    await world.close();
    remove();
  }
}

async function rowOf(what: string, start: Start, empty: string): Promise<Row> {
  const yardstick = yardstickMs();
  const beyond: Timed[] = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const base = await firstAnswer({ ...start, file: empty });
    const own = await firstAnswer(start);
    beyond.push({ ms: own.ms - base.ms, cpuMs: own.cpuMs - base.cpuMs });
  }
  const figure = median(beyond.map(({ ms }) => ms));
  const cpuMs = median(beyond.map((one) => one.cpuMs));
  return {
    goal: 'P5',
    what: `first answer of ${what}`,
    figure,
    unit: 'ms',
    limit: { most: 150 },
    yardsticks: figure / yardstick,
    note: `median of ${PAIRS} pairs on a whole core; processor ${cpuMs.toFixed(0)} ms`,
  };
}

/** One start, to its answer. */
async function firstAnswer({ file, event, env, status }: Start): Promise<Timed> {
  const runner = new URL('../runners/first-answer.ts', import.meta.url);
  const child = startRunner(runner, [file, JSON.stringify(event)], env);
  const { statusCode, ...timed } = await child.next<Timed & { statusCode: number }>();
  child.stop();
  if (statusCode !== status) throw new Error(`${file} answered ${statusCode} instead of ${status}`);
  return timed;
}
