// Where the system is deployed: one typed stage for each partition, filled from the deployer's environment. The types hold the rule that
// China has neither Cognito nor a certificate manager for CloudFront, and serves nothing without an own domain.

/** An OpenID provider that stands already. The client is public (PKCE, no secret); `url` is the issuer, without a trailing slash. */
export interface ExternalIssuer {
  kind: 'external';
  url: string;
  clientId: string;
}

/** The stack makes a Cognito user pool of its own. */
export interface CognitoIssuer {
  kind: 'cognito';
}

interface StageBase {
  name: string;
  region: string;
  /** The one name the site and the API answer under, as `practice.example.org`. */
  domainName: string;
  /** Who is told of an alarm; without it the alarms stand in the console alone. */
  alarmEmail?: string;
  logRetentionDays: 90 | 180 | 365;
  /** What becomes of the site's bucket and the logs when the stack is deleted. The table is always kept. */
  removal: 'retain' | 'destroy';
  /** Names of variables that hold a placeholder: such a stage can be looked at, not deployed. */
  missing: string[];
}

export interface GlobalStage extends StageBase {
  partition: 'aws';
  region: 'ap-southeast-1';
  /** In us-east-1, as CloudFront asks. */
  certificateArn: string;
  issuer: ExternalIssuer | CognitoIssuer;
}

export interface ChinaStage extends StageBase {
  partition: 'aws-cn';
  region: 'cn-northwest-1';
  /** The id of a server certificate in IAM: CloudFront takes none from the certificate manager in China. */
  iamCertificateId: string;
  issuer: ExternalIssuer;
  /** Secrets Manager's name of the secret that holds the mail server, as `smtps://user:password@host:465`; and the address that mail is from. */
  mail: { secretName: string; from: string };
}

export type Stage = GlobalStage | ChinaStage;

export type Env = Record<string, string | undefined>;

/** Variable → what stands in its place when only a template is wanted, so that synthesis needs neither an account nor a network. */
const placeholders = {
  ZHUREN_GLOBAL_DOMAIN: 'practice.example.org',
  ZHUREN_GLOBAL_CERTIFICATE_ARN: 'arn:aws:acm:us-east-1:111111111111:certificate/00000000-0000-0000-0000-000000000000',
  ZHUREN_CHINA_DOMAIN: 'practice.example.cn',
  ZHUREN_CHINA_CERTIFICATE_ID: 'ASCAEXAMPLEEXAMPLE000',
  ZHUREN_CHINA_ISSUER: 'https://login.example.cn',
  ZHUREN_CHINA_CLIENT_ID: 'zhuren',
  ZHUREN_CHINA_MAIL_SECRET: 'zhuren/mail',
  ZHUREN_CHINA_MAIL_FROM: 'notice@practice.example.cn',
} as const;

type Required = keyof typeof placeholders;

/**
 * Every stage, from these variables (`*` = GLOBAL or CHINA). Required: `ZHUREN_*_DOMAIN`, `ZHUREN_GLOBAL_CERTIFICATE_ARN` (ACM, us-east-1),
 * `ZHUREN_CHINA_CERTIFICATE_ID` (IAM), `ZHUREN_CHINA_ISSUER`, `ZHUREN_CHINA_CLIENT_ID`, `ZHUREN_CHINA_MAIL_SECRET`, `ZHUREN_CHINA_MAIL_FROM`. Optional: `ZHUREN_GLOBAL_ISSUER` with
 * `ZHUREN_GLOBAL_CLIENT_ID` (without both, a Cognito user pool is made), `ZHUREN_*_ALARM_EMAIL`.
 */
export function stagesFrom(env: Env): { global: GlobalStage; china: ChinaStage } {
  return { global: globalFrom(env), china: chinaFrom(env) };
}

/** One sentence for the deployer, undefined when nothing is missing. */
export function missingSentence(stage: Stage): string | undefined {
  if (stage.missing.length === 0) return undefined;
  return `Stage ${stage.name} cannot be deployed with placeholders: set ${stage.missing.join(', ')} and run it again.`;
}

function globalFrom(env: Env): GlobalStage {
  const { value, missing } = reader(env);
  return {
    name: 'global',
    partition: 'aws',
    region: 'ap-southeast-1',
    domainName: value('ZHUREN_GLOBAL_DOMAIN'),
    certificateArn: value('ZHUREN_GLOBAL_CERTIFICATE_ARN'),
    issuer: globalIssuer(env, missing),
    logRetentionDays: 180,
    removal: 'retain',
    missing,
    ...alarmEmail(env.ZHUREN_GLOBAL_ALARM_EMAIL),
  };
}

function chinaFrom(env: Env): ChinaStage {
  const { value, missing } = reader(env);
  return {
    name: 'china',
    partition: 'aws-cn',
    region: 'cn-northwest-1',
    domainName: value('ZHUREN_CHINA_DOMAIN'),
    iamCertificateId: value('ZHUREN_CHINA_CERTIFICATE_ID'),
    issuer: {
      kind: 'external',
      url: value('ZHUREN_CHINA_ISSUER'),
      clientId: value('ZHUREN_CHINA_CLIENT_ID'),
    },
    mail: { secretName: value('ZHUREN_CHINA_MAIL_SECRET'), from: value('ZHUREN_CHINA_MAIL_FROM') },
    // 网络安全法 asks that network logs are kept for at least six months.
    logRetentionDays: 365,
    removal: 'retain',
    missing,
    ...alarmEmail(env.ZHUREN_CHINA_ALARM_EMAIL),
  };
}

function globalIssuer(env: Env, missing: string[]): GlobalStage['issuer'] {
  const url = env.ZHUREN_GLOBAL_ISSUER;
  const clientId = env.ZHUREN_GLOBAL_CLIENT_ID;
  if (!url && !clientId) return { kind: 'cognito' };
  if (!url) missing.push('ZHUREN_GLOBAL_ISSUER');
  if (!clientId) missing.push('ZHUREN_GLOBAL_CLIENT_ID');
  return { kind: 'external', url: url || 'https://login.example.org', clientId: clientId || 'zhuren' };
}

function reader(env: Env): { value: (name: Required) => string; missing: string[] } {
  const missing: string[] = [];
  const value = (name: Required) => {
    const given = env[name];
    if (!given) missing.push(name);
    return given || placeholders[name];
  };
  return { value, missing };
}

function alarmEmail(address: string | undefined): { alarmEmail?: string } {
  return address ? { alarmEmail: address } : {};
}
