import type { Random } from '../../simulator/asl/random.ts';
import { qualifier, readArn, unqualified } from './arns.ts';
import { machineDoesNotExist } from './errors.ts';
import { type Machines, routingOf } from './machines.ts';

/** What an execution is started on: the definition and role of a machine, or of one of its versions. */
export interface Startable {
  readonly machineArn: string;
  readonly machineName: string;
  readonly roleArn: string;
  readonly definition: string;
  readonly revisionId: string | undefined;
  readonly versionArn: string | undefined;
  readonly aliasArn: string | undefined;
}

/** Finds what an ARN of a machine, a version or an alias starts; an alias draws one of its versions by weight. */
export function resolve(machines: Machines, arn: string, random: Random): Startable {
  readArn(arn, ['stateMachine']);
  const machine = machines.find(unqualified(arn));
  if (!machine) throw machineDoesNotExist(arn);
  const base = { machineArn: machine.arn, machineName: machine.name };
  if (qualifier(arn) === undefined) {
    return {
      ...base,
      roleArn: machine.role_arn,
      definition: machine.definition,
      revisionId: machine.revision_id ?? undefined,
      versionArn: undefined,
      aliasArn: undefined,
    };
  }
  const alias = machines.findAlias(arn);
  const version = machines.findVersion(alias ? draw(routingOf(alias), random) : arn);
  if (!version) throw machineDoesNotExist(arn);
  return {
    ...base,
    roleArn: version.role_arn,
    definition: version.definition,
    revisionId: version.revision_id ?? undefined,
    versionArn: version.arn,
    aliasArn: alias?.arn,
  };
}

function draw(
  routing: readonly { stateMachineVersionArn: string; weight: number }[],
  random: Random,
): string {
  let rest = routing.length > 1 ? random() * 100 : 0;
  for (const { stateMachineVersionArn, weight } of routing) {
    if (rest < weight) return stateMachineVersionArn;
    rest -= weight;
  }
  return routing.at(-1)?.stateMachineVersionArn ?? '';
}
