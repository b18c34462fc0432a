// The deployed functions against the manifest, both ways.
import { expect, test } from 'vitest';
import { manifest } from '../../functions/entry/manifest.ts';
import { helperFunctions } from '../../infra/helpers.ts';
import { ofType, type Resource, stages, type Template, templateOf } from './templates.ts';

const template = templateOf(stages.global);

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
  const [tableId] = ofType(template, 'AWS::DynamoDB::Table')[0] ?? [];
  const statements = statementsOf(roleOf(name)).filter(({ Action }) =>
    [Action].flat().some((a) => a.startsWith('dynamodb:')),
  );
  expect(statements).toHaveLength(1);
  expect([statements[0]?.Action].flat().sort()).toEqual(tableRights.map((right) => `dynamodb:${right}`).sort());
  expect(statements[0]?.Resource).toEqual({ 'Fn::GetAtt': [tableId, 'Arn'] });
});

test.each(manifest)('the role of $name holds nothing else but writing to its own log', ({ name }) => {
  const role = roleOf(name);
  const logGroup = deployedAs(name).Properties.LoggingConfig.LogGroup.Ref;
  const others = statementsOf(role).filter(({ Action }) => ![Action].flat().some((a) => a.startsWith('dynamodb:')));
  expect(others).toEqual([
    {
      Effect: 'Allow',
      Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: { 'Fn::GetAtt': [logGroup, 'Arn'] },
    },
  ]);
  expect(role.Properties.ManagedPolicyArns).toBeUndefined();
  expect(JSON.stringify(role.Properties.Policies)).not.toContain('*');
  const roleId = deployedAs(name).Properties.Role['Fn::GetAtt'][0];
  const attached = ofType(template, 'AWS::IAM::Policy').filter(([, policy]) =>
    JSON.stringify(policy.Properties.Roles).includes(roleId),
  );
  expect(attached).toEqual([]);
});

test('every function logs to a group with a retention, the helpers too', () => {
  for (const [id, { Properties }] of ofType(template, 'AWS::Lambda::Function')) {
    const group = template.Resources[Properties.LoggingConfig.LogGroup.Ref];
    expect(group?.Properties.RetentionInDays, id).toBe(stages.global.logRetentionDays);
  }
});

test.each(manifest)(
  '$name is told the table, the origin, the issuer when it speaks to one, and the key when it seals',
  ({ name, identity, seals }) => {
    const more = [...(identity ? ['CLIENT_ID', 'ISSUER'] : []), ...(seals ? ['SEAL_KEY'] : [])];
    const expected = ['ORIGIN', 'TABLE_NAME', ...more];
    const told = deployedAs(name).Properties.Environment.Variables;
    expect(Object.keys(told).sort()).toEqual(expected.sort());
    expect(told.ORIGIN).toBe('https://practice.example.org');
  },
);

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
