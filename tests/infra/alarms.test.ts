// Every function has its alarms, and each says who is hurt.
import { expect, test } from 'vitest';
import { isAnswering, isStreamed, isTimed } from '../../functions/entry/function-entry.ts';
import { manifest } from '../../functions/entry/manifest.ts';
import { ofType, stages, templateOf } from './templates.ts';

const silent = templateOf(stages.global);

test.each(manifest)(
  'alarms on errors and throttles of $name say who is hurt, on the silence of what a timer starts, and on a reader of the stream that falls behind',
  (entry) => {
    const { name, errorImpact } = entry;
    const alarms = ofType(silent, 'AWS::CloudWatch::Alarm').filter(([, { Properties }]) => {
      const watched = Properties.Dimensions[0]?.Value?.Ref;
      return silent.Resources[watched]?.Properties.Description?.startsWith(`${name}: `);
    });
    expect(alarms.map(([, { Properties }]) => Properties.MetricName).sort()).toEqual([
      'Errors',
      ...(isTimed(entry) ? ['Invocations'] : []),
      ...(isStreamed(entry) ? ['IteratorAge'] : []),
      'Throttles',
    ]);
    for (const [, { Properties }] of alarms) expect(Properties.AlarmDescription).toBe(errorImpact);
  },
);

test('an alarm on the API counts the 500s that a function answers without failing', () => {
  const [[, alarm] = []] = ofType(silent, 'AWS::CloudWatch::Alarm').filter(
    ([, a]) => a.Properties.MetricName === '5xx',
  );
  for (const { errorImpact } of manifest.filter(isAnswering))
    expect(alarm?.Properties.AlarmDescription).toContain(errorImpact.split(/[.;:] /)[0]);
});

test('no topic is made when nobody is to be told', () => {
  expect(ofType(silent, 'AWS::SNS::Topic')).toEqual([]);
});

test('every alarm is sent to the address that is given', () => {
  const template = templateOf({ ...stages.global, alarmEmail: 'duty@example.org' });
  const [[topicId] = []] = ofType(template, 'AWS::SNS::Topic');
  expect(ofType(template, 'AWS::SNS::Subscription').map(([, { Properties }]) => Properties.Endpoint)).toEqual([
    'duty@example.org',
  ]);
  for (const [, { Properties }] of ofType(template, 'AWS::CloudWatch::Alarm')) {
    expect(Properties.AlarmActions).toEqual([{ Ref: topicId }]);
  }
});

test('a timer that comes no more is told, too', () => {
  const [[, alarm] = []] = ofType(silent, 'AWS::CloudWatch::Alarm').filter(
    ([, a]) => a.Properties.MetricName === 'Invocations',
  );
  expect(alarm?.Properties).toMatchObject({
    ComparisonOperator: 'LessThanThreshold',
    Threshold: 1,
    TreatMissingData: 'breaching',
  });
});

test.each(manifest.filter(isStreamed))('what $name cannot read is told as soon as it lies in its queue', (entry) => {
  const [[id] = []] = ofType(silent, 'AWS::SQS::Queue');
  const alarms = ofType(silent, 'AWS::CloudWatch::Alarm').filter(
    ([, { Properties }]) => Properties.MetricName === 'ApproximateNumberOfMessagesVisible',
  );
  expect(alarms.map(([, { Properties }]) => Properties)).toMatchObject([
    {
      AlarmDescription: entry.errorImpact,
      Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [id, 'QueueName'] } }],
      Threshold: 1,
      EvaluationPeriods: 1,
    },
  ]);
});
