import * as z from 'zod';
import type { ResourceGraph } from './graph.ts';
import { propertiesOf } from './properties.ts';

const distribution = z.object({
  DistributionConfig: z.object({ Aliases: z.array(z.string()).default([]) }),
});

/**
 * Addresses under which the deployed stack would be reached: names of the CloudFront distribution.
 * On the laptop the local site stands for each of them.
 */
export function publicAddresses(graph: ResourceGraph): string[] {
  return graph.all('AWS::CloudFront::Distribution').flatMap((resource) => {
    const { Aliases } = propertiesOf(distribution, resource).DistributionConfig;
    return [...Aliases, graph.attribute(resource.logicalId, 'DomainName')].map((name) => `https://${name}`);
  });
}
