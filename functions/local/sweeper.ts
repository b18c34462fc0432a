// Deletes items whose time is up, as DynamoDB does on AWS and the embedded engine never does.
import { DeleteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { tableSchema } from '../store/schema.ts';
import { isConditionFailed, type Table } from '../store/table.ts';

const PAGE = 200;
const HOUR_MS = 3_600_000;

const expired = {
  expression: '#ttl < :now',
  names: { '#ttl': tableSchema.ttl },
};

/** Deletes what expired before `nowSeconds` (epoch seconds) and says how many it deleted. An item that was renewed meanwhile stays. */
export async function sweep(table: Table, nowSeconds: number): Promise<number> {
  let deleted = 0;
  let next: Record<string, unknown> | undefined;
  do {
    const page = await table.doc.send(
      new ScanCommand({
        TableName: table.name,
        Limit: PAGE,
        ProjectionExpression: 'PK, SK',
        FilterExpression: expired.expression,
        ExpressionAttributeNames: expired.names,
        ExpressionAttributeValues: { ':now': nowSeconds },
        ...(next && { ExclusiveStartKey: next }),
      }),
    );
    for (const key of page.Items ?? []) {
      if (await deleteExpired(table, key, nowSeconds)) deleted += 1;
    }
    next = page.LastEvaluatedKey;
  } while (next !== undefined);
  return deleted;
}

async function deleteExpired(table: Table, Key: Record<string, unknown>, nowSeconds: number): Promise<boolean> {
  try {
    await table.doc.send(
      new DeleteCommand({
        TableName: table.name,
        Key,
        ConditionExpression: expired.expression,
        ExpressionAttributeNames: expired.names,
        ExpressionAttributeValues: { ':now': nowSeconds },
      }),
    );
    return true;
  } catch (error) {
    if (isConditionFailed(error)) return false;
    throw error;
  }
}

/** Sweeps now and every hour until the returned function is called. A sweep that fails is the next one's work. */
export function startSweeper(table: Table, nowMs: () => number): () => void {
  const run = () => void sweep(table, Math.floor(nowMs() / 1000)).catch(() => undefined);
  run();
  const timer = setInterval(run, HOUR_MS).unref();
  return () => clearInterval(timer);
}
