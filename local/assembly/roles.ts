import * as z from 'zod';
import type { ResourceGraph } from './graph.ts';
import { propertiesOf } from './properties.ts';
import { arn } from './identity.ts';
import type { RoleModel } from './model.ts';

const json = z.json();
const document = z.record(z.string(), json);
const inline = z.object({ PolicyName: z.string(), PolicyDocument: document });
const role = z.object({
  AssumeRolePolicyDocument: json,
  Policies: z.array(inline).default([]),
  ManagedPolicyArns: z.array(z.string()).default([]),
  PermissionsBoundary: z.never().optional(),
});
const policy = inline.extend({ Roles: z.array(z.string()).default([]) });
const managed = z.object({
  PolicyDocument: document,
  Roles: z.array(z.string()).default([]),
});

/** AWS managed policies the stack may attach. They allow logs and traces only, which no local service asks for. */
const withoutLocalMeaning = new Set([
  'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
  'arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs',
  'arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess',
]);

/**
 * Every role with all policies that decide for it: inline ones, `AWS::IAM::Policy` and the stack's managed ones.
 * An AWS managed policy with permissions a local service would ask for is refused by its ARN.
 */
export function readRoles(graph: ResourceGraph): RoleModel[] {
  const attached = graph.all('AWS::IAM::Policy').map((resource) => propertiesOf(policy, resource));
  const own = graph.all('AWS::IAM::ManagedPolicy').map((resource) => {
    const { PolicyDocument, Roles } = propertiesOf(managed, resource);
    return {
      name: resource.name,
      policyArn: graph.ref(resource.logicalId),
      document: PolicyDocument,
      roles: Roles,
    };
  });
  return graph.all('AWS::IAM::Role').map((resource) => {
    const { logicalId, name } = resource;
    const declared = propertiesOf(role, resource);
    for (const policyArn of declared.ManagedPolicyArns) {
      if (own.some((policy) => policy.policyArn === policyArn) || withoutLocalMeaning.has(policyArn))
        continue;
      throw new Error(`${logicalId}: the AWS managed policy ${policyArn} is not supported on the laptop`);
    }
    return {
      logicalId,
      name,
      arn: arn('iam', `role/${name}`),
      trust: declared.AssumeRolePolicyDocument,
      policies: [
        ...declared.Policies.map((policy) => ({ name: policy.PolicyName, document: policy.PolicyDocument })),
        ...attached
          .filter(({ Roles }) => Roles.includes(name))
          .map((policy) => ({ name: policy.PolicyName, document: policy.PolicyDocument })),
        ...own
          .filter(
            ({ policyArn, roles }) =>
              roles.includes(name) || declared.ManagedPolicyArns.some((a) => a === policyArn),
          )
          .map((policy) => ({ name: policy.name, document: policy.document })),
      ],
    };
  });
}
