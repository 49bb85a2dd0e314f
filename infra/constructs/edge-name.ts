import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/**
 * The name of a part of CloudFront: one account has one list of them for all regions, so it says whose it is and where
 * it is deployed from. CDK's own names would be the same in each stage.
 */
export function nameAtTheEdge(scope: Construct, id: string): string {
  const { stackName, region } = Stack.of(scope);
  return `${stackName}-${region}-${id}`;
}
