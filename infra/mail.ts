// How a stage's mail leaves: by SES from its own domain where there is SES, by a mail server of the deployer's where there is none (China).
import { CfnOutput } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import type { Stage } from './stages.ts';

/** What the function that sends mail is told, and the one identity that it may send from, where that is a thing of AWS. */
export interface MailWay {
  url: string;
  from: string;
  identityArn?: string;
}

export function addMail(scope: Construct, stage: Stage): MailWay {
  if (stage.partition === 'aws-cn') {
    const { secretName, from } = stage.mail;
    // The server's address with its password: resolved as CloudFormation deploys, so no template holds it.
    return { url: Secret.fromSecretNameV2(scope, 'MailServer', secretName).secretValue.unsafeUnwrap(), from };
  }
  const identity = new EmailIdentity(scope, 'MailIdentity', { identity: Identity.domain(stage.domainName) });
  // SES sends nothing before these three stand in the domain's DNS.
  identity.dkimRecords.forEach(({ name, value }, i) => {
    new CfnOutput(scope, `MailRecord${i + 1}`, { description: `A CNAME for mail: ${name}`, value });
  });
  return { url: 'ses:', from: `notice@${stage.domainName}`, identityArn: identity.emailIdentityArn };
}
