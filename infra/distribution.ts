// The one address of the site and the API. Pages and packs come from the bucket, /api/* from the HTTP API, each with its headers.
// There are no custom error responses: they hold for the whole distribution and would replace the API's own 403 and 404 problems. Where the
// edge runs functions an unknown page is answered there (pages-function.ts); elsewhere the bucket's bare 404 goes through.
import { Duration, Validations } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  CfnDistribution,
  CfnFunction,
  OriginRequestPolicy,
  type ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { immutablePrefixes, sharedPaths } from '../functions/contract/headers.ts';
import { addBucketAccess } from './bucket-access.ts';
import { type EdgeFeatures, edgeFeatures } from './edge-features.ts';
import { addHeadersPolicies } from './headers-policies.ts';
import { pagesFunctionCode } from './pages-function.ts';
import { pageFiles } from './site-files.ts';
import type { Stage } from './stages.ts';

/** The longest an answer may be kept, whatever it says. */
const SHARED_SECONDS_MOST = 60;

const SITE = 'site';
const API = 'api';

export interface Origins {
  bucket: IBucket;
  api: HttpApi;
  /** The built site's folder. */
  site: string;
}

export function addDistribution(scope: Construct, stage: Stage, { bucket, api, site }: Origins): CfnDistribution {
  const features = edgeFeatures[stage.partition];
  const headers = addHeadersPolicies(scope);
  const access = addBucketAccess(scope, bucket, features);
  const cachePolicy = features.cachePolicies ? addSharedCachePolicy(scope) : undefined;
  const distribution = new CfnDistribution(scope, 'Distribution', {
    distributionConfig: {
      enabled: true,
      comment: `zhuren ${stage.name}`,
      aliases: [stage.domainName],
      viewerCertificate: viewerCertificate(stage, features),
      httpVersion: features.httpVersion,
      ipv6Enabled: features.ipv6,
      priceClass: 'PriceClass_All',
      defaultRootObject: 'index.html',
      origins: [{ id: SITE, domainName: bucket.bucketRegionalDomainName, ...access.origin }, apiOrigin(stage, api)],
      defaultCacheBehavior: {
        ...siteBehavior(features, headers.revalidated),
        ...(features.functions ? { functionAssociations: [pagesFunction(scope, site)] } : {}),
      },
      cacheBehaviors: [
        ...sharedPaths.map((pathPattern) => ({
          pathPattern,
          ...sharedBehavior(features, { headers: headers.shared, cachePolicy }),
        })),
        { pathPattern: '/api/*', ...apiBehavior(features, headers.api) },
        ...immutablePrefixes.map((prefix) => ({
          pathPattern: `${prefix}*`,
          ...siteBehavior(features, headers.immutable),
        })),
      ],
    },
  });
  access.allow(distribution);
  acknowledge(distribution, features);
  return distribution;
}

type Behavior = Omit<CfnDistribution.CacheBehaviorProperty, 'pathPattern'>;

function siteBehavior(features: EdgeFeatures, headers: ResponseHeadersPolicy): Behavior {
  return {
    targetOriginId: SITE,
    viewerProtocolPolicy: 'redirect-to-https',
    allowedMethods: ['GET', 'HEAD'],
    compress: true,
    responseHeadersPolicyId: headers.responseHeadersPolicyId,
    ...(features.cachePolicies
      ? { cachePolicyId: CachePolicy.CACHING_OPTIMIZED.cachePolicyId }
      : { forwardedValues: { queryString: false, cookies: { forward: 'none' } } }),
  };
}

/** Nothing is cached, everything is forwarded but the host: API Gateway knows itself by its own name alone. */
function apiBehavior(features: EdgeFeatures, headers: ResponseHeadersPolicy): Behavior {
  return {
    targetOriginId: API,
    viewerProtocolPolicy: 'redirect-to-https',
    allowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
    compress: true,
    responseHeadersPolicyId: headers.responseHeadersPolicyId,
    ...(features.cachePolicies
      ? {
          cachePolicyId: CachePolicy.CACHING_DISABLED.cachePolicyId,
          originRequestPolicyId: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER.originRequestPolicyId,
        }
      : uncached),
  };
}

