// P4: check-ins per second, on the whole product: the launcher's server in one process, the engine on a file with its stream on and read, the people in a
// process of their own, all on the same cores. Sets are compared, never totals: each who was let in has one mark, in the table and in the stream.
import { join } from 'node:path';
import { openDatabase, TABLE } from '../../../functions/local/database.ts';
import { keys } from '../../../functions/store/keys.ts';
import { makeStore } from '../../../functions/store/store.ts';
import { openTable, type Table } from '../../../functions/store/table.ts';
import { clientConfig, guard } from '../../support/engine.ts';
import { processorMs } from '../bundle-world.ts';
import { startRunner } from '../child.ts';
import { plantDoors, type Visit } from '../door-world.ts';
import type { Row } from '../measure.ts';
import type { Rush, Rushed } from '../runners/arrivals.ts';
import { makeScratch } from '../scratch.ts';
import { followStream, type StreamReader } from '../stream.ts';
import { yardstickMs } from '../yardstick.ts';

const SECONDS = 60;
const AT_ONCE = 16;

export async function checkIns(): Promise<Row[]> {
  const { folder, remove } = makeScratch();
  const undo: (() => unknown)[] = [remove];
  try {
    const pids: number[] = [];
    const onSpawn = (pid: number) => {
      pids.push(pid);
      const watch = guard(pid);
      undo.push(() => watch.kill('SIGKILL'));
    };
    const nowSeconds = Math.floor(Date.now() / 1000);
    const database = await openDatabase({ env: {}, file: join(folder, 'table.db'), nowSeconds, onSpawn });
    undo.push(database.stop);
    const doors = await openDoors(database.endpoint, folder, undo);
    const taken = await measured(doors, () => processorMs(pids.at(-1)));
    const { refused } = taken.came;
    if (refused.length > 0) throw new Error(`${refused.length} check-ins were refused, as ${refused[0]}`);
    return rowsOf(taken, await lostOf(doors, taken.came));
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

interface Doors {
  table: Table;
  stream: StreamReader;
  visits: Visit[];
  /** Lets people come. */
  rush(): Promise<Rushed>;
  /** Processor time of the server so far, in milliseconds. */
  serverMs(): Promise<number>;
}

/** The product on the database, the people and doors in it, the reader of its stream, and the people's process. */
async function openDoors(endpoint: string, folder: string, undo: (() => unknown)[]): Promise<Doors> {
  const env = { DYNAMODB_ENDPOINT: endpoint, DATA_DIR: join(folder, 'data'), PORT: '0' };
  const product = startRunner(new URL('../runners/product.ts', import.meta.url), [], env);
  undo.push(product.stop);
  const { origin } = await product.next<{ origin: string }>();
  const table = openTable(TABLE, clientConfig(endpoint));
  undo.push(() => table.doc.destroy());
  const visits = await plantDoors(table, new Date().toISOString());
  const stream = await followStream(endpoint, TABLE);
  const people = startRunner(new URL('../runners/arrivals.ts', import.meta.url), []);
  undo.push(people.stop);
  await people.next();
  return {
    ...{ table, stream, visits },
    rush() {
      people.send({ origin, visits, atOnce: AT_ONCE, seconds: SECONDS } satisfies Rush);
      return people.next<Rushed>();
    },
    async serverMs() {
      product.send({});
      return (await product.next<{ cpuMs: number }>()).cpuMs;
    },
  };
}

interface Taken {
  came: Rushed;
  serverMs: number;
  engineMs: number;
  /** How long after the last answer the reader had read everything. */
  lagMs: number;
  yardstick: number;
}

async function measured({ rush, serverMs, stream }: Doors, engineMs: () => number): Promise<Taken> {
  const yardstick = yardstickMs();
  const before = { server: await serverMs(), engine: engineMs() };
  const came = await rush();
  const ended = performance.now();
  const taken = { came, serverMs: (await serverMs()) - before.server, engineMs: engineMs() - before.engine, yardstick };
  await stream.finish();
  return { ...taken, lagMs: performance.now() - ended };
}

/** Who was let in and has not exactly one mark in the table and that one in the stream, and who has a mark and was not let in. */
async function lostOf({ table, stream, visits }: Doors, { letIn }: Rushed): Promise<string[]> {
  const expected = new Set(letIn.map((place) => firstMark(visits[place] as Visit)));
  const { marks } = makeStore(table);
  const found: string[] = [];
  for (const session of new Set(visits.map((visit) => visit.session))) {
    for (const { person, n } of await marks.ofSession(session)) found.push(textOf(keys.mark(session, person, n)));
  }
  const [inTable, inStream] = [new Set(found), stream.inserted];
  const missing = [...expected].filter((mark) => !inTable.has(mark) || !inStream.has(mark));
  return [...missing, ...found.filter((mark) => !expected.has(mark))];
}

const firstMark = ({ session, person }: Visit) => textOf(keys.mark(session, person, 1));
const textOf = ({ PK, SK }: { PK: string; SK: string }) => `${PK} ${SK}`;

function rowsOf({ came, serverMs, engineMs, lagMs, yardstick }: Taken, lost: readonly string[]): Row[] {
  const { letIn, waits, seconds, cpuMs } = came;
  const count = letIn.length;
  const each = (ms: number) => ms / count;
  const shares = `CPU each: server ${each(serverMs).toFixed(2)} ms, engine ${each(engineMs).toFixed(2)} ms, people ${each(cpuMs).toFixed(2)} ms`;
  const rate = count / seconds;
  const server = each(serverMs + engineMs);
  const note = `${count} in ${seconds.toFixed(0)} s, ${AT_ONCE} at once, stream on and read; ${shares}`;
  const readNote = `the reader had all of the stream ${lagMs.toFixed(0)} ms after the last`;
  return [
    {
      goal: 'P4',
      what: 'check-ins per second',
      ...{ figure: rate, unit: 'per s', limit: { least: 250 }, yardsticks: 1000 / rate / yardstick, note },
    },
    {
      goal: 'P4',
      what: 'check-ins lost or doubled, by set',
      ...{ figure: lost.length, unit: 'marks', limit: { most: 0 }, note: readNote },
    },
    { goal: '–', what: 'a check-in takes, p95', figure: p95(waits), unit: 'ms', yardsticks: p95(waits) / yardstick },
    { goal: '–', what: 'server CPU of a check-in', figure: server, unit: 'ms CPU', yardsticks: server / yardstick },
  ];
}

function p95(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.ceil(numbers.length * 0.95) - 1] ?? Number.NaN;
}
