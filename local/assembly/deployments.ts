import * as z from 'zod';
import type { ResourceGraph } from './graph.ts';
import { propertiesOf } from './properties.ts';
import type { CustomResourceModel, DeploymentModel } from './model.ts';

const deployment = z.object({
  SourceObjectKeys: z.array(z.string()),
  DestinationBucketName: z.string(),
  DestinationBucketKeyPrefix: z.string().default(''),
  Exclude: z.array(z.string()).default([]),
  Include: z.array(z.string()).default([]),
  SystemMetadata: z.object({ 'cache-control': z.string().optional() }).default({}),
});

/** What CDK's BucketDeployment would upload, as directories of the assembly. */
export function readDeployments(graph: ResourceGraph): DeploymentModel[] {
  return graph.all('Custom::CDKBucketDeployment').map((resource) => {
    const declared = propertiesOf(deployment, resource);
    return {
      bucket: declared.DestinationBucketName,
      prefix: declared.DestinationBucketKeyPrefix,
      exclude: declared.Exclude,
      include: declared.Include,
      cacheControl: declared.SystemMetadata['cache-control'],
      directories: declared.SourceObjectKeys.map((key) => {
        const directory = graph.assets.get(key);
        if (directory === undefined)
          throw new Error(`${resource.logicalId}: the assembly has no asset ${key}`);
        return directory;
      }),
    };
  });
}

/** Custom resources that the stack's own functions serve. */
export function readCustomResources(graph: ResourceGraph): CustomResourceModel[] {
  return graph.custom().map(({ logicalId, type, properties }) => {
    const serviceToken = properties['ServiceToken'];
    if (typeof serviceToken !== 'string')
      throw new Error(`${logicalId}: a custom resource needs a ServiceToken`);
    return { logicalId, type, serviceToken, properties };
  });
}