/** Answers that are the same for everybody, kept as long as they say themselves: asked with no cookie, so that they cannot differ. */
function sharedBehavior(
  features: EdgeFeatures,
  { headers, cachePolicy }: { headers: ResponseHeadersPolicy; cachePolicy: CachePolicy | undefined },
): Behavior {
  return {
    targetOriginId: API,
    viewerProtocolPolicy: 'redirect-to-https',
    allowedMethods: ['GET', 'HEAD'],
    compress: true,
    responseHeadersPolicyId: headers.responseHeadersPolicyId,
    ...(features.cachePolicies && cachePolicy !== undefined
      ? { cachePolicyId: cachePolicy.cachePolicyId }
      : {
          minTtl: 0,
          defaultTtl: 0,
          maxTtl: SHARED_SECONDS_MOST,
          forwardedValues: { queryString: true, cookies: { forward: 'none' } },
        }),
  };
}

/** What says nothing of how long it may be kept, a problem for one, is not kept. */
function addSharedCachePolicy(scope: Construct): CachePolicy {
  return new CachePolicy(scope, 'SharedAnswers', {
    comment: 'zhuren: answers of the API that are the same for everybody',
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.seconds(SHARED_SECONDS_MOST),
    queryStringBehavior: CacheQueryStringBehavior.all(),
    cookieBehavior: CacheCookieBehavior.none(),
    headerBehavior: CacheHeaderBehavior.none(),
    enableAcceptEncodingGzip: true,
    enableAcceptEncodingBrotli: true,
  });
}

/** The older form: what CloudFront would drop or rewrite must be named, the host is left out by not being named. */
const uncached = {
  minTtl: 0,
  defaultTtl: 0,
  maxTtl: 0,
  forwardedValues: {
    queryString: true,
    cookies: { forward: 'all' },
    headers: ['Accept', 'Accept-Language', 'Authorization', 'Origin', 'Referer', 'User-Agent', 'Sec-Fetch-Site'],
  },
};

function apiOrigin(stage: Stage, api: HttpApi): CfnDistribution.OriginProperty {
  const suffix = stage.partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  return {
    id: API,
    domainName: `${api.apiId}.execute-api.${stage.region}.${suffix}`,
    customOriginConfig: { originProtocolPolicy: 'https-only', originSslProtocols: ['TLSv1.2'] },
  };
}

function viewerCertificate(stage: Stage, features: EdgeFeatures): CfnDistribution.ViewerCertificateProperty {
  const shared = { minimumProtocolVersion: features.minimumTls, sslSupportMethod: 'sni-only' };
  return stage.partition === 'aws-cn'
    ? { ...shared, iamCertificateId: stage.iamCertificateId }
    : { ...shared, acmCertificateArn: stage.certificateArn };
}

function pagesFunction(scope: Construct, site: string): CfnDistribution.FunctionAssociationProperty {
  const edge = new CfnFunction(scope, 'PagesFunction', {
    name: 'zhuren-pages',
    autoPublish: true,
    functionCode: pagesFunctionCode(pageFiles(site)),
    functionConfig: {
      comment: 'A folder means its index.html; an unknown page is a 404',
      runtime: 'cloudfront-js-2.0',
    },
  });
  return { eventType: 'viewer-request', functionArn: edge.attrFunctionArn };
}

function acknowledge(distribution: CfnDistribution, features: EdgeFeatures): void {
  Validations.of(distribution).acknowledge(
    { id: 'AwsSolutions-CFR1', reason: 'Social workers travel; who may sign in is not a matter of country.' },
    {
      id: 'AwsSolutions-CFR2',
      reason: 'Static files and a throttled API; a firewall is the deployer’s to add, and China has it by region only.',
    },
    {
      id: 'AwsSolutions-CFR3',
      reason: 'Its log holds readers’ addresses, which are not kept; the API’s own log has what an incident needs.',
    },
  );
  if (features.originAccessControl) return;
  Validations.of(distribution).acknowledge({
    id: 'AwsSolutions-CFR7',
    reason:
      'China has no origin access control; an origin access identity opens the bucket to this distribution alone.',
  });
}
