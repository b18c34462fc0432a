// The one door to DynamoDB: the client, and the errors of the table turned into two that callers can tell apart.
import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

export interface Table {
  name: string;
  doc: DynamoDBDocumentClient;
}

/** The table throttled or was out of reach after the SDK's own retries: the caller may try again. */
export class TableBusy extends Error {
  override name = 'TableBusy';
}

/** A stored item is not of the form it must have; the message names its key, never its content. */
export class CorruptItem extends Error {
  override name = 'CorruptItem';
  constructor(key: { PK: string; SK: string }) {
    super(`corrupt item ${key.PK} / ${key.SK}`);
  }
}

const BUSY = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
  'InternalServerError',
  'TransactionInProgressException',
  'TimeoutError',
  'ECONNREFUSED',
  'ECONNRESET',
]);

/** A table behind a client. `endpoint` is the local engine's; on AWS it is left out. */
export function openTable(name: string, config: DynamoDBClientConfig): Table {
  const client = new DynamoDBClient({ maxAttempts: 4, ...config });
  client.middlewareStack.add(
    (next) => async (args) => {
      refuseNonAscii(args.input);
      return next(args).catch((error: unknown) => {
        throw asBusy(error);
      });
    },
    { step: 'initialize', name: 'tableErrors' },
  );
  return { name, doc: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }) };
}

function asBusy(error: unknown): unknown {
  const { name, code } = error as { name?: string; code?: string };
  if (!BUSY.has(name ?? '') && !BUSY.has(code ?? '')) return error;
  return new TableBusy(`table busy: ${code ?? name}`, { cause: error });
}

/** Text outside ASCII in an expression stops the embedded engine; names and values belong in placeholders anyway. */
function refuseNonAscii(input: object): void {
  for (const [field, value] of Object.entries(input)) {
    if (!field.endsWith('Expression') || typeof value !== 'string') continue;
    if (/[^\x20-\x7e]/.test(value)) throw new Error(`${field} must be ASCII: use placeholders`);
  }
}

/** Whether a conditional write was refused by its condition. */
export function isConditionFailed(error: unknown): boolean {
  return (error as Error).name === 'ConditionalCheckFailedException';
}

/** Whether a transaction was refused by a condition of one of its writes (and not by a conflict, which is tried again). */
export function isTransactionRefused(error: unknown): boolean {
  const { name, CancellationReasons: reasons } = error as { name?: string; CancellationReasons?: { Code?: string }[] };
  return name === 'TransactionCanceledException' && (reasons ?? []).some((r) => r.Code === 'ConditionalCheckFailed');
}
