// A table of its own on a real engine for a test file, with a meter on it and a way to make it fail.
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { openTable, type Table } from '../../functions/store/table.ts';
import { clientConfig, makeTable, startEngine, type Where } from './engine.ts';

export interface TestTable {
  table: Table;
  /** Units spent since the last call, as the engine counts them, and the number of requests. */
  spent(): { units: number; requests: number };
  /** The next `times` requests fail with this instead of reaching the engine. */
  fail(error: Error, times?: number): void;
  /** The waits between attempts, in milliseconds; none of them is really waited. */
  waits: number[];
  /** Writes an item past the store: for corrupt ones. */
  plant(item: { PK: string; SK: string; [attribute: string]: unknown }): Promise<void>;
  close(): Promise<void>;
}

/** Starts an engine and opens a table on it; `where`: see startEngine. */
export async function openTestTable(where?: Where): Promise<TestTable> {
  const engine = await startEngine(where);
  const { name } = await makeTable(engine.endpoint);
  const waits: number[] = [];
  const table = openTable(name, clientConfig(engine.endpoint), async (ms) => waits.push(ms));
  const meter = { units: 0, requests: 0 };
  const failures: Error[] = [];
  hook(table, meter, failures);
  return {
    table,
    waits,
    spent: () => {
      const before = { ...meter };
      Object.assign(meter, { units: 0, requests: 0 });
      return before;
    },
    fail: (error, times = 1) => failures.push(...Array<Error>(times).fill(error)),
    plant: async (Item) => {
      await table.doc.send(new PutCommand({ TableName: table.name, Item }));
    },
    close: async () => {
      table.doc.destroy();
      await engine.stop();
    },
  };
}

type Consumed = { CapacityUnits?: number };

/** Counts every request's units, and lets the planted failures happen where the engine's own would: below the table's own errors. */
function hook({ doc }: Table, meter: { units: number; requests: number }, failures: Error[]): void {
  doc.middlewareStack.add(
    (next) => async (args) => {
      const failure = failures.shift();
      if (failure !== undefined) throw failure;
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
      const done = await next(args);
      const { ConsumedCapacity: consumed } = done.output as { ConsumedCapacity?: Consumed | Consumed[] };
      meter.requests += 1;
      for (const part of [consumed ?? []].flat()) meter.units += part.CapacityUnits ?? 0;
      return done;
    },
    { step: 'initialize', priority: 'low', name: 'testMeter' },
  );
}

/** An error as the SDK names it. */
export function awsError(name: string, more: object = {}): Error {
  return Object.assign(new Error(`${name} (injected)`), { name }, more);
}
