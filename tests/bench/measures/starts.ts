// P4: three thousand people who start one set paper of eighty questions at the same time, on the whole product, as in check-ins. Sets are compared: each
// who was answered has one attempt, and the paper knows it.
import { join } from 'node:path';
import { openDatabase, TABLE } from '../../../functions/local/database.ts';
import { makeMockStore } from '../../../functions/store/store.ts';
import { openTable, type Table } from '../../../functions/store/table.ts';
import { clientConfig, guard } from '../../support/engine.ts';
import { processorMs } from '../bundle-world.ts';
import { startRunner } from '../child.ts';
import type { Row } from '../measure.ts';
import type { Ask, Rush, Rushed } from '../runners/rush.ts';
import { makeScratch } from '../scratch.ts';
import { PAPER, plantSitters } from '../start-world.ts';
import { yardstickMs } from '../yardstick.ts';

/** Connections that 3,000 browsers share at the front door. */
const AT_ONCE = 64;
const SECONDS_MOST = 20;

export async function starts(): Promise<Row[]> {
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
    const hall = await openHall(database.endpoint, folder, undo);
    const yardstick = yardstickMs();
    const before = { server: await hall.serverMs(), engine: processorMs(pids.at(-1)) };
    const came = await hall.rush();
    const cpu = { server: (await hall.serverMs()) - before.server, engine: processorMs(pids.at(-1)) - before.engine };
    return rowsOf({ came, cpu, yardstick }, await lostOf(hall, came));
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

interface Hall {
  table: Table;
  asks: Ask[];
  rush(): Promise<Rushed>;
  serverMs(): Promise<number>;
}

async function openHall(endpoint: string, folder: string, undo: (() => unknown)[]): Promise<Hall> {
  const env = { DYNAMODB_ENDPOINT: endpoint, DATA_DIR: join(folder, 'data'), PORT: '0' };
  const product = startRunner(new URL('../runners/product.ts', import.meta.url), [], env);
  undo.push(product.stop);
  const { origin } = await product.next<{ origin: string }>();
  const table = openTable(TABLE, clientConfig(endpoint));
  undo.push(() => table.doc.destroy());
  const asks = await plantSitters(table, new Date().toISOString());
  const people = startRunner(new URL('../runners/rush.ts', import.meta.url), []);
  undo.push(people.stop);
  await people.next();
  return {
    ...{ table, asks },
    rush() {
      people.send({ origin, asks, atOnce: AT_ONCE } satisfies Rush);
      return people.next<Rushed>();
    },
    async serverMs() {
      product.send({});
      return (await product.next<{ cpuMs: number }>()).cpuMs;
    },
  };
}

/** Whose attempt the paper does not know, or who has another one. */
async function lostOf({ table, asks }: Hall, { done }: Rushed): Promise<string[]> {
  const { setPapers, attempts } = makeMockStore(table);
  const { found } = await setPapers.sitters(PAPER, { limit: asks.length });
  const sat = new Map(found.map(({ person, attempt }) => [person, attempt]));
  const lost: string[] = [];
  for (const place of done) {
    const person = asks[place]?.path.split('/')[4] ?? '';
    const own = await attempts.ofPerson(person, 5);
    if (own.length !== 1 || own[0]?.id !== sat.get(person)) lost.push(person);
  }
  return lost;
}

interface Taken {
  came: Rushed;
  cpu: { server: number; engine: number };
  yardstick: number;
}

function rowsOf({ came, cpu, yardstick }: Taken, lost: readonly string[]): Row[] {
  const { done, refused, waits, seconds, cpuMs } = came;
  const count = done.length + refused.length;
  const each = (ms: number) => (ms / count).toFixed(2);
  const shares = `CPU each: server ${each(cpu.server)} ms, engine ${each(cpu.engine)} ms, people ${each(cpuMs)} ms`;
  const p95 = waits.toSorted((a, b) => a - b)[Math.ceil(waits.length * 0.95) - 1] ?? Number.NaN;
  const errors = refused.length === 0 ? '' : `; the first: ${refused[0]}`;
  return [
    {
      ...{ goal: 'P4', what: `${count} starts of a set paper take`, figure: seconds * 1000, unit: 'ms' },
      ...{ limit: { most: SECONDS_MOST * 1000 }, yardsticks: (seconds * 1000) / yardstick },
      note: `${AT_ONCE} at once; ${shares}`,
    },
    {
      ...{
        goal: 'P4',
        what: 'starts refused, lost or doubled, by set',
        figure: refused.length + lost.length,
        unit: 'marks',
      },
      ...{ limit: { most: 0 }, note: `${done.length} started${errors}` },
    },
    { goal: '–', what: 'a start takes, p95', figure: p95, unit: 'ms', yardsticks: p95 / yardstick },
  ];
}
