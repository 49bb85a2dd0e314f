import { publicAddresses } from './addresses.ts';
import { readCustomResources, readDeployments } from './deployments.ts';
import { readRules, readSchedules } from './events.ts';
import { readFunctions } from './functions.ts';
import { ResourceGraph } from './graph.ts';
import { readStreamMappings } from './mappings.ts';
import type { Model } from './model.ts';
import { readRoles } from './roles.ts';
import { readStateMachineAliases, readStateMachines } from './state-machines.ts';
import { readTables } from './tables.ts';
import { readStack } from './template.ts';

/**
 * Reads the cloud assembly in `directory` and gives the stack as the embedded cloud runs it.
 * Throws, naming the resource, for everything it cannot understand.
 */
export function loadAssembly(directory: string): Model {
  const graph = new ResourceGraph(readStack(directory));
  const functions = readFunctions(graph);
  return {
    stackName: graph.stackName,
    functions,
    roles: readRoles(graph),
    tables: readTables(graph),
    stateMachines: readStateMachines(graph),
    stateMachineAliases: readStateMachineAliases(graph),
    streamMappings: readStreamMappings(graph, functions),
    busNames: ['default', ...graph.all('AWS::Events::EventBus').map(({ name }) => name)],
    rules: readRules(graph),
    schedules: readSchedules(graph),
    customResources: readCustomResources(graph),
    deployments: readDeployments(graph),
    queueArns: graph.all('AWS::SQS::Queue').map(({ logicalId }) => graph.attribute(logicalId, 'Arn')),
    publicAddresses: publicAddresses(graph),
    resources: graph.known(),
  };
}
