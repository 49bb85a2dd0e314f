import { expect, it } from 'vitest';
import { siteHeaders } from '../../../local/rest/site-headers.ts';

const resources = [
  {
    logicalId: 'Headers',
    type: 'AWS::CloudFront::ResponseHeadersPolicy',
    physicalId: 'headers',
    properties: {
      ResponseHeadersPolicyConfig: {
        Name: 'headers',
        SecurityHeadersConfig: {
          ContentSecurityPolicy: {
            ContentSecurityPolicy:
              "default-src 'none'; connect-src 'self' https://resumes.s3.amazonaws.com; base-uri 'none'",
            Override: true,
          },
          ContentTypeOptions: { Override: true },
          FrameOptions: { FrameOption: 'DENY', Override: true },
          StrictTransportSecurity: { AccessControlMaxAgeSec: 31536000, Override: true },
        },
        CustomHeadersConfig: {
          Items: [{ Header: 'Permissions-Policy', Value: 'camera=()', Override: true }],
        },
      },
    },
  },
];

it("gives the headers of the template's policy, the laptop's own addresses among those that may be called", () => {
  expect(siteHeaders(resources, ['http://127.0.0.1:4566'])).toEqual({
    'content-security-policy':
      "default-src 'none'; connect-src 'self' https://resumes.s3.amazonaws.com http://127.0.0.1:4566; base-uri 'none'",
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'permissions-policy': 'camera=()',
  });
});

it('is strict where the template says nothing', () => {
  expect(siteHeaders([])['content-security-policy']).toMatch(/^default-src 'none'.*connect-src 'self';/);
});
