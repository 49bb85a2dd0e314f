import { expect, it } from 'vitest';
import { siteHeaders } from '../../../local/rest/site-headers.ts';

const policyOf = (logicalId: string, policy: string, frame: string) => ({
  logicalId,
  type: 'AWS::CloudFront::ResponseHeadersPolicy',
  physicalId: `id of ${logicalId}`,
  properties: {
    ResponseHeadersPolicyConfig: {
      Name: logicalId,
      SecurityHeadersConfig: {
        ContentSecurityPolicy: { ContentSecurityPolicy: policy, Override: true },
        ContentTypeOptions: { Override: true },
        FrameOptions: { FrameOption: frame, Override: true },
        StrictTransportSecurity: { AccessControlMaxAgeSec: 31536000, Override: true },
      },
      CustomHeadersConfig: {
        Items: [{ Header: 'Permissions-Policy', Value: 'camera=()', Override: true }],
      },
    },
  },
});

const distributionWith = (pattern: string) => ({
  logicalId: 'Distribution',
  type: 'AWS::CloudFront::Distribution',
  physicalId: 'E1',
  properties: {
    DistributionConfig: {
      DefaultCacheBehavior: { ResponseHeadersPolicyId: 'id of Headers' },
      CacheBehaviors: [{ PathPattern: pattern, ResponseHeadersPolicyId: 'id of Framed' }],
    },
  },
});

const resources = [
  policyOf(
    'Headers',
    "default-src 'none'; connect-src 'self' https://resumes.s3.amazonaws.com; base-uri 'none'",
    'DENY',
  ),
  policyOf('Framed', "sandbox; default-src 'none'", 'SAMEORIGIN'),
  distributionWith('/preview/*'),
];

it("gives the headers of the template's policy, the laptop's own addresses among those that may be called", () => {
  const headersAt = siteHeaders(resources, ['http://127.0.0.1:4566']);
  expect(headersAt('/careers/')).toEqual({
    'content-security-policy':
      "default-src 'none'; connect-src 'self' https://resumes.s3.amazonaws.com http://127.0.0.1:4566; base-uri 'none'",
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'permissions-policy': 'camera=()',
  });
});

it('gives the headers of the behaviour that a path belongs to', () => {
  const headersAt = siteHeaders(resources, ['http://127.0.0.1:4566']);
  expect(headersAt('/preview/')).toMatchObject({
    'content-security-policy': "sandbox; default-src 'none'",
    'x-frame-options': 'SAMEORIGIN',
  });
  expect(headersAt('/previews')).toMatchObject({ 'x-frame-options': 'DENY' });
});

it('refuses a pattern it cannot follow', () => {
  expect(() => siteHeaders([distributionWith('/images/*.png')])).toThrow('/images/*.png');
});

it('is strict where the template says nothing', () => {
  expect(siteHeaders([])('/')['content-security-policy']).toMatch(/^default-src 'none'.*connect-src 'self';/);
});

it('takes a pattern without a star for that path alone', () => {
  const headersAt = siteHeaders([...resources.slice(0, 2), distributionWith('/api/record')]);
  expect(headersAt('/api/record')['x-frame-options']).toBe('SAMEORIGIN');
  expect(headersAt('/api/records')['x-frame-options']).toBe('DENY');
});
