// Where the edge runs no functions, a folder's address ('/practice/') is an object of its own: a copy of its index.html under a key that ends
// in a slash. S3 takes such keys, but no folder or archive can hold one, so each is copied inside the bucket after the upload.

import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { AwsCustomResource, AwsCustomResourcePolicy, PhysicalResourceId } from 'aws-cdk-lib/custom-resources';
import type { Construct, IDependable } from 'constructs';
import { cacheControl } from '../functions/contract/headers.ts';
import { acknowledgeSdkCalls } from './helpers.ts';
import { addLogGroup } from './logs.ts';
import { fileHash, pageFiles } from './site-files.ts';
import type { Stage } from './stages.ts';

const INDEX = '/index.html';

export interface FolderPages {
  bucket: IBucket;
  /** The built site's folder. */
  site: string;
  /** The upload these copies follow. */
  after: IDependable;
}

export function addFolderPages(scope: Construct, stage: Stage, { bucket, site, after }: FolderPages): void {
  const logGroup = addLogGroup(scope, 'FolderPageLogs', stage);
  const folders = pageFiles(site).filter((path) => path.endsWith(INDEX) && path !== INDEX);
  for (const path of folders) {
    const resource = new AwsCustomResource(scope, `Folder${path.slice(0, -INDEX.length).replaceAll('/', '-')}`, {
      ...copyCalls(bucket, path.slice(1), fileHash(site, path)),
      policy: copyPolicy(bucket, path.slice(1)),
      logGroup,
      installLatestAwsSdk: false,
    });
    resource.node.addDependency(after);
  }
  acknowledgeSdkCalls(scope);
}

/** The hash makes the call differ whenever the page does, so that a new page is copied again and an old one is not. */
function copyCalls(bucket: IBucket, index: string, hash: string) {
  const Key = folderKey(index);
  const copy = {
    service: 'S3',
    action: 'CopyObject',
    parameters: {
      Bucket: bucket.bucketName,
      CopySource: `${bucket.bucketName}/${index}`,
      Key,
      MetadataDirective: 'REPLACE',
      ContentType: 'text/html; charset=utf-8',
      CacheControl: cacheControl.revalidated,
      Metadata: { page: hash },
    },
    physicalResourceId: PhysicalResourceId.of(Key),
    outputPaths: ['CopyObjectResult.ETag'],
  };
  const remove = { service: 'S3', action: 'DeleteObject', parameters: { Bucket: bucket.bucketName, Key } };
  return { onCreate: copy, onUpdate: copy, onDelete: remove };
}

function copyPolicy(bucket: IBucket, index: string): AwsCustomResourcePolicy {
  return AwsCustomResourcePolicy.fromStatements([
    new PolicyStatement({ actions: ['s3:GetObject'], resources: [bucket.arnForObjects(index)] }),
    new PolicyStatement({
      actions: ['s3:PutObject', 's3:DeleteObject'],
      resources: [bucket.arnForObjects(folderKey(index))],
    }),
  ]);
}

/** 'practice/index.html' → 'practice/'. */
function folderKey(index: string): string {
  return index.slice(0, -INDEX.length + 1);
}
