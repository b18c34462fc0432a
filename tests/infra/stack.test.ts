// Both stages as whole templates, and what no part of them may hold.
import { describe, expect, test } from 'vitest';
import { ofType, stages, type Template, templateOf } from './templates.ts';

const templates = { global: templateOf(stages.global), china: templateOf(stages.china) };

/** A hash of an asset or of a page says what was built, not how it is deployed. */
function normalised(template: Template): Template {
  return JSON.parse(JSON.stringify(template).replace(/[0-9a-f]{64}/g, '<hash>'));
}

/** Every string of a template, keys included. */
function textOf(template: Template): string {
  return JSON.stringify(template);
}

describe.each(['global', 'china'] as const)('the stage %s', (name) => {
  const template = templates[name];

  test('is the template that was last looked at', () => {
    expect(normalised(template)).toMatchSnapshot();
  });

  test('keeps every log for the time its stage says', () => {
    const groups = ofType(template, 'AWS::Logs::LogGroup');
    expect(groups.length).toBeGreaterThan(3);
    for (const [, group] of groups) expect(group.Properties.RetentionInDays).toBe(stages[name].logRetentionDays);
  });

  test('traces nothing by X-Ray and opens no function by an address of its own', () => {
    expect(ofType(template, 'AWS::Lambda::Url')).toEqual([]);
    expect(textOf(template)).not.toMatch(/xray|TracingConfig/i);
  });
});

describe('the stage china', () => {
  test('makes nothing of Cognito, of the certificate manager, or of an edge feature China lacks', () => {
    const types = Object.values(templates.china.Resources).map((resource) => resource.Type);
    expect(types.filter((type) => /Cognito|CertificateManager/.test(type))).toEqual([]);
    for (const missing of ['Function', 'OriginAccessControl', 'CachePolicy', 'OriginRequestPolicy']) {
      expect(types).not.toContain(`AWS::CloudFront::${missing}`);
    }
    expect(textOf(templates.china)).not.toMatch(/CachePolicyId|OriginRequestPolicyId|AcmCertificateArn/);
  });

  test('names its own partition in every ARN', () => {
    const text = textOf(templates.china);
    expect(text).toContain('arn:aws-cn:');
    expect(text).not.toContain('arn:aws:');
    expect(text).not.toMatch(/\.amazonaws\.com(?!\.cn)(?!")/);
  });

  test('gives a folder of the site an object of its own, as the edge cannot find its index', () => {
    const [copy, ...more] = ofType(templates.china, 'Custom::AWS');
    expect(more).toEqual([]);
    expect(JSON.stringify(copy?.[1].Properties.Create)).toContain('/practice/index.html');
    expect(JSON.stringify(copy?.[1].Properties.Delete)).toContain('practice/');
  });
});

describe('the stage global', () => {
  test('makes a public client of a user pool that leads back to the callback route', () => {
    const [[, client] = []] = ofType(templates.global, 'AWS::Cognito::UserPoolClient');
    expect(client?.Properties).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://practice.example.org/api/public/callback'],
      LogoutURLs: ['https://practice.example.org/'],
    });
  });

  test('makes no user pool when an issuer is given', () => {
    const issuer = { kind: 'external', url: 'https://login.example.org', clientId: 'site' } as const;
    const template = templateOf({ ...stages.global, partition: 'aws', issuer } as typeof stages.global);
    expect(textOf(template)).not.toContain('Cognito');
    const told = ofType(template, 'AWS::Lambda::Function').map(
      ([, { Properties }]) => Properties.Environment?.Variables,
    );
    expect(told).toContainEqual(expect.objectContaining({ ISSUER: issuer.url, CLIENT_ID: 'site' }));
  });
});
