// The table on this machine, made from the same schema as the stack's, and the sweeping that the engine leaves undone.

import { setTimeout as wait } from 'node:timers/promises';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  type DynamoDBClientConfig,
  type TableDescription,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { tableSchema } from '../store/schema.ts';
import { StartError } from './start-error.ts';

const ACTIVE_MS = 30_000;
const POLL_MS = 50;

/** Makes the table when it is missing; whoever calls twice, or at once, gets the same table. Throws StartError when it cannot be had. */
export async function makeTable(name: string, config: DynamoDBClientConfig): Promise<void> {
  const client = new DynamoDBClient({ maxAttempts: 3, ...config });
  try {
    const table = (await describe(client, name)) ?? (await create(client, name));
    checkKeys(table, name);
    await active(client, name, table);
    await expire(client, name);
  } catch (error) {
    throw error instanceof StartError ? error : unreachable(error);
  } finally {
    client.destroy();
  }
}

async function describe(client: DynamoDBClient, name: string): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table;
  } catch (error) {
    if ((error as Error).name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}

async function create(client: DynamoDBClient, name: string): Promise<TableDescription | undefined> {
  const { partitionKey, sortKey, stream } = tableSchema;
  try {
    const command = new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [partitionKey, sortKey].map((key) => ({ AttributeName: key, AttributeType: 'S' })),
      KeySchema: [
        { AttributeName: partitionKey, KeyType: 'HASH' },
        { AttributeName: sortKey, KeyType: 'RANGE' },
      ],
      StreamSpecification: { StreamEnabled: true, StreamViewType: stream },
    });
    return (await client.send(command)).TableDescription;
  } catch (error) {
    if ((error as Error).name === 'ResourceInUseException') return describe(client, name);
    throw error;
  }
}

async function active(client: DynamoDBClient, name: string, table: TableDescription | undefined): Promise<void> {
  let status = table?.TableStatus;
  for (let waited = 0; status !== 'ACTIVE' && waited < ACTIVE_MS; waited += POLL_MS) {
    await wait(POLL_MS);
    status = (await describe(client, name))?.TableStatus;
  }
}

/** Expiry is a convenience: an endpoint without it, or with it set already, serves just as well. */
async function expire(client: DynamoDBClient, name: string): Promise<void> {
  const TimeToLiveSpecification = { AttributeName: tableSchema.ttl, Enabled: true };
  try {
    await client.send(new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification }));
  } catch (error) {
    const accepted = ['ValidationException', 'UnknownOperationException', 'ResourceInUseException'];
    if (!accepted.includes((error as Error).name)) throw error;
  }
}

function checkKeys(table: TableDescription | undefined, name: string): void {
  const keys = table?.KeySchema?.map((key) => key.AttributeName).join() ?? '';
  if (keys === `${tableSchema.partitionKey},${tableSchema.sortKey}`) return;
  throw new StartError(
    `数据表 ${name} 已存在，但不是助人学堂的数据表：请换一个数据库，或换一个数据目录。`,
    `The table ${name} exists with other keys: use another database or another data folder.`,
  );
}

function unreachable(cause: unknown): StartError {
  const { name, code } = cause as NodeJS.ErrnoException;
  return new StartError(
    `数据库没有正常应答（${code ?? name}）：请检查 DYNAMODB_ENDPOINT 和访问凭据。`,
    `The database does not answer as it should (${code ?? name}): check DYNAMODB_ENDPOINT and the credentials.`,
    { cause },
  );
}
