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

/** A reader of the stream that is so far behind will lose records in less than a day: the stream keeps them for 24 hours. */
const BEHIND_MS = 3_600_000;

/** What an alarm is about: one of it, unless it says otherwise; or none of it for some time. */
type Watched = 'silence' | { atLeast: number };

export function addAlarms(
  scope: Construct,
  { stage, functions, api }: { stage: Stage; functions: DeployedFunctions; api: HttpStage },
): void {
  const topic = addTopic(scope, stage);
  const alarm = (id: string, metric: IMetric, description: string, watched: Watched = { atLeast: 1 }) => {
    const made = addAlarm(scope, id, { metric, description, watched });
    if (topic) made.addAlarmAction(new SnsAction(topic));
  };
  const answering = [...functions.answering.values()];
  for (const { entry, handler } of [...answering, ...functions.timed, ...functions.streamed]) {
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
  for (const { entry, handler, deadLetters } of functions.streamed) {
    const lying = deadLetters.metricApproximateNumberOfMessagesVisible({ period, statistic: 'Maximum' });
    alarm(`${entry.name}-dead-letters`, lying, entry.errorImpact);
    const age = handler.metric('IteratorAge', { period, statistic: 'Maximum' });
    alarm(`${entry.name}-behind`, age, entry.errorImpact, { atLeast: BEHIND_MS });
  }
  // The edge answers 500 itself, which a function's own error metric does not count.
  const everyone = answering.map(({ entry }) => `${entry.name}: ${gistOf(entry.errorImpact)}`).join(' ');
  alarm('api-server-errors', api.metricServerError({ period, statistic: 'Sum' }), everyone);
}

function addAlarm(
  scope: Construct,
  id: string,
  { metric, description, watched }: { metric: IMetric; description: string; watched: Watched },
): Alarm {
  const silence = watched === 'silence';
  const { GREATER_THAN_OR_EQUAL_TO_THRESHOLD, LESS_THAN_THRESHOLD } = ComparisonOperator;
  return new Alarm(scope, `alarm-${id}`, {
    metric,
    alarmDescription: description,
    threshold: watched === 'silence' ? 1 : watched.atLeast,
    evaluationPeriods: silence ? SILENT_PERIODS : 1,
    comparisonOperator: silence ? LESS_THAN_THRESHOLD : GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: silence ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
  });
}

/** A description holds 1,024 characters: of many functions it says the gravest alone. */
function gistOf(text: string): string {
  return `${text.split(/[.;:] /)[0]}.`;
}

function addTopic(scope: Construct, stage: Stage): Topic | undefined {
  if (!stage.alarmEmail) return undefined;
  const topic = new Topic(scope, 'Alarms', { enforceSSL: true });
  topic.addSubscription(new EmailSubscription(stage.alarmEmail));
  return topic;
}
