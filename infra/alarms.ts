// The alarms: each says in its description who is hurt. With an e-mail address they are sent there.
import { Duration } from 'aws-cdk-lib';
import type { HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { DeployedFunction } from './functions.ts';
import type { Stage } from './stages.ts';

const period = Duration.minutes(5);

export function addAlarms(
  scope: Construct,
  { stage, functions, api }: { stage: Stage; functions: DeployedFunction[]; api: HttpStage },
): void {
  const topic = addTopic(scope, stage);
  const alarm = (id: string, metric: IMetric, description: string) => {
    const made = addAlarm(scope, id, { metric, description });
    if (topic) made.addAlarmAction(new SnsAction(topic));
  };
  for (const { entry, handler } of functions) {
    alarm(`${entry.name}-errors`, handler.metricErrors({ period, statistic: 'Sum' }), entry.errorImpact);
    alarm(`${entry.name}-throttles`, handler.metricThrottles({ period, statistic: 'Sum' }), entry.errorImpact);
  }
  // The edge answers 500 itself, which a function's own error metric does not count.
  const everyone = functions.map(({ entry }) => `${entry.name}: ${entry.errorImpact}`).join(' ');
  alarm('api-server-errors', api.metricServerError({ period, statistic: 'Sum' }), everyone);
}

function addAlarm(
  scope: Construct,
  id: string,
  { metric, description }: { metric: IMetric; description: string },
): Alarm {
  return new Alarm(scope, `alarm-${id}`, {
    metric,
    alarmDescription: description,
    threshold: 1,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
}

function addTopic(scope: Construct, stage: Stage): Topic | undefined {
  if (!stage.alarmEmail) return undefined;
  const topic = new Topic(scope, 'Alarms', { enforceSSL: true });
  topic.addSubscription(new EmailSubscription(stage.alarmEmail));
  return topic;
}
