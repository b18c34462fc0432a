// A reader of the engine's stream from its beginning, as whatever counts from the table reads it.
import { setTimeout as wait } from 'node:timers/promises';
import { streamClient } from '../../functions/local/stream-client.ts';

/** How often Lambda looks again when there was nothing (AWS: 4 times a second a shard). */
const PAUSE_MS = 250;

export interface StreamReader {
  /** Sort keys of what was inserted so far, each with its partition: 'PK SK'. */
  inserted: ReadonlySet<string>;
  /** Resolves when everything that is in the stream now has been read, and stops. */
  finish(): Promise<void>;
}

/** Begins to read the stream of a table. */
export async function followStream(endpoint: string, table: string): Promise<StreamReader> {
  const client = streamClient(endpoint);
  const stream = await client.find(table);
  const [shard] = stream === undefined ? [] : await client.shards(stream);
  if (stream === undefined || shard === undefined) throw new Error('the table has no stream');
  const first = await client.iterator(stream, shard);
  const inserted = new Set<string>();
  let finishing = false;
  const reading = (async () => {
    for (let at: string | undefined = first; at !== undefined; ) {
      const isLast = finishing;
      const { records, next } = await client.read(at);
      for (const { eventName, dynamodb } of records) {
        if (eventName === 'INSERT') inserted.add(`${dynamodb.Keys.PK.S} ${dynamodb.Keys.SK.S}`);
      }
      at = next;
      if (records.length > 0) continue;
      if (isLast) return;
      await wait(finishing ? 0 : PAUSE_MS);
    }
  })();
  return {
    inserted,
    async finish() {
      finishing = true;
      await reading;
    },
  };
}
