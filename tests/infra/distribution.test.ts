// What readers meet at the site's address: caching, headers, and a bucket that opens to the distribution alone.
import { describe, expect, test } from 'vitest';
import { cacheControl, immutablePrefixes, securityHeaders, sharedPaths } from '../../functions/contract/headers.ts';
import { ofType, onlyOne, stages, type Template, templateOf } from './templates.ts';

interface Behavior {
  PathPattern?: string;
  TargetOriginId: string;
  ViewerProtocolPolicy: string;
  ResponseHeadersPolicyId: { Ref: string };
}

function configOf(template: Template) {
  return onlyOne(template, 'AWS::CloudFront::Distribution').Properties.DistributionConfig;
}

function behaviorsOf(template: Template): Behavior[] {
  const config = configOf(template);
  return [config.DefaultCacheBehavior, ...config.CacheBehaviors];
}

/** The headers a policy sends, as the list they were made from. */
function headersOf(template: Template, behavior: Behavior): Record<string, string> {
  const config = template.Resources[behavior.ResponseHeadersPolicyId.Ref]?.Properties.ResponseHeadersPolicyConfig;
  const own = config.SecurityHeadersConfig;
  const { AccessControlMaxAgeSec, IncludeSubdomains, Preload } = own.StrictTransportSecurity;
  return {
    'content-security-policy': own.ContentSecurityPolicy.ContentSecurityPolicy,
    'strict-transport-security': `max-age=${AccessControlMaxAgeSec}${IncludeSubdomains ? '; includeSubDomains' : ''}${Preload ? '; preload' : ''}`,
    'x-content-type-options': own.ContentTypeOptions ? 'nosniff' : '',
    'x-frame-options': own.FrameOptions.FrameOption,
    'referrer-policy': own.ReferrerPolicy.ReferrerPolicy,
    ...Object.fromEntries(
      config.CustomHeadersConfig.Items.map((item: { Header: string; Value: string }) => [item.Header, item.Value]),
    ),
  };
}

/** What the policy says of caching; of files under a hash nothing: they say it themselves, and an error in their place must not be kept. */
function cachingOf(pattern: string | undefined): { 'cache-control'?: string } {
  if (pattern === undefined) return { 'cache-control': cacheControl.revalidated };
  return pattern === '/api/*' ? { 'cache-control': cacheControl.api } : {};
}

describe.each(['global', 'china'] as const)('the distribution of %s', (name) => {
  const template = templateOf(stages[name]);

  test('has one behaviour for each path of shared answers, one for the API, one for each hashed folder and one for the rest', () => {
    const expected = [undefined, ...sharedPaths, '/api/*', ...immutablePrefixes.map((prefix) => `${prefix}*`)];
    expect(behaviorsOf(template).map((behavior) => behavior.PathPattern)).toEqual(expected);
  });

  test('sends exactly the contract’s security headers, with the caching of each path', () => {
    for (const behavior of behaviorsOf(template)) {
      const expected = { ...securityHeaders, ...cachingOf(behavior.PathPattern) };
      expect(headersOf(template, behavior)).toEqual(expected);
    }
  });

  test('answers under the stage’s own domain, over TLS 1.2 alone', () => {
    const config = configOf(template);
    expect(config.Aliases).toEqual([stages[name].domainName]);
    expect(config.ViewerCertificate.MinimumProtocolVersion).toMatch(/^TLSv1\.2/);
    for (const behavior of behaviorsOf(template)) expect(behavior.ViewerProtocolPolicy).toBe('redirect-to-https');
  });

  test('replaces no answer of the API by an error page', () => {
    expect(configOf(template).CustomErrorResponses).toBeUndefined();
  });

  test('reads a bucket that nobody else can read', () => {
    expect(onlyOne(template, 'AWS::S3::Bucket').Properties.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    const statements = onlyOne(template, 'AWS::S3::BucketPolicy').Properties.PolicyDocument.Statement;
    const allowed = statements.filter((statement: { Effect: string }) => statement.Effect === 'Allow');
    expect(allowed.map((statement: { Action: string }) => statement.Action)).toEqual(['s3:GetObject', 's3:ListBucket']);
    for (const statement of allowed) expect(JSON.stringify(statement)).toMatch(/AWS:SourceArn|CanonicalUser/);
  });

  test('is given the hashed files first and keeps the old ones, and then the pages', () => {
    const uploads = ofType(template, 'Custom::CDKBucketDeployment').map(([, { Properties }]) => Properties);
    expect(uploads).toMatchObject([
      {
        Exclude: ['*'],
        Include: ['packs/*', '_astro/*'],
        Prune: false,
        SystemMetadata: { 'cache-control': cacheControl.immutable },
      },
      {
        Exclude: ['packs/*', '_astro/*', '*/'],
        Prune: true,
        SystemMetadata: { 'cache-control': cacheControl.revalidated },
      },
    ]);
  });
});

test('the API is forwarded everything but the host, and nothing of it is cached', () => {
  const api = behaviorAt('global', '/api/*');
  expect(api).toMatchObject({
    CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
    OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
  });
  const inChina = behaviorAt('china', '/api/*');
  expect(inChina).toMatchObject({
    MinTTL: 0,
    DefaultTTL: 0,
    MaxTTL: 0,
    ForwardedValues: { QueryString: true, Cookies: { Forward: 'all' } },
  });
  expect(JSON.stringify(inChina)).not.toContain('"Host"');
});

test.each(sharedPaths)('answers under %s are kept as long as they say, and asked for with no cookie', (path) => {
  const policy = Object.values(templateOf(stages.global).Resources).find(({ Type }) => Type.endsWith('::CachePolicy'));
  expect(behaviorAt('global', path)).not.toHaveProperty('OriginRequestPolicyId');
  expect(policy?.Properties.CachePolicyConfig).toMatchObject({
    ...{ MinTTL: 0, DefaultTTL: 0, MaxTTL: 60 },
    ParametersInCacheKeyAndForwardedToOrigin: {
      CookiesConfig: { CookieBehavior: 'none' },
      HeadersConfig: { HeaderBehavior: 'none' },
      QueryStringsConfig: { QueryStringBehavior: 'all' },
    },
  });
  expect(behaviorAt('china', path)).toMatchObject({
    ...{ MinTTL: 0, DefaultTTL: 0, MaxTTL: 60 },
    ForwardedValues: { QueryString: true, Cookies: { Forward: 'none' } },
  });
});

function behaviorAt(name: 'global' | 'china', path: string) {
  return behaviorsOf(templateOf(stages[name])).find((behavior) => behavior.PathPattern === path);
}
