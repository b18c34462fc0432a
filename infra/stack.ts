// One stage as one stack: the table, the functions, the API, the site and the address they share.
import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { addAlarms } from './alarms.ts';
import { addApi } from './api.ts';
import { addBucket, addUploads } from './bucket.ts';
import { addDistribution } from './distribution.ts';
import { edgeFeatures } from './edge-features.ts';
import { addFolderPages } from './folder-pages.ts';
import { addFunctions } from './functions.ts';
import { addIdentity } from './identity.ts';
import { addMail } from './mail.ts';
import { addSealKey } from './seal-key.ts';
import type { Stage } from './stages.ts';
import { addStreams } from './streams.ts';
import { addTable } from './table.ts';
import { addTimers } from './timers.ts';

/** What the build made: the functions' folder (`<name>/index.mjs` each) and the site's, from the project's root. */
export interface Built {
  bundles: string;
  site: string;
}

export function addStack(scope: Construct, stage: Stage, built: Built): Stack {
  const stack = new Stack(scope, `zhuren-${stage.name}`, {
    description: `助人学堂, ${stage.name}`,
    env: { region: stage.region },
    terminationProtection: true,
  });
  const table = addTable(stack);
  const origin = `https://${stage.domainName}`;
  const issuer = addIdentity(stack, stage, origin);
  const sealKey = addSealKey(stack);
  const mail = addMail(stack, stage);
  const functions = addFunctions(stack, { stage, table, origin, issuer, sealKey, mail, bundles: built.bundles });
  const { api, apiStage } = addApi(stack, stage, functions.answering);
  addTimers(stack, functions.timed);
  addStreams(stack, functions.streamed, table);
  addAlarms(stack, { stage, functions, api: apiStage });
  const bucket = addBucket(stack, stage);
  const distribution = addDistribution(stack, stage, { bucket, api, site: built.site });
  const uploaded = addUploads(stack, stage, { bucket, site: built.site });
  if (!edgeFeatures[stage.partition].functions) {
    addFolderPages(stack, stage, { bucket, site: built.site, after: uploaded });
  }
  new CfnOutput(stack, 'PointDomainHere', {
    description: `The name that ${stage.domainName} must be an alias of`,
    value: distribution.attrDomainName,
  });
  return stack;
}
