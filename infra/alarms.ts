// The alarms: each says in its description who is hurt. With an e-mail address they are sent there.
import { Duration } from 'aws-cdk-lib';
import type { HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { DeployedFunctions } from './functions.ts';
import type { Stage } from './stages.ts';

const period = Duration.minutes(5);

/** In so many periods a timer comes round several times. */
const SILENT_PERIODS = 3;

export function addAlarms(
  scope: Construct,
  { stage, functions, api }: { stage: Stage; functions: DeployedFunctions; api: HttpStage },
): void {
  const topic = addTopic(scope, stage);
  const alarm = (id: string, metric: IMetric, description: string, silence?: 'silence') => {
    const made = addAlarm(scope, id, { metric, description, silence });
    if (topic) made.addAlarmAction(new SnsAction(topic));
  };
  const answering = [...functions.answering.values()];
  for (const { entry, handler } of [...answering, ...functions.timed]) {
    alarm(`${entry.name}-errors`, handler.metricErrors({ period, statistic: 'Sum' }), entry.errorImpact);
    alarm(`${entry.name}-throttles`, handler.metricThrottles({ period, statistic: 'Sum' }), entry.errorImpact);
  }
  // A timer that no longer comes is no error of anybody's.
  for (const { entry, handler } of functions.timed) {
    alarm(
      `${entry.name}-silent`,
      handler.metricInvocations({ period, statistic: 'Sum' }),
      entry.errorImpact,
      'silence',
    );
  }
  // The edge answers 500 itself, which a function's own error metric does not count.
  const everyone = answering.map(({ entry }) => `${entry.name}: ${entry.errorImpact}`).join(' ');
  alarm('api-server-errors', api.metricServerError({ period, statistic: 'Sum' }), everyone);
}

function addAlarm(
  scope: Construct,
  id: string,
  { metric, description, silence }: { metric: IMetric; description: string; silence: 'silence' | undefined },
): Alarm {
  const { GREATER_THAN_OR_EQUAL_TO_THRESHOLD, LESS_THAN_THRESHOLD } = ComparisonOperator;
  return new Alarm(scope, `alarm-${id}`, {
    metric,
    alarmDescription: description,
    threshold: 1,
    evaluationPeriods: silence ? SILENT_PERIODS : 1,
    comparisonOperator: silence ? LESS_THAN_THRESHOLD : GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: silence ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
  });
}

function addTopic(scope: Construct, stage: Stage): Topic | undefined {
  if (!stage.alarmEmail) return undefined;
  const topic = new Topic(scope, 'Alarms', { enforceSSL: true });
  topic.addSubscription(new EmailSubscription(stage.alarmEmail));
  return topic;
}
