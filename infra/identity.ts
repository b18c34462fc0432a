// Whom the public function trusts to say who somebody is: the stage's issuer, or a Cognito user pool of the stack's own.
import { Aws, Duration, Validations } from 'aws-cdk-lib';
import { AccountRecovery, Mfa, OAuthScope, UserPool, type UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { methodAndPath } from '../functions/contract/routes.ts';
import { removalOf } from './logs.ts';
import type { Stage } from './stages.ts';

/** The issuer's address and the client's id, as the functions need them. */
export function addIdentity(scope: Construct, stage: Stage, origin: string): { url: string; clientId: string } {
  if (stage.issuer.kind === 'external') return { url: stage.issuer.url, clientId: stage.issuer.clientId };
  const pool = addUserPool(scope, stage);
  pool.addDomain('SignInDomain', { cognitoDomain: { domainPrefix: `zhuren-${Aws.ACCOUNT_ID}` } });
  const client = addClient(pool, origin);
  return {
    url: `https://cognito-idp.${stage.region}.amazonaws.com/${pool.userPoolId}`,
    clientId: client.userPoolClientId,
  };
}

function addUserPool(scope: Construct, stage: Stage): UserPool {
  const pool = new UserPool(scope, 'People', {
    selfSignUpEnabled: true,
    signInAliases: { email: true },
    // Asked for at sign-up: it is what the site calls somebody.
    standardAttributes: { fullname: { required: true, mutable: true } },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    mfa: Mfa.OPTIONAL,
    mfaSecondFactor: { sms: false, otp: true },
    passwordPolicy: {
      minLength: 12,
      requireLowercase: true,
      requireUppercase: true,
      requireDigits: true,
      requireSymbols: true,
    },
    deletionProtection: true,
    removalPolicy: removalOf(stage),
  });
  Validations.of(pool).acknowledge(
    {
      id: 'AwsSolutions-COG2',
      reason: 'A second factor is offered, not forced: candidates practise on shared and simple phones.',
    },
    {
      id: 'AwsSolutions-COG8',
      reason: 'Threat protection is a plan paid by user; a deployer who wants it brings an issuer of their own.',
    },
  );
  return pool;
}

/** A public client: the code flow with PKCE, no secret to keep. */
function addClient(pool: UserPool, origin: string): UserPoolClient {
  return pool.addClient('Site', {
    generateSecret: false,
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.PROFILE, OAuthScope.EMAIL],
      callbackUrls: [`${origin}${methodAndPath('callback').path}`],
      logoutUrls: [`${origin}/`],
    },
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    idTokenValidity: Duration.hours(1),
    accessTokenValidity: Duration.hours(1),
  });
}
