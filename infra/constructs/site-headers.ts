import { Duration } from 'aws-cdk-lib';
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { nameAtTheEdge } from './edge-name.ts';

/** Only the site's own scripts and styles, no frame around it, calls only to itself and `connectTo`. */
function contentSecurityPolicy(connectTo: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${["'self'", ...connectTo].join(' ')}`,
    "form-action 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * For the frame in which the console shows a mail: mail needs its styles inline, so it is shown as a stranger, with
 * an origin of its own, no network, and no script but the one that takes the mail from the page around it
 * (docs/adr/0014-letters-in-a-frame.md).
 */
const previewPolicy = [
  'sandbox allow-scripts',
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'unsafe-inline'",
  "img-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** Security headers of every page and reply. */
export function securityHeaders(
  scope: Construct,
  id: string,
  connectTo: readonly string[],
): ResponseHeadersPolicy {
  return headersWith(scope, id, contentSecurityPolicy(connectTo), HeadersFrameOption.DENY);
}

/** Security headers of the frame for mails. */
export function previewHeaders(scope: Construct, id: string): ResponseHeadersPolicy {
  return headersWith(scope, id, previewPolicy, HeadersFrameOption.SAMEORIGIN);
}

function headersWith(
  scope: Construct,
  id: string,
  policy: string,
  frameOption: HeadersFrameOption,
): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, id, {
    responseHeadersPolicyName: nameAtTheEdge(scope, id),
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: policy, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(365),
        includeSubdomains: true,
        override: true,
      },
    },
    customHeadersBehavior: {
      customHeaders: [
        { header: 'permissions-policy', value: 'camera=(), geolocation=(), microphone=()', override: true },
      ],
    },
  });
}
