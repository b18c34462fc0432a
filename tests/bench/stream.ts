// A reader of the engine's stream from its beginning, as whatever counts from the table will read it. The streams' calls are few and plain, so that
// no client of AWS is needed; the engine wants a signature's form and does not check it.
import { setTimeout as wait } from 'node:timers/promises';

const TARGET = 'DynamoDBStreams_20120810';
const SIGNED = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-date': '20260101T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=0',
};

/** What Lambda asks for at most, and how often it looks again when there was nothing (AWS: 4 times a second a shard). */
const LIMIT = 1000;
const PAUSE_MS = 250;

export interface StreamReader {
  /** Sort keys of what was inserted so far, each with its partition: 'PK SK'. */
  inserted: ReadonlySet<string>;
  /** Resolves when everything that is in the stream now has been read, and stops. */
  finish(): Promise<void>;
}

interface Records {
  Records: { eventName: string; dynamodb: { Keys: { PK: { S: string }; SK: { S: string } } } }[];
  NextShardIterator?: string;
}

/** Begins to read the stream of a table, the only one of its engine. */
export async function followStream(endpoint: string): Promise<StreamReader> {
  const ask = asker(endpoint);
  const { Streams: streams } = await ask<{ Streams: { StreamArn: string }[] }>('ListStreams', {});
  const StreamArn = streams[0]?.StreamArn;
  if (StreamArn === undefined) throw new Error('the table has no stream');
  const { StreamDescription: described } = await ask<{ StreamDescription: { Shards: { ShardId: string }[] } }>(
    'DescribeStream',
    { StreamArn },
  );
  const from = { StreamArn, ShardId: described.Shards[0]?.ShardId, ShardIteratorType: 'TRIM_HORIZON' };
  const { ShardIterator: first } = await ask<{ ShardIterator: string }>('GetShardIterator', from);
  const inserted = new Set<string>();
  let finishing = false;
  const reading = (async () => {
    for (let at: string | undefined = first; at !== undefined; ) {
      const isLast = finishing;
      const came: Records = await ask('GetRecords', { ShardIterator: at, Limit: LIMIT });
      for (const { eventName, dynamodb } of came.Records) {
        if (eventName === 'INSERT') inserted.add(`${dynamodb.Keys.PK.S} ${dynamodb.Keys.SK.S}`);
      }
      at = came.NextShardIterator;
      if (came.Records.length > 0) continue;
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

function asker(endpoint: string) {
  return async <A>(operation: string, body: object): Promise<A> => {
    const headers = { ...SIGNED, 'x-amz-target': `${TARGET}.${operation}` };
    const answer = await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${operation} was answered with ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as A;
  };
}
