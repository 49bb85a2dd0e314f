import * as z from 'zod';
import type { ResourceGraph } from './graph.ts';
import { propertiesOf } from './properties.ts';
import { arn } from './identity.ts';
import type { StateMachineAliasModel, StateMachineModel } from './model.ts';

const machine = z.object({
  DefinitionString: z.string(),
  DefinitionSubstitutions: z.record(z.string(), z.coerce.string()).default({}),
  StateMachineType: z.string().default('STANDARD'),
  RoleArn: z.string(),
});

const alias = z.object({
  RoutingConfiguration: z
    .array(z.object({ StateMachineVersionArn: z.string(), Weight: z.number() }))
    .optional(),
  DeploymentPreference: z.object({ StateMachineVersionArn: z.string() }).optional(),
});

/** Puts the substitutions into the definition; a placeholder nobody supplies stops the start, as it would stop a deployment. */
function substitute(
  id: string,
  { DefinitionString, DefinitionSubstitutions }: z.infer<typeof machine>,
): string {
  return DefinitionString.replaceAll(/\$\{([A-Za-z0-9_]+)\}/g, (_whole, name: string) => {
    const value = DefinitionSubstitutions[name];
    if (value === undefined)
      throw new Error(`${id}: the definition names \${${name}}, which no substitution supplies`);
    return value;
  });
}

/** Every state machine with the ASL text that would run. */
export function readStateMachines(graph: ResourceGraph): StateMachineModel[] {
  return graph.all('AWS::StepFunctions::StateMachine').map((resource) => {
    const { logicalId, name } = resource;
    const declared = propertiesOf(machine, resource);
    return {
      logicalId,
      name,
      arn: arn('states', `stateMachine:${name}`),
      definition: substitute(logicalId, declared),
      type: declared.StateMachineType,
      roleArn: declared.RoleArn,
    };
  });
}

/** Every alias with the version it routes to; traffic split over several versions is refused. */
export function readStateMachineAliases(graph: ResourceGraph): StateMachineAliasModel[] {
  return graph.all('AWS::StepFunctions::StateMachineAlias').map((resource) => {
    const { logicalId, name } = resource;
    const { RoutingConfiguration, DeploymentPreference } = propertiesOf(alias, resource);
    const [route, ...others] = RoutingConfiguration ?? [];
    const versionArn = DeploymentPreference?.StateMachineVersionArn ?? route?.StateMachineVersionArn;
    if (versionArn === undefined || others.length > 0) {
      throw new Error(`${logicalId}: an alias must route to exactly one version on the laptop`);
    }
    return {
      name,
      arn: graph.ref(logicalId),
      stateMachineArn: versionArn.replace(/:\d+$/, ''),
      versionArn,
    };
  });
}
