// The calls of DynamoDB Streams, plain: no client of AWS is needed for four of them. The engine wants a signature's form and does not check it.

const TARGET = 'DynamoDBStreams_20120810';
const SIGNED = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-date': '20260101T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=0',
};

/** What Lambda asks for at most. */
const LIMIT = 1000;

/** A record as DynamoDB gives it, and Lambda hands it on. */
export interface EngineRecord {
  eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  dynamodb: {
    Keys: { PK: { S: string }; SK: { S: string } };
    SequenceNumber: string;
    /** Epoch seconds. */
    ApproximateCreationDateTime: number;
  };
}

export interface StreamClient {
  /** The name of a table's stream; undefined when it has none. */
  find(table: string): Promise<string | undefined>;
  /** The shards of a stream in their order: a parent before its children. */
  shards(stream: string): Promise<string[]>;
  /** Where to read on in a shard: after a record, or from the first that is kept. */
  iterator(stream: string, shard: string, after?: string): Promise<string>;
  /** The next records, and where to read on; nowhere in a shard that is over. */
  read(iterator: string): Promise<{ records: EngineRecord[]; next?: string }>;
}

/** A reader of the streams of an endpoint. Its calls reject when the endpoint does not answer as DynamoDB does. */
export function streamClient(endpoint: string): StreamClient {
  async function ask<A>(operation: string, body: object): Promise<A> {
    const headers = { ...SIGNED, 'x-amz-target': `${TARGET}.${operation}` };
    const answer = await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${operation} was answered with ${answer.status}`);
    return (await answer.json()) as A;
  }
  return {
    async find(TableName) {
      const { Streams: found } = await ask<{ Streams: { StreamArn: string }[] }>('ListStreams', { TableName });
      return found[0]?.StreamArn;
    },
    async shards(StreamArn) {
      type Described = { StreamDescription: { Shards: { ShardId: string }[] } };
      const { StreamDescription: described } = await ask<Described>('DescribeStream', { StreamArn });
      return described.Shards.map(({ ShardId }) => ShardId);
    },
    async iterator(StreamArn, ShardId, after) {
      const from =
        after === undefined
          ? { ShardIteratorType: 'TRIM_HORIZON' }
          : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after };
      return (await ask<{ ShardIterator: string }>('GetShardIterator', { StreamArn, ShardId, ...from })).ShardIterator;
    },
    async read(ShardIterator) {
      type Read = { Records: EngineRecord[]; NextShardIterator?: string };
      const { Records: records, NextShardIterator: next } = await ask<Read>('GetRecords', {
        ShardIterator,
        Limit: LIMIT,
      });
      return { records, ...(next === undefined ? {} : { next }) };
    },
  };
}
