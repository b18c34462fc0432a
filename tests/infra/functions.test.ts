// The deployed functions against the manifest, both ways.
import { expect, test } from 'vitest';
import { isHandedOver, isStreamed, isTimed } from '../../functions/entry/function-entry.ts';
import { manifest } from '../../functions/entry/manifest.ts';
import { helperFunctions } from '../../infra/helpers.ts';
import { ofType, type Resource, stages, type Template, templateOf } from './templates.ts';

const template = templateOf(stages.global);

const [identityId] = ofType(template, 'AWS::SES::EmailIdentity')[0] ?? [];
/** From the stage's own domain alone. */
const MAIL_RIGHT = {
  Effect: 'Allow',
  Action: ['ses:SendEmail', 'ses:SendRawEmail'],
  Resource: {
    'Fn::Join': ['', ['arn:aws:ses:ap-southeast-1:', { Ref: 'AWS::AccountId' }, ':identity/', { Ref: identityId }]],
  },
};

const [tableId = ''] = ofType(template, 'AWS::DynamoDB::Table')[0] ?? [];
const STREAM = { 'Fn::GetAtt': [tableId, 'StreamArn'] };
const [queueId = ''] = ofType(template, 'AWS::SQS::Queue')[0] ?? [];
const QUEUE = { 'Fn::GetAtt': [queueId, 'Arn'] };

/** The manifest's functions as deployed: all that are none of CDK's helpers. */
function deployed(from: Template): Resource[] {
  const helpers = Object.values(helperFunctions);
  return ofType(from, 'AWS::Lambda::Function')
    .filter(([id]) => !helpers.some((helper) => id.startsWith(helper)))
    .map(([, resource]) => resource);
}

function deployedAs(name: string): Resource {
  const found = deployed(template).find(({ Properties }) => Properties.Description.startsWith(`${name}: `));
  if (!found) throw new Error(`The function ${name} is not in the template.`);
  return found;
}

function roleOf(name: string): Resource {
  const role = template.Resources[deployedAs(name).Properties.Role['Fn::GetAtt'][0]];
  if (!role) throw new Error(`The function ${name} has no role of its own.`);
  return role;
}

test.each(['global', 'china'] as const)('the stage %s deploys the functions of the manifest and none more', (stage) => {
  const names = deployed(templateOf(stages[stage])).map(({ Properties }) => Properties.Description.split(':')[0]);
  expect(names.sort()).toEqual(manifest.map(({ name }) => name).sort());
});

test('the helpers that CDK adds are the ones that are named', () => {
  const ids = ofType(template, 'AWS::Lambda::Function').map(([id]) => id);
  expect(ids.filter((id) => id.startsWith(helperFunctions.bucketDeployment))).toHaveLength(1);
  expect(ids).toHaveLength(manifest.length + 1);
});

test.each(manifest)('$name runs on Node 24 and arm64 with its memory and timeout', (entry) => {
  expect(deployedAs(entry.name).Properties).toMatchObject({
    Runtime: 'nodejs24.x',
    Architectures: ['arm64'],
    Handler: 'index.handler',
    MemorySize: entry.memoryMb,
    Timeout: entry.timeoutSeconds,
  });
});

test.each(manifest)('the role of $name holds exactly its rights on the table', ({ name, tableRights }) => {
  const statements = statementsOf(roleOf(name)).filter(onTable);
  expect(statements).toHaveLength(1);
  expect([statements[0]?.Action].flat().sort()).toEqual(tableRights.map((right) => `dynamodb:${right}`).sort());
  expect(statements[0]?.Resource).toEqual({ 'Fn::GetAtt': [tableId, 'Arn'] });
});

test.each(manifest)(
  'the role of $name holds nothing else but writing to its own log, mail from its domain where it sends any, and the stream where it reads it',
  (entry) => {
    const { name } = entry;
    const role = roleOf(name);
    const logGroup = deployedAs(name).Properties.LoggingConfig.LogGroup.Ref;
    const others = statementsOf(role).filter((statement) => !onTable(statement));
    expect(others).toEqual([
      {
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: { 'Fn::GetAtt': [logGroup, 'Arn'] },
      },
      ...(isTimed(entry) && entry.mails ? [MAIL_RIGHT] : []),
      ...(isStreamed(entry)
        ? [
            { Effect: 'Allow', Action: entry.stream.rights.map((right) => `dynamodb:${right}`), Resource: STREAM },
            { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: QUEUE },
          ]
        : []),
    ]);
    expect(role.Properties.ManagedPolicyArns).toBeUndefined();
    expect(JSON.stringify(role.Properties.Policies)).not.toContain('*');
    const roleId = deployedAs(name).Properties.Role['Fn::GetAtt'][0];
    const attached = ofType(template, 'AWS::IAM::Policy').filter(([, policy]) =>
      JSON.stringify(policy.Properties.Roles).includes(roleId),
    );
    expect(attached).toEqual([]);
  },
);

test('every function logs to a group with a retention, the helpers too', () => {
  for (const [id, { Properties }] of ofType(template, 'AWS::Lambda::Function')) {
    const group = template.Resources[Properties.LoggingConfig.LogGroup.Ref];
    expect(group?.Properties.RetentionInDays, id).toBe(stages.global.logRetentionDays);
  }
});

test.each(manifest)(
  '$name is told the table, the origin, the issuer when it speaks to one, the key when it seals, and the way of mail when it sends any',
  (entry) => {
    const { name, identity, seals } = entry;
    const mails = isTimed(entry) && entry.mails;
    const more = [
      ...(identity ? ['CLIENT_ID', 'ISSUER'] : []),
      ...(seals ? ['SEAL_KEY'] : []),
      ...(mails ? ['MAIL_FROM', 'MAIL_URL'] : []),
    ];
    const expected = ['ORIGIN', 'TABLE_NAME', ...more];
    const told = deployedAs(name).Properties.Environment.Variables;
    expect(Object.keys(told).sort()).toEqual(expected.sort());
    expect(told.ORIGIN).toBe('https://practice.example.org');
  },
);

