import * as z from 'zod';
import { type Resource, resourcesOf } from '../resource.ts';

const policySchema = z.looseObject({
  ResponseHeadersPolicyConfig: z.looseObject({
    SecurityHeadersConfig: z
      .looseObject({
        ContentSecurityPolicy: z.looseObject({ ContentSecurityPolicy: z.string() }).optional(),
        ContentTypeOptions: z.looseObject({}).optional(),
        FrameOptions: z.looseObject({ FrameOption: z.string() }).optional(),
        ReferrerPolicy: z.looseObject({ ReferrerPolicy: z.string() }).optional(),
      })
      .optional(),
    CustomHeadersConfig: z
      .looseObject({ Items: z.array(z.looseObject({ Header: z.string(), Value: z.string() })) })
      .optional(),
  }),
});

/** Used where the template has no response headers policy. */
const DEFAULTS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-src 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'self'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/**
 * The headers the site's files carry: those of the template's CloudFront response headers policy, so that a page
 * its policy would break breaks here first. Strict-Transport-Security is left out: it means nothing over HTTP.
 */
export function siteHeaders(resources: readonly Resource[]): Readonly<Record<string, string>> {
  const [policy] = resourcesOf(resources, 'AWS::CloudFront::ResponseHeadersPolicy', policySchema);
  if (policy === undefined) {
    return DEFAULTS;
  }
  const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } =
    policy.properties.ResponseHeadersPolicyConfig;
  const { ContentSecurityPolicy: csp, FrameOptions: frame, ReferrerPolicy: referrer } = security ?? {};
  return {
    ...(csp && { 'content-security-policy': csp.ContentSecurityPolicy }),
    ...(frame && { 'x-frame-options': frame.FrameOption }),
    ...(referrer && { 'referrer-policy': referrer.ReferrerPolicy }),
    ...(security?.ContentTypeOptions && { 'x-content-type-options': 'nosniff' }),
    ...Object.fromEntries((custom?.Items ?? []).map(({ Header, Value }) => [Header.toLowerCase(), Value])),
  };
}
