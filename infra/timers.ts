// What starts the functions that no request does. A run that fails is not repeated: the next one finds in the table what is left to do.
import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import type { TimedEntry } from '../functions/entry/function-entry.ts';
import type { DeployedFunction } from './functions.ts';

export function addTimers(scope: Construct, timed: readonly DeployedFunction<TimedEntry>[]): void {
  for (const { entry, handler } of timed) {
    const rate = Schedule.rate(Duration.minutes(entry.everyMinutes));
    const rule = new Rule(scope, `timer-${entry.name}`, { description: `Starts ${entry.name}`, schedule: rate });
    rule.addTarget(new LambdaFunction(handler, { retryAttempts: 0 }));
  }
}
