import { Duration, Fn, Stack, Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  S3OriginAccessControl,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
  type BehaviorOptions,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { variable } from '../../domain/environment.ts';
import type { HearbackFunction } from './hearback-function.ts';
import { privateBucket } from './private-bucket.ts';
import { nameAtTheEdge } from './edge-name.ts';
import { pageAddresses } from './page-addresses.ts';
import { previewHeaders, securityHeaders } from './site-headers.ts';

/** Header in which CloudFront tells the API who it is; see `originSecret`. */
export const originHeader = 'x-hearback-origin';
/** Header in which CloudFront tells the API the viewer's address. */
export const viewerHeader = 'x-hearback-viewer';

/**
 * What only CloudFront and the firewall know: the random part of the stack's id. It is no password; it keeps
 * strangers from going around CloudFront, whose word on the viewer's address the firewall relies on.
 */
export function originSecret(stack: Stack): string {
  return Fn.select(2, Fn.split('/', stack.stackId));
}

export interface SiteProps {
  /** Host and stage of the API. By name, not by reference to its stage: functions need the site's address. */
  readonly api: { readonly host: string; readonly stage: string };
  readonly domain: { readonly name: string; readonly certificateArn: string } | undefined;
  /** Origins besides its own that pages may call: sign-in and résumé upload. */
  readonly connectTo: readonly string[];
  /** What there is to be asked for, from the site's root. */
  readonly files: readonly string[];
}

/** The pages, and the API under `/api/*` of the same origin. */
export class Site extends Construct {
  /** Where the pages live, without a trailing slash. */
  readonly url: string;
  readonly bucket: IBucket;
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, { api, domain, connectTo, files }: SiteProps) {
    super(scope, id);
    this.bucket = privateBucket(this, 'Bucket');
    const responseHeadersPolicy = securityHeaders(this, 'Headers', connectTo);
    const addresses = this.#edgeFunction('PageAddresses', pageAddresses(files));
    const pages = {
      origin: S3BucketOrigin.withOriginAccessControl(this.bucket, {
        originAccessControl: new S3OriginAccessControl(this, 'Access', {
          originAccessControlName: nameAtTheEdge(this, 'Access'),
        }),
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      functionAssociations: [FunctionEventType.VIEWER_REQUEST, FunctionEventType.VIEWER_RESPONSE].map(
        (eventType) => ({ eventType, function: addresses }),
      ),
    };
    const toApi: BehaviorOptions = {
      origin: new HttpOrigin(api.host, {
        originPath: `/${api.stage}`,
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [OriginSslPolicy.TLS_V1_2],
        readTimeout: Duration.seconds(30),
        customHeaders: { [originHeader]: originSecret(Stack.of(this)) },
      }),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      // Everything the viewer sent, Authorization, Origin and X-Api-Key among it, but the host, which must be the API's.
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy,
      functionAssociations: [
        {
          eventType: FunctionEventType.VIEWER_REQUEST,
          function: this.#edgeFunction('ViewerAddress', viewerAddress),
        },
      ],
    };
    this.distribution = new Distribution(this, 'Distribution', {
      comment: Stack.of(this).stackName,
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      ...(domain && {
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
        domainNames: [domain.name],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
      }),
      defaultBehavior: { ...pages, responseHeadersPolicy },
      additionalBehaviors: {
        '/preview/*': { ...pages, responseHeadersPolicy: previewHeaders(this, 'PreviewHeaders') },
        // The same for everybody, and the API says for how long it may be kept.
        '/api/record': { ...toApi, cachePolicy: CachePolicy.CACHING_OPTIMIZED },
        '/api/*': toApi,
      },
    });
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'Public pages, read by CloudFront only: a log would tell nothing but addresses of visitors.',
    });
    Validations.of(this.distribution).acknowledge(
      { id: 'AwsSolutions-CFR1', reason: 'People apply from wherever they are.' },
      {
        id: 'AwsSolutions-CFR2',
        reason: 'The firewall stands at the API, where requests act; the pages are static.',
      },
      {
        id: 'AwsSolutions-CFR3',
        reason: 'It would log addresses of applicants. The API logs each request without them.',
      },
    );
    if (!domain)
      Validations.of(this.distribution).acknowledge({
        id: 'AwsSolutions-CFR4',
        reason:
          "The distribution's generated name has a fixed policy; siteDomain in hearback.config.json lifts it.",
      });
    this.url = `https://${domain?.name ?? this.distribution.domainName}`;
  }

  /** May write links to pages. */
  grantLinks(fn: HearbackFunction): void {
    fn.tell(variable.siteUrl, this.url);
  }

  #edgeFunction(id: string, code: string): EdgeFunction {
    return new EdgeFunction(this, id, {
      functionName: nameAtTheEdge(this, id),
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(code),
    });
  }
}

/** Overwrites what the viewer may have sent under that name. */
const viewerAddress = `function handler(event) {
  event.request.headers['${viewerHeader}'] = { value: event.viewer.ip };
  return event.request;
}`;
