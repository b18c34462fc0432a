// The meter on a table: the units of every request, reads and writes apart, as the engine itself reports them (ReturnConsumedCapacity).
import type { Table } from '../../functions/store/table.ts';

export interface Spent {
  read: number;
  write: number;
  requests: number;
  /** Writes that their condition refused. They are charged as well, but an error reports no units: see `units.ts`. */
  refused: number;
}

type Consumed = { CapacityUnits?: number };

const READS = /^(Get|BatchGet|TransactGet|Query|Scan)/;

/** Puts a meter on a table; what it returns tells what was spent since the last call. */
export function meter({ doc }: Table): () => Spent {
  let spent = nothing();
  doc.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
        const done = await next(args).catch((error: Error) => {
          if (error.name === 'ConditionalCheckFailedException') spent.refused += 1;
          throw error;
        });
        const { ConsumedCapacity: consumed } = done.output as { ConsumedCapacity?: Consumed | Consumed[] };
        if (consumed === undefined) throw new Error(`the engine reports no consumed capacity for ${commandName}`);
        spent.requests += 1;
        for (const { CapacityUnits: units = 0 } of [consumed].flat())
          spent[READS.test(commandName) ? 'read' : 'write'] += units;
        return done;
      },
    { step: 'initialize', priority: 'low', name: 'benchMeter' },
  );
  return () => {
    const before = spent;
    spent = nothing();
    return before;
  };
}

function nothing(): Spent {
  return { read: 0, write: 0, requests: 0, refused: 0 };
}
