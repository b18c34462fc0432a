// The checks that run with every synthesis: cdk-nag bites, and what it is told to accept has a reason.
import { Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { expect, test } from 'vitest';
import { buildApp } from '../../infra/build-app.ts';
import { addChecks } from '../../infra/checks.ts';
import { placeholderBuild, stages, temporaryFolder } from './templates.ts';

function bothStages() {
  const app = buildApp({ stages: [stages.global, stages.china], built: placeholderBuild(), outdir: temporaryFolder() });
  addChecks(app);
  return app;
}

test('both stages are written without a finding of cdk-nag', () => {
  const names = bothStages()
    .synth()
    .stacks.map((stack) => stack.stackName);
  expect(names).toEqual(['zhuren-china', 'zhuren-global']);
});

test('a resource that cdk-nag objects to stops the synthesis', () => {
  const app = bothStages();
  const [stack] = app.node.children;
  if (!stack) throw new Error('The app has no stack.');
  new Bucket(stack, 'Open');
  expect(() => app.synth()).toThrow('AwsSolutions-S1');
});

test('every finding that is accepted states why', () => {
  const accepted = bothStages()
    .node.findAll()
    .flatMap((construct) => construct.node.metadata)
    .filter((entry) => entry.type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY);
  const reasons = accepted.flatMap(({ data }) => Object.values(data as Record<string, string>));
  expect(reasons.length).toBeGreaterThan(10);
  for (const reason of reasons) expect(JSON.stringify(reason).length).toBeGreaterThan(30);
});
