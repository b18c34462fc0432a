// What hands the table's changes to the functions that want them, and the queue of what they could not read. Its messages name places in the stream; the
// function's log names the items, and by those they are counted again (CONTRIBUTING, "Dead letters").
import { Duration, Validations } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnEventSourceMapping, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { StreamedEntry, StreamFilter } from '../functions/entry/function-entry.ts';

export interface StreamedFunction {
  entry: StreamedEntry;
  handler: LambdaFunction;
  deadLetters: Queue;
}

/** What Lambda takes of filters for one stream. */
const PATTERNS_MOST = 5;

/** The longest that SQS keeps a message. */
const KEPT = Duration.days(14);

export function addDeadLetters(scope: Construct, id: string): Queue {
  const queue = new Queue(scope, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: KEPT,
  });
  Validations.of(queue).acknowledge({ id: 'AwsSolutions-SQS3', reason: 'It is itself a queue of dead letters.' });
  return queue;
}

/** Reading the stream, and nothing but the stream; and laying down what cannot be read. */
export function streamPolicy(
  { stream }: StreamedEntry,
  { table, deadLetters }: { table: Table; deadLetters: Queue },
): PolicyDocument {
  const reading = new PolicyStatement({
    actions: stream.rights.map((right) => `dynamodb:${right}`),
    resources: [streamOf(table)],
  });
  const laying = new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] });
  return new PolicyDocument({ statements: [reading, laying] });
}

/**
 * One batch of a shard at a time. The mapping is written out, because CDK's own grants its reader the list of all streams. A record that fails alone is
 * given up after some tries; until then its shard waits, for facts that follow each other must not overtake.
 */
export function addStreams(scope: Construct, streamed: readonly StreamedFunction[], table: Table): void {
  for (const { entry, handler, deadLetters } of streamed) {
    const { batch, gatherSeconds, retries, filters } = entry.stream;
    new CfnEventSourceMapping(scope, `stream-${entry.name}`, {
      functionName: handler.functionArn,
      eventSourceArn: streamOf(table),
      // Nothing that was written before the first deployment of a reader is passed over, as far as it is kept.
      startingPosition: 'TRIM_HORIZON',
      batchSize: batch,
      maximumBatchingWindowInSeconds: gatherSeconds,
      maximumRetryAttempts: retries,
      bisectBatchOnFunctionError: true,
      functionResponseTypes: ['ReportBatchItemFailures'],
      filterCriteria: { filters: patternsOf(filters).map((pattern) => ({ pattern: JSON.stringify(pattern) })) },
      destinationConfig: { onFailure: { destination: deadLetters.queueArn } },
    });
  }
}

/** Lambda's patterns: whoever is not matched costs nothing. Those of one sort key are one; throws when they are still too many. */
function patternsOf(filters: readonly StreamFilter[]): object[] {
  const bySort = Map.groupBy(filters, ({ sort }) => JSON.stringify(sort));
  if (bySort.size > PATTERNS_MOST) throw new Error(`a stream takes ${PATTERNS_MOST} patterns, not ${bySort.size}`);
  return [...bySort.values()].map((group) => {
    const sort = group[0]?.sort;
    const PK = { S: group.map(({ partition }) => partition) };
    return { dynamodb: { Keys: { PK, ...(sort === undefined ? {} : { SK: { S: [sort] } }) } } };
  });
}

function streamOf(table: Table): string {
  if (table.tableStreamArn === undefined) throw new Error('the table has no stream');
  return table.tableStreamArn;
}
