// What hands the table's changes to the functions that want them, and the queue of what they could not read. Its messages name places in the stream; the
// function's log names the items, and by those they are counted again (CONTRIBUTING, "Dead letters").
import { Duration, Validations } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnEventSourceMapping, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { StreamedEntry, StreamFilter } from '../functions/entry/manifest.ts';

export interface StreamedFunction {
  entry: StreamedEntry;
  handler: LambdaFunction;
  deadLetters: Queue;
}

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
      filterCriteria: { filters: filters.map((filter) => ({ pattern: JSON.stringify(patternOf(filter)) })) },
      destinationConfig: { onFailure: { destination: deadLetters.queueArn } },
    });
  }
}

/** Lambda's pattern: whoever is not matched costs nothing. */
function patternOf({ partition, sort }: StreamFilter): object {
  return { dynamodb: { Keys: { PK: { S: [partition] }, SK: { S: [sort] } } } };
}

function streamOf(table: Table): string {
  if (table.tableStreamArn === undefined) throw new Error('the table has no stream');
  return table.tableStreamArn;
}
