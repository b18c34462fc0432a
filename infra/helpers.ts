// The functions that are not in the manifest: those by which CloudFormation uploads the site. CDK makes them with their roles; here is why
// cdk-nag's findings about them stand.
import { type Acknowledgment, type CfnElement, Stack, Validations } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/** The logical ids of these functions begin so: CDK's bucket deployment, and its maker of single SDK calls (China only). */
export const helperFunctions = {
  bucketDeployment: 'CustomCDKBucketDeployment',
  sdkCalls: 'AWS679f53fac002430cb0da5b7982bd2287',
} as const;

const MANAGED_POLICY =
  'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]';

/** To be called once both uploads stand. */
export function acknowledgeBucketDeployment(scope: Construct, bucket: IBucket): void {
  const stack = Stack.of(scope);
  const site = stack.getLogicalId(bucket.node.defaultChild as CfnElement);
  const assets = `arn:${stack.partition}:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-${stack.region}/*`;
  const readsAndWrites =
    'CDK grants its uploader reading of the asset bucket and writing of the site’s bucket in this form; it runs at a deployment only.';
  const found = [
    'Action::s3:GetBucket*',
    'Action::s3:GetObject*',
    'Action::s3:List*',
    'Action::s3:Abort*',
    'Action::s3:DeleteObject*',
  ];
  acknowledgeUnder(stack, 'Custom::CDKBucketDeployment', [
    { id: MANAGED_POLICY, reason: 'CDK’s own uploader, which runs at a deployment only.' },
    { id: 'AwsSolutions-L1', reason: 'CDK chooses the runtime of its own uploader and keeps it current.' },
    ...[...found, `Resource::${assets}`, `Resource::<${site}.Arn>/*`].map((finding) => ({
      id: `AwsSolutions-IAM5[${finding}]`,
      reason: readsAndWrites,
    })),
  ]);
}

/** To be called once every call stands. */
export function acknowledgeSdkCalls(scope: Construct): void {
  acknowledgeUnder(Stack.of(scope), helperFunctions.sdkCalls, [
    { id: MANAGED_POLICY, reason: 'CDK’s own maker of SDK calls, which runs at a deployment only.' },
  ]);
}

function acknowledgeUnder(stack: Stack, prefix: string, rules: Acknowledgment[]): void {
  for (const child of stack.node.children) {
    if (child.node.id.startsWith(prefix)) Validations.of(child).acknowledge(...rules);
  }
}
