// How the distribution, and nobody else, reads the private bucket: by origin access control, or by an identity where there is none.
import { Aws, Stack } from 'aws-cdk-lib';
import { type CfnDistribution, CfnOriginAccessControl, OriginAccessIdentity } from 'aws-cdk-lib/aws-cloudfront';
import { Effect, type IPrincipal, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { EdgeFeatures } from './edge-features.ts';

export interface BucketAccess {
  /** What the distribution's origin must say. */
  origin: { originAccessControlId?: string; s3OriginConfig: { originAccessIdentity: string } };
  /** Opens the bucket to this distribution. */
  allow: (distribution: CfnDistribution) => void;
}

export function addBucketAccess(scope: Construct, bucket: IBucket, features: EdgeFeatures): BucketAccess {
  return features.originAccessControl ? byControl(scope, bucket) : byIdentity(scope, bucket);
}

function byControl(scope: Construct, bucket: IBucket): BucketAccess {
  const control = new CfnOriginAccessControl(scope, 'BucketAccess', {
    originAccessControlConfig: {
      name: 'zhuren-site',
      originAccessControlOriginType: 's3',
      signingBehavior: 'always',
      signingProtocol: 'sigv4',
    },
  });
  return {
    origin: { originAccessControlId: control.attrId, s3OriginConfig: { originAccessIdentity: '' } },
    allow: (distribution) => {
      const arn = `arn:${Stack.of(scope).partition}:cloudfront::${Aws.ACCOUNT_ID}:distribution/${distribution.attrId}`;
      const conditions = { StringEquals: { 'AWS:SourceArn': arn } };
      open(bucket, new ServicePrincipal('cloudfront.amazonaws.com'), conditions);
    },
  };
}

function byIdentity(scope: Construct, bucket: IBucket): BucketAccess {
  const identity = new OriginAccessIdentity(scope, 'BucketAccess', { comment: 'zhuren site' });
  return {
    origin: {
      s3OriginConfig: { originAccessIdentity: `origin-access-identity/cloudfront/${identity.originAccessIdentityId}` },
    },
    allow: () => open(bucket, identity.grantPrincipal, {}),
  };
}

/**
 * Reading, and listing so that a missing file is a 404 instead of a 403. Nobody can list through the distribution: that is a request for the
 * bucket's root, which is always index.html, and the site's behaviours forward no query.
 */
function open(bucket: IBucket, principal: IPrincipal, conditions: Record<string, Record<string, string>>): void {
  const allow = (action: string, resource: string) =>
    bucket.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        principals: [principal],
        actions: [action],
        resources: [resource],
        conditions,
      }),
    );
  allow('s3:GetObject', bucket.arnForObjects('*'));
  allow('s3:ListBucket', bucket.bucketArn);
}
