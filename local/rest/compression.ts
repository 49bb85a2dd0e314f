import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import * as z from 'zod';
import { type Resource, resourcesOf } from '../resource.ts';
import type { LocalHandler } from './exchange.ts';

const pack = promisify(gzip);

const distributionSchema = z.looseObject({
  DistributionConfig: z.looseObject({
    DefaultCacheBehavior: z.looseObject({ Compress: z.boolean().default(false) }),
  }),
});

/** What CloudFront compresses: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html */
const types = /^(?:text\/|application\/(?:json|javascript|manifest\+json|xml)|image\/svg\+xml)/;
const least = 1_000;
const most = 10_000_000;

/** The site with its texts compressed for whoever takes gzip, where the distribution does that. */
export function compressing(resources: readonly Resource[], site: LocalHandler): LocalHandler {
  const [distribution] = resourcesOf(resources, 'AWS::CloudFront::Distribution', distributionSchema);
  if (distribution?.properties.DistributionConfig.DefaultCacheBehavior.Compress !== true) return site;
  const packed = new Map<string, { readonly of: Buffer; readonly bytes: Buffer }>();
  return async (request) => {
    const reply = await site(request);
    const type = String(reply?.headers?.['content-type'] ?? '');
    const body = reply && Buffer.from(reply.body);
    if (!body || !types.test(type) || body.length < least || body.length > most) return reply;
    if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply;
    const known = packed.get(request.path);
    const bytes = known?.of.equals(body) === true ? known.bytes : await pack(body);
    // Whatever else may be asked for gets the same page of what is not there: nothing to keep for each.
    if (reply.status === 200) packed.set(request.path, { of: body, bytes });
    return {
      ...reply,
      headers: { ...reply.headers, 'content-encoding': 'gzip', vary: 'accept-encoding' },
      body: bytes,
    };
  };
}
