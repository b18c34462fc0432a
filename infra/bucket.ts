// The private bucket of the site and how the built files come into it: hashed ones first and for ever, the pages after them.
import { Validations } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import { cacheControl, immutablePrefixes } from '../functions/contract/headers.ts';
import { acknowledgeBucketDeployment } from './helpers.ts';
import { addLogGroup, removalOf } from './logs.ts';
import type { Stage } from './stages.ts';

export function addBucket(scope: Construct, stage: Stage): IBucket {
  const bucket = new Bucket(scope, 'SiteBucket', {
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    removalPolicy: removalOf(stage),
  });
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason: 'Only the distribution reads it; an access log would hold what readers ask for and nothing else.',
  });
  // CDK's own types differ by an `undefined` under exactOptionalPropertyTypes, hence the cast.
  return bucket as IBucket;
}

/** Uploads the site. A page never names a hashed file that is not there yet, and old hashed files stay for pages still open. */
export function addUploads(
  scope: Construct,
  stage: Stage,
  { bucket, site }: { bucket: IBucket; site: string },
): BucketDeployment {
  const hashed = immutablePrefixes.map((prefix) => `${prefix.slice(1)}*`);
  const shared = {
    sources: [Source.asset(site)],
    destinationBucket: bucket,
    logGroup: addLogGroup(scope, 'UploadLogs', stage),
    memoryLimit: 512,
  };
  const immutable = new BucketDeployment(scope, 'UploadImmutable', {
    ...shared,
    exclude: ['*'],
    include: hashed,
    prune: false,
    cacheControl: [CacheControl.fromString(cacheControl.immutable)],
  });
  const pages = new BucketDeployment(scope, 'UploadPages', {
    ...shared,
    // What ends in a slash is a folder's own object (folder-pages.ts), not a file of the site.
    exclude: [...hashed, '*/'],
    prune: true,
    cacheControl: [CacheControl.fromString(cacheControl.revalidated)],
  });
  pages.node.addDependency(immutable);
  acknowledgeBucketDeployment(scope, bucket);
  return pages;
}
