// The contract's list of security headers as CloudFront takes it, once with each way of being cached.
import { Duration } from 'aws-cdk-lib';
import {
  type HeadersFrameOption,
  type HeadersReferrerPolicy,
  type ResponseCustomHeader,
  ResponseHeadersPolicy,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { cacheControl, securityHeaders } from '../functions/contract/headers.ts';

/** What is personal is said by the origin alone, under the policy of shared answers. */
export type Caching = Exclude<keyof typeof cacheControl, 'personal'>;

type Header = keyof typeof securityHeaders;

/** CloudFront refuses these names as custom headers: each has a field of its own. */
const ownFields = {
  'content-security-policy': (value) => ({ contentSecurityPolicy: { contentSecurityPolicy: value, override: true } }),
  'strict-transport-security': (value) => ({
    strictTransportSecurity: {
      accessControlMaxAge: Duration.seconds(Number(/max-age=(\d+)/.exec(value)?.[1])),
      includeSubdomains: value.includes('includeSubDomains'),
      preload: value.includes('preload'),
      override: true,
    },
  }),
  'x-content-type-options': () => ({ contentTypeOptions: { override: true } }),
  'x-frame-options': (value) => ({ frameOptions: { frameOption: value as HeadersFrameOption, override: true } }),
  'referrer-policy': (value) => ({
    referrerPolicy: { referrerPolicy: value as HeadersReferrerPolicy, override: true },
  }),
} satisfies Partial<Record<Header, (value: string) => ResponseSecurityHeadersBehavior>>;

/**
 * One policy for each way of caching. They override what the origin says, but for how long files under a hash and shared answers are kept: those
 * say it themselves, and an error in their place must not be kept.
 */
export function addHeadersPolicies(scope: Construct): Record<Caching, ResponseHeadersPolicy> {
  return {
    immutable: addPolicy(scope, 'immutable'),
    revalidated: addPolicy(scope, 'revalidated'),
    api: addPolicy(scope, 'api'),
    shared: addPolicy(scope, 'shared'),
  };
}

function addPolicy(scope: Construct, caching: Caching): ResponseHeadersPolicy {
  const custom: ResponseCustomHeader[] = [];
  if (caching !== 'immutable' && caching !== 'shared')
    custom.push({ header: 'cache-control', value: cacheControl[caching], override: true });
  const security: ResponseSecurityHeadersBehavior[] = [];
  for (const [header, value] of Object.entries(securityHeaders)) {
    if (header in ownFields) security.push(ownFields[header as keyof typeof ownFields](value));
    else custom.push({ header, value, override: true });
  }
  return new ResponseHeadersPolicy(scope, `Headers-${caching}`, {
    comment: `zhuren: security headers, ${caching}`,
    securityHeadersBehavior: Object.assign({}, ...security),
    customHeadersBehavior: { customHeaders: custom },
  });
}
