import { describe, expect, it, test } from 'vitest';
import { pageAddresses } from '../../../infra/constructs/page-addresses.ts';
import { pageFunction } from '../../../local/rest/page-function.ts';

const code = pageAddresses([
  '404.html',
  'assets/careers-1A2B3C4D.css',
  'careers/index.html',
  'console/config.json',
  'console/index.html',
  'icon.svg',
  'index.html',
]);
const pages = pageFunction([
  {
    logicalId: 'Addresses',
    type: 'AWS::CloudFront::Function',
    physicalId: 'arn of it',
    properties: { FunctionCode: code },
  },
  {
    logicalId: 'Distribution',
    type: 'AWS::CloudFront::Distribution',
    physicalId: 'E1',
    properties: {
      DistributionConfig: {
        DefaultCacheBehavior: {
          FunctionAssociations: ['viewer-request', 'viewer-response'].map((EventType) => ({
            EventType,
            FunctionARN: 'arn of it',
          })),
        },
      },
    },
  },
]);

const application = '01KJT08CQ0RYQ4JP0XZX0DSZDK';

describe('the file an address stands for', () => {
  test.each([
    ['/', '/index.html'],
    ['/careers', '/careers/index.html'],
    ['/careers/', '/careers/index.html'],
    ['/icon.svg', '/icon.svg'],
    ['/console', '/console/index.html'],
    ['/console/', '/console/index.html'],
    [`/console/decide/${application}/shortlist-1`, '/console/index.html'],
    [`/console/decide/${application}/feedback-${application}.tom-becker`, '/console/index.html'],
    [`/console/applications/${application}`, '/console/index.html'],
    ['/console/config.json', '/console/config.json'],
    // Those of the build before, which a page that was opened then may still ask for.
    ['/console/assets/index-0000AAAA.js', '/console/assets/index-0000AAAA.js'],
    ['/assets/careers-0000AAAA.css', '/assets/careers-0000AAAA.css'],
  ])('of %s is %s', (address, file) => {
    expect(pages.fileOf(address)).toBe(file);
    expect(pages.statusOf(file, 200)).toBe(200);
    // Whether the function is told of the address or of the file by then.
    expect(pages.statusOf(address, 200)).toBe(200);
  });

  test.each([
    '/nowhere',
    '/careers/nowhere/',
    '/careers/nowhere.html',
    '/consoles',
    '/careers/%2e%2e/icon.svg',
    '/.git/config',
    '/assets/',
  ])('of %s is the page that says there is none, with its status', (address) => {
    expect(pages.fileOf(address)).toBe('/404.html');
    expect(pages.statusOf('/404.html', 200)).toBe(404);
    expect(pages.statusOf(address, 200)).toBe(404);
  });
});

it('leaves addresses alone where the template has no function', () => {
  const bare = pageFunction([]);
  expect(bare.fileOf('/careers/')).toBe('/careers/');
  expect(bare.statusOf('/careers/', 200)).toBe(200);
});

it('fits into what CloudFront takes, with a hundred pages', () => {
  // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-functions
  const many = Array.from({ length: 100 }, (_, page) => `careers/a-page-of-usual-length-${page}/index.html`);
  expect(pageAddresses(many).length).toBeLessThan(10 * 1024);
});
