import {
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTable } from '../../../functions/local/table.ts';
import { clientConfig, startEngine, type TestEngine } from '../../support/engine.ts';

let engine: TestEngine;
let client: DynamoDBClient;

beforeAll(async () => {
  engine = await startEngine();
  client = new DynamoDBClient(clientConfig(engine.endpoint));
});
afterAll(() => engine.stop());

test('a table is made from the schema, with its stream and its expiry, and is ready', async () => {
  await makeTable('fresh', clientConfig(engine.endpoint));
  const { Table: table } = await client.send(new DescribeTableCommand({ TableName: 'fresh' }));
  expect(table).toMatchObject({
    TableStatus: 'ACTIVE',
    KeySchema: [
      { AttributeName: 'PK', KeyType: 'HASH' },
      { AttributeName: 'SK', KeyType: 'RANGE' },
    ],
    BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
  });
  const ttl = await client.send(new DescribeTimeToLiveCommand({ TableName: 'fresh' }));
  expect(ttl.TimeToLiveDescription).toEqual({ AttributeName: 'ttl', TimeToLiveStatus: 'ENABLED' });
});

test('making a table twice, and at once, makes one table', async () => {
  const config = clientConfig(engine.endpoint);
  await Promise.all([1, 2, 3].map(() => makeTable('shared', config)));
  const { Table: first } = await client.send(new DescribeTableCommand({ TableName: 'shared' }));
  await makeTable('shared', config);
  const { Table: second } = await client.send(new DescribeTableCommand({ TableName: 'shared' }));
  expect(second?.TableId).toBe(first?.TableId);
});

test('a table of that name with other keys is refused', async () => {
  await client.send(
    new CreateTableCommand({
      TableName: 'foreign',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    }),
  );
  await expect(makeTable('foreign', clientConfig(engine.endpoint))).rejects.toThrow('exists with other keys');
});

test('an endpoint that does not answer is named', async () => {
  await expect(makeTable('any', clientConfig('http://127.0.0.1:9'))).rejects.toThrow(
    /ECONNREFUSED[\s\S]*DYNAMODB_ENDPOINT/,
  );
});
