// The functions of the manifest, each with a role that holds its own rights and nothing more.
import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Audience } from '../functions/contract/routes.ts';
import {
  type AnsweringEntry,
  type FunctionEntry,
  isAnswering,
  isStreamed,
  isTimed,
  type TimedEntry,
} from '../functions/entry/function-entry.ts';
import { manifest } from '../functions/entry/manifest.ts';
import { addLogGroup } from './logs.ts';
import type { MailWay } from './mail.ts';
import type { Stage } from './stages.ts';
import { addDeadLetters, type StreamedFunction, streamPolicy } from './streams.ts';

/** What a function is told by its environment. `origin` is scheme and host of the site, without a trailing slash. */
export interface FunctionSurroundings {
  stage: Stage;
  table: Table;
  origin: string;
  issuer: { url: string; clientId: string };
  /** What those that keep personal data read their key from. */
  sealKey: string;
  /** How those that send mail do it. */
  mail: MailWay;
  /** The folder that holds `<name>/index.mjs` of every function. */
  bundles: string;
}

export interface DeployedFunction<E extends FunctionEntry = FunctionEntry> {
  entry: E;
  handler: LambdaFunction;
}

export interface DeployedFunctions {
  /** By the audience that they answer. */
  answering: Map<Audience, DeployedFunction<AnsweringEntry>>;
  timed: DeployedFunction<TimedEntry>[];
  streamed: StreamedFunction[];
}

/** Every function of the manifest. */
export function addFunctions(scope: Construct, surroundings: FunctionSurroundings): DeployedFunctions {
  const add = <E extends FunctionEntry>(entry: E) => ({ entry, handler: addFunction(scope, entry, surroundings) });
  return {
    answering: new Map(manifest.filter(isAnswering).map((entry) => [entry.audience, add(entry)] as const)),
    timed: manifest.filter(isTimed).map(add),
    streamed: manifest.filter(isStreamed).map((entry) => {
      const deadLetters = addDeadLetters(scope, `${pascal(entry.name)}DeadLetters`);
      return { entry, handler: addFunction(scope, entry, { ...surroundings, deadLetters }), deadLetters };
    }),
  };
}

/** `deadLetters`: where a function that reads the stream lays down what it cannot read. */
interface Surroundings extends FunctionSurroundings {
  deadLetters?: Queue;
}

function addFunction(scope: Construct, entry: FunctionEntry, surroundings: Surroundings): LambdaFunction {
  const id = pascal(entry.name);
  const logGroup = addLogGroup(scope, `${id}Logs`, surroundings.stage);
  return new LambdaFunction(scope, `${id}Function`, {
    description: `${entry.name}: ${entry.errorImpact}`.slice(0, 256),
    code: Code.fromAsset(`${surroundings.bundles}/${entry.name}`),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: entry.memoryMb,
    timeout: Duration.seconds(entry.timeoutSeconds),
    role: addRole(scope, `${id}Role`, { entry, surroundings, logGroup }),
    logGroup,
    environment: environmentOf(entry, surroundings),
    ...(isTimed(entry) ? { retryAttempts: 0 } : {}),
  });
}

/** No managed policy: the basic execution role may write into every log group of the account. */
function addRole(
  scope: Construct,
  id: string,
  { entry, surroundings, logGroup }: { entry: FunctionEntry; surroundings: Surroundings; logGroup: LogGroup },
): Role {
  const { table, deadLetters } = surroundings;
  const tableRights = new PolicyStatement({
    actions: entry.tableRights.map((right) => `dynamodb:${right}`),
    resources: [table.tableArn],
  });
  const ownLogs = new PolicyStatement({
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [logGroup.logGroupArn],
  });
  return new Role(scope, id, {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    description: `What the function ${entry.name} may do`,
    inlinePolicies: {
      Table: new PolicyDocument({ statements: [tableRights] }),
      Logs: new PolicyDocument({ statements: [ownLogs] }),
      ...mailPolicy(entry, surroundings.mail),
      ...(isStreamed(entry) && deadLetters ? { Stream: streamPolicy(entry, { table, deadLetters }) } : {}),
    },
  });
}

/** From the stage's own domain, to anybody. SES asks for the second right, too, where the bytes of a mail are our own. */
function mailPolicy(entry: FunctionEntry, { identityArn }: MailWay): Record<string, PolicyDocument> {
  if (!sendsMail(entry) || identityArn === undefined) return {};
  const actions = ['ses:SendEmail', 'ses:SendRawEmail'];
  return { Mail: new PolicyDocument({ statements: [new PolicyStatement({ actions, resources: [identityArn] })] }) };
}

function sendsMail(entry: FunctionEntry): boolean {
  return isTimed(entry) && entry.mails;
}

function environmentOf(entry: FunctionEntry, surroundings: FunctionSurroundings): Record<string, string> {
  const { table, origin, issuer, sealKey, mail } = surroundings;
  return {
    TABLE_NAME: table.tableName,
    ORIGIN: origin,
    ...(entry.identity ? { ISSUER: issuer.url, CLIENT_ID: issuer.clientId } : {}),
    ...(entry.seals ? { SEAL_KEY: sealKey } : {}),
    ...(sendsMail(entry) ? { MAIL_URL: mail.url, MAIL_FROM: mail.from } : {}),
  };
}

function pascal(name: string): string {
  return name.replace(/(^|-)([a-z])/g, (_match, _dash, letter: string) => letter.toUpperCase());
}
