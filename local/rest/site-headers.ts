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

const behaviorSchema = z.looseObject({ ResponseHeadersPolicyId: z.string().optional() });

const distributionSchema = z.looseObject({
  DistributionConfig: z.looseObject({
    DefaultCacheBehavior: behaviorSchema,
    CacheBehaviors: z.array(behaviorSchema.extend({ PathPattern: z.string() })).default([]),
  }),
});

type Headers = Readonly<Record<string, string>>;

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
 * The headers CloudFront puts on pages and API replies, by the path asked for: those of the template's response
 * headers policies, so that a page a policy would break breaks here first. `connectTo` are the laptop's addresses
 * that stand for services the policy names by their deployed ones (uploads go to the AWS endpoint).
 * Strict-Transport-Security is left out: it means nothing over HTTP.
 */
export function siteHeaders(
  resources: readonly Resource[],
  connectTo: readonly string[] = [],
): (path: string) => Headers {
  const policies = new Map(
    resourcesOf(resources, 'AWS::CloudFront::ResponseHeadersPolicy', policySchema).map(
      ({ physicalId, properties }) => [physicalId, headersOf(properties, connectTo)],
    ),
  );
  const standard = { ...DEFAULTS, [CSP]: callingAlso(DEFAULTS[CSP], connectTo) };
  const named = (id: string | undefined): Headers => policies.get(id ?? '') ?? standard;
  const [distribution] = resourcesOf(resources, 'AWS::CloudFront::Distribution', distributionSchema);
  const { CacheBehaviors = [], DefaultCacheBehavior } = distribution?.properties.DistributionConfig ?? {};
  const behaviors = CacheBehaviors.map(({ PathPattern, ResponseHeadersPolicyId }) => ({
    matches: matcherOf(PathPattern),
    headers: named(ResponseHeadersPolicyId),
  }));
  const others = named(DefaultCacheBehavior?.ResponseHeadersPolicyId);
  return (path) => behaviors.find(({ matches }) => matches(path))?.headers ?? others;
}

/** `/api/*` is whatever begins with `/api/`, `/api/record` that path alone; the laptop knows no other patterns. */
function matcherOf(pattern: string): (path: string) => boolean {
  const [, fixed, star] = /^([^*?]*)(\*?)$/.exec(pattern) ?? [];
  if (fixed === undefined) throw new Error(`the laptop cannot tell what ${pattern} matches`);
  return star === '' ? (path) => path === fixed : (path) => path.startsWith(fixed);
}

function headersOf(
  { ResponseHeadersPolicyConfig }: z.output<typeof policySchema>,
  connectTo: readonly string[],
): Headers {
  const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = ResponseHeadersPolicyConfig;
  const { ContentSecurityPolicy: csp, FrameOptions: frame, ReferrerPolicy: referrer } = security ?? {};
  return {
    ...(csp && { [CSP]: callingAlso(csp.ContentSecurityPolicy, connectTo) }),
    ...(frame && { 'x-frame-options': frame.FrameOption }),
    ...(referrer && { 'referrer-policy': referrer.ReferrerPolicy }),
    ...(security?.ContentTypeOptions && { 'x-content-type-options': 'nosniff' }),
    ...Object.fromEntries((custom?.Items ?? []).map(({ Header, Value }) => [Header.toLowerCase(), Value])),
  };
}
