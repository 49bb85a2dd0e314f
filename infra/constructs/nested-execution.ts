import { ArnFormat, type Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { DataKey } from './data-key.ts';
import type { Supply } from './workflow.ts';

/** What a machine needs to run another one and wait for its end (`states:startExecution.sync:2`). */
export function nestedExecution(stack: Stack, stateMachineName: string, dataKey: DataKey): Supply {
  const states = (resource: string, resourceName: string) =>
    stack.formatArn({ service: 'states', resource, resourceName, arnFormat: ArnFormat.COLON_RESOURCE_NAME });
  const executions = states('execution', `${stateMachineName}:*`);
  return {
    // Where it is published, the version takes the machine's place: see docs/adr/0010.
    value: states('stateMachine', stateMachineName),
    wildcards: [{ resource: executions, reason: 'An execution has no name before it starts.' }],
    grants: [
      new PolicyStatement({
        actions: ['states:StartExecution'],
        // Step Functions checks a version by the ARN of its machine (developer guide, "Authorization for versions").
        resources: [states('stateMachine', stateMachineName)],
      }),
      new PolicyStatement({
        actions: ['states:DescribeExecution', 'states:StopExecution'],
        resources: [executions],
      }),
      new PolicyStatement({
        actions: ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'],
        // The rule by which Step Functions tells a parent that its child has ended; AWS chose the name.
        resources: [
          stack.formatArn({
            service: 'events',
            resource: 'rule',
            resourceName: 'StepFunctionsGetEventsForStepFunctionsExecutionRule',
          }),
        ],
      }),
      new PolicyStatement({
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: [dataKey.key.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `states.${stack.region}.amazonaws.com` } },
      }),
    ],
  };
}
