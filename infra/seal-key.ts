// The key under which personal data is sealed: made once by the account, never shown, kept when the stack goes.
import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';

/** What a function reads its key from: a reference that CloudFormation resolves as it deploys, so no template holds the key. */
export function addSealKey(scope: Construct): string {
  const secret = new Secret(scope, 'SealKey', {
    description: 'Seals ID numbers and phones; without it they cannot be read',
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
    removalPolicy: RemovalPolicy.RETAIN,
  });
  Validations.of(secret).acknowledge({
    id: 'AwsSolutions-SMG4',
    reason: 'What was sealed is opened by this key alone: it is changed by re-sealing every item, not by a timer.',
  });
  return secret.secretValue.unsafeUnwrap();
}
