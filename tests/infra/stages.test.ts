// What the deployer says, and what is said back when something is missing.
import { expect, test } from 'vitest';
import { missingSentence, stagesFrom } from '../../infra/stages.ts';

const given = {
  ZHUREN_GLOBAL_DOMAIN: 'a.example.org',
  ZHUREN_GLOBAL_CERTIFICATE_ARN: 'arn:aws:acm:us-east-1:222222222222:certificate/1',
  ZHUREN_CHINA_DOMAIN: 'a.example.cn',
  ZHUREN_CHINA_CERTIFICATE_ID: 'ASCA1',
  ZHUREN_CHINA_ISSUER: 'https://login.example.cn',
  ZHUREN_CHINA_CLIENT_ID: 'site',
  ZHUREN_CHINA_MAIL_SECRET: 'mail',
  ZHUREN_CHINA_MAIL_FROM: 'notice@a.example.cn',
};

test('a stage with every value can be deployed', () => {
  const { global, china } = stagesFrom(given);
  expect([missingSentence(global), missingSentence(china)]).toEqual([undefined, undefined]);
  expect(global).toMatchObject({ domainName: 'a.example.org', issuer: { kind: 'cognito' } });
  expect(china).toMatchObject({
    iamCertificateId: 'ASCA1',
    issuer: { url: 'https://login.example.cn', clientId: 'site' },
    mail: { secretName: 'mail', from: 'notice@a.example.cn' },
  });
});

test('what is missing is named in one sentence, for its own stage alone', () => {
  const { global, china } = stagesFrom({ ...given, ZHUREN_CHINA_ISSUER: '', ZHUREN_CHINA_DOMAIN: undefined });
  expect(missingSentence(global)).toBeUndefined();
  expect(missingSentence(china)).toBe(
    'Stage china cannot be deployed with placeholders: set ZHUREN_CHINA_DOMAIN, ZHUREN_CHINA_ISSUER and run it again.',
  );
});

test('an own issuer takes the place of the user pool, and needs its client', () => {
  const whole = stagesFrom({
    ...given,
    ZHUREN_GLOBAL_ISSUER: 'https://login.example.org',
    ZHUREN_GLOBAL_CLIENT_ID: 'site',
  });
  expect(whole.global.issuer).toEqual({ kind: 'external', url: 'https://login.example.org', clientId: 'site' });
  const half = stagesFrom({ ...given, ZHUREN_GLOBAL_ISSUER: 'https://login.example.org' });
  expect(missingSentence(half.global)).toContain('ZHUREN_GLOBAL_CLIENT_ID');
});

test('an alarm’s address is there only when it is given', () => {
  expect(stagesFrom(given).china).not.toHaveProperty('alarmEmail');
  expect(stagesFrom({ ...given, ZHUREN_CHINA_ALARM_EMAIL: 'duty@example.cn' }).china.alarmEmail).toBe(
    'duty@example.cn',
  );
});