test.each(manifest.filter(isTimed))(
  '$name is started as often as the manifest says, and not again when it fails',
  ({ name, everyMinutes }) => {
    const [id] = Object.entries(template.Resources).find(([, one]) => one === deployedAs(name)) ?? [];
    const rules = ofType(template, 'AWS::Events::Rule').filter(([, one]) =>
      one.Properties.Targets.some(
        ({ Arn }: { Arn: object }) => JSON.stringify(Arn) === JSON.stringify({ 'Fn::GetAtt': [id, 'Arn'] }),
      ),
    );
    const [[, rule] = [], ...more] = rules;
    expect(more).toEqual([]);
    expect(rule?.Properties.ScheduleExpression).toBe(`rate(${everyMinutes} minute${everyMinutes === 1 ? '' : 's'})`);
    expect(rule?.Properties.Targets).toEqual([
      expect.objectContaining({ Arn: { 'Fn::GetAtt': [id, 'Arn'] }, RetryPolicy: { MaximumRetryAttempts: 0 } }),
    ]);
    const [[, invoke] = []] = ofType(template, 'AWS::Lambda::EventInvokeConfig').filter(
      ([, one]) => one.Properties.FunctionName.Ref === id,
    );
    expect(invoke?.Properties).toMatchObject({ FunctionName: { Ref: id }, MaximumRetryAttempts: 0 });
  },
);

test('mail leaves by SES from the own domain, and in China by the server of a secret that no template shows', () => {
  const told = deployedAs('jobs').Properties.Environment.Variables;
  expect(told).toMatchObject({ MAIL_URL: 'ses:', MAIL_FROM: 'notice@practice.example.org' });
  const china = templateOf(stages.china);
  expect(ofType(china, 'AWS::SES::EmailIdentity')).toEqual([]);
  expect(JSON.stringify(china)).not.toMatch(/"ses:/);
  const [jobs] = deployed(china).filter(({ Properties }) => Properties.Description.startsWith('jobs: '));
  const { MAIL_URL, MAIL_FROM } = jobs?.Properties.Environment.Variables ?? {};
  expect(JSON.stringify(MAIL_URL)).toMatch(/\{\{resolve:secretsmanager:.*zhuren\/mail:SecretString/);
  expect(MAIL_FROM).toBe('notice@practice.example.cn');
});

test.each(manifest.filter(isStreamed))(
  '$name is handed what its filters want of the table’s changes, and what fails alone goes to its queue',
  (entry) => {
    const { batch, gatherSeconds, retries } = entry.stream;
    const [id] = Object.entries(template.Resources).find(([, one]) => one === deployedAs(entry.name)) ?? [];
    const [[, mapping] = [], ...more] = ofType(template, 'AWS::Lambda::EventSourceMapping');
    expect(more).toEqual([]);
    expect(mapping?.Properties).toMatchObject({
      FunctionName: { 'Fn::GetAtt': [id, 'Arn'] },
      EventSourceArn: STREAM,
      StartingPosition: 'TRIM_HORIZON',
      BatchSize: batch,
      MaximumBatchingWindowInSeconds: gatherSeconds,
      MaximumRetryAttempts: retries,
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      DestinationConfig: { OnFailure: { Destination: QUEUE } },
    });
    // Without it two batches of a shard would be under way at once.
    expect(mapping?.Properties.ParallelizationFactor).toBeUndefined();
    const patterns = mapping?.Properties.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) =>
      JSON.parse(Pattern),
    );
    // What AWS takes of patterns; and they let through the same as the launcher, which goes by the filters themselves.
    expect(patterns.length).toBeLessThanOrEqual(5);
    const { filters } = entry.stream;
    const partitions = [...filters.map(({ partition }) => `${partition.prefix}one`), 'COURSE#one'];
    const sorts = filters.flatMap(({ sort = { prefix: '' } }) =>
      Object.values(sort).map((part) => `${part}one${part}`),
    );
    const all = partitions.flatMap((PK) => sorts.map((SK) => ({ PK, SK })));
    const passed = all.filter((key) => patterns.some((pattern: Pattern) => isMatched(pattern, key)));
    expect(passed).toEqual(all.filter((key) => isHandedOver(filters, key)));
    expect(passed.length).toBeGreaterThan(filters.length);
    expect(passed.length).toBeLessThan(all.length);
  },
);

type Part = { S: ({ prefix: string } | { suffix: string })[] };
type Pattern = { dynamodb: { Keys: { PK: Part; SK?: Part } } };

/** As Lambda reads a pattern: all that it names, by one of the ways it names. */
function isMatched({ dynamodb: { Keys } }: Pattern, key: { PK: string; SK: string }): boolean {
  return (['PK', 'SK'] as const).every((name) => {
    const { S: ways } = Keys[name] ?? { S: [{ prefix: '' }] };
    return ways.some((way) => ('prefix' in way ? key[name].startsWith(way.prefix) : key[name].endsWith(way.suffix)));
  });
}

interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
}

function statementsOf(role: Resource): Statement[] {
  return role.Properties.Policies.flatMap(
    (policy: { PolicyDocument: { Statement: Statement[] } }) => policy.PolicyDocument.Statement,
  );
}

function onTable({ Action, Resource }: Statement): boolean {
  const isStream = JSON.stringify(Resource) === JSON.stringify(STREAM);
  return !isStream && [Action].flat().some((action) => action.startsWith('dynamodb:'));
}
