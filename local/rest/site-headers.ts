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

const CSP = 'content-security-policy';

/** Used where the template has no response headers policy. */
const DEFAULTS = {
  [CSP]:
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-src 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'self'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** The policy with more addresses that pages may call. */
function callingAlso(policy: string, connectTo: readonly string[]): string {
  return connectTo.length === 0
    ? policy
    : policy.replace(/connect-src [^;]*/, (sources) => [sources, ...connectTo].join(' '));
}

/**
 * The headers CloudFront puts on pages and API replies: those of the template's response headers policy, so that a
 * page the policy would break breaks here first. `connectTo` are the laptop's addresses that stand for services the
 * policy names by their deployed ones (uploads go to the AWS endpoint). Strict-Transport-Security is left out: it
 * means nothing over HTTP.
 */
export function siteHeaders(
  resources: readonly Resource[],
  connectTo: readonly string[] = [],
): Readonly<Record<string, string>> {
  const [policy] = resourcesOf(resources, 'AWS::CloudFront::ResponseHeadersPolicy', policySchema);
  if (policy === undefined) {
    return { ...DEFAULTS, [CSP]: callingAlso(DEFAULTS[CSP], connectTo) };
  }
  const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } =
    policy.properties.ResponseHeadersPolicyConfig;
  const { ContentSecurityPolicy: csp, FrameOptions: frame, ReferrerPolicy: referrer } = security ?? {};
  return {
    ...(csp && { [CSP]: callingAlso(csp.ContentSecurityPolicy, connectTo) }),
    ...(frame && { 'x-frame-options': frame.FrameOption }),
    ...(referrer && { 'referrer-policy': referrer.ReferrerPolicy }),
    ...(security?.ContentTypeOptions && { 'x-content-type-options': 'nosniff' }),
    ...Object.fromEntries((custom?.Items ?? []).map(({ Header, Value }) => [Header.toLowerCase(), Value])),
  };
}
