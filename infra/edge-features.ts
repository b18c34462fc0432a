// What CloudFront can do in each partition, as a table: the distribution is built from it, so a feature that arrives in China is one line here.

/** A partition of AWS: an account of one knows nothing of the other. */
export type Partition = 'aws' | 'aws-cn';

export interface EdgeFeatures {
  /** CloudFront Functions. Without them a folder's address needs an object of its own (folder-pages.ts). */
  functions: boolean;
  /** Origin access control. Without it the older origin access identity opens the bucket to the distribution alone. */
  originAccessControl: boolean;
  /** Cache and origin request policies. Without them the older `ForwardedValues` say the same. */
  cachePolicies: boolean;
  httpVersion: 'http2' | 'http2and3';
  ipv6: boolean;
  minimumTls: 'TLSv1.2_2019' | 'TLSv1.2_2021';
}

/*
 * China, most conservative reading of what is published:
 * - CloudFormation's resource types of cn-northwest-1 (as cfn-lint records them) hold neither CloudFront::Function nor OriginAccessControl
 *   (aws-solutions-constructs issue 1050 saw a change set refused for the latter).
 * - CachePolicy is a known type there, but a distribution that names one was refused: «CachePolicyId can't be set for this region»
 *   (aws-cdk issues 13584 and 31033). The China documentation does describe these policies, so this may have changed.
 * - ResponseHeadersPolicy is a known type and has no older form. It is used in both partitions: should China still refuse it, the deploy
 *   fails and says so, which is better than a site that is served without its security headers.
 */
export const edgeFeatures: Record<Partition, EdgeFeatures> = {
  aws: {
    functions: true,
    originAccessControl: true,
    cachePolicies: true,
    httpVersion: 'http2and3',
    ipv6: true,
    minimumTls: 'TLSv1.2_2021',
  },
  'aws-cn': {
    functions: false,
    originAccessControl: false,
    cachePolicies: false,
    httpVersion: 'http2',
    ipv6: false,
    minimumTls: 'TLSv1.2_2019',
  },
};
