// The one door to DynamoDB: the client, and the errors of the table turned into two that callers can tell apart.
import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { spreadWait } from './waits.ts';

export interface Table {
  name: string;
  doc: DynamoDBDocumentClient;
  /** Waits between the attempts of `retried`. */
  delay(ms: number): Promise<unknown>;
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
  'TransactionConflictException',
  'TimeoutError',
  'ServiceUnavailable',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
]);

/** Why a transaction may be cancelled that says nothing about its conditions: the same one may pass a moment later. */
const PASSING = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

/** Waits before the second, third and fourth request for what a table has left unprocessed. */
export const RETRY_MS = [25, 75, 225];

/** The longest waits before the second and further attempts at a cancelled transaction: a crowd at one item (a course's seats) needs some seconds. */
const CONFLICT_MS = [50, 150, 450, 1_350];

/**
 * For its logger the SDK copies every request and answer, an eighth of its work on them, and its usual one drops the copies: this one is told nothing.
 * Its looking for credentials calls `debug` and `warn` without asking whether they are there.
 */
const DEAF = { debug: () => undefined, warn: () => undefined } as unknown as NonNullable<
  DynamoDBClientConfig['logger']
>;

/** A table behind a client. `endpoint` is the local engine's; on AWS it is left out. */
export function openTable(name: string, config: DynamoDBClientConfig, delay: Table['delay'] = sleep): Table {
  const client = new DynamoDBClient({ maxAttempts: 4, logger: DEAF, ...config });
  client.middlewareStack.add(
    (next) => async (args) => {
      refuseNonAscii(args.input);
      return next(args).catch((error: unknown) => {
        throw asBusy(error);
      });
    },
    { step: 'initialize', name: 'tableErrors' },
  );
  const doc = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  return { name, doc, delay };
}

/**
 * Runs a transaction again while only other writes stand in its way, which the SDK does not do by itself (it retries no
 * TransactionCanceledException). After the last attempt the table is busy. `text` tells this writer from the others.
 */
export async function retried<T>(delay: Table['delay'], attempt: () => Promise<T>, text: () => string): Promise<T> {
  for (const ms of CONFLICT_MS) {
    try {
      return await attempt();
    } catch (error) {
      if (!isPassing(error)) throw error;
      await delay(ms / 2 + spreadWait(ms / 2, `${ms} ${text()}`));
    }
  }
  return attempt().catch((error: unknown) => {
    throw isPassing(error) ? new TableBusy('table busy: transaction cancelled', { cause: error }) : error;
  });
}

function asBusy(error: unknown): unknown {
  const { name, code } = error as { name?: string; code?: string };
  if (!BUSY.has(name ?? '') && !BUSY.has(code ?? '')) return error;
  return new TableBusy(`table busy: ${code ?? name}`, { cause: error });
}

/** Text outside ASCII in an expression stops the embedded engine; names and values belong in placeholders anyway. */
function refuseNonAscii(input: object): void {
  for (const [field, value] of Object.entries(input)) {
    if (field === 'TransactItems') for (const write of value) Object.values(write as object).forEach(refuseNonAscii);
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
  return cancellations(error).includes('ConditionalCheckFailed');
}

/** Whether a transaction was cancelled by what passes, and by no condition of its own. */
function isPassing(error: unknown): boolean {
  const codes = cancellations(error);
  return codes.some((code) => PASSING.has(code)) && !codes.includes('ConditionalCheckFailed');
}

/** Why a transaction was cancelled, one code for each of its writes; nothing for any other error. */
export function cancellations(error: unknown): string[] {
  const { name, CancellationReasons: reasons } = error as { name?: string; CancellationReasons?: { Code?: string }[] };
  return name === 'TransactionCanceledException' ? (reasons ?? []).map((reason) => reason.Code ?? '') : [];
}
