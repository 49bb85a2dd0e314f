import { readArn } from './arns.ts';
import { revise } from './operations/machine.ts';
import type { Parts } from './operations/operation.ts';
import { publishVersion } from './operations/version.ts';
import type { MachineRow } from './rows.ts';
import { atomically } from './schema.ts';

/** A state machine as the synthesized assembly has it, its substitutions made. */
export interface Registration {
  readonly arn: string;
  readonly definition: string;
  readonly roleArn: string;
  /** The alias that points to the version made of the definition; without it no version is made. */
  readonly alias?: string;
}

export interface Registered {
  readonly stateMachineArn: string;
  readonly versionArn?: string;
  readonly aliasArn?: string;
  /** Whether the definition differs from the one registered last. */
  readonly changed: boolean;
}

/**
 * Makes or updates a machine. Doing it again with the same definition changes nothing, even when somebody has
 * published another one since; a different definition makes a new version and moves the alias to it. Running
 * executions keep what they were started with. Throws InvalidDefinition and ServiceError.
 */
export function register(parts: Parts, registration: Registration): Registered {
  return atomically(parts.db, () => {
    const { arn, definition, roleArn, alias } = registration;
    const id = parts.machines.definitions.add(definition);
    const known = parts.machines.find(arn);
    const changed = known?.registered !== id;
    if (known && !changed) {
      if (known.role_arn !== roleArn) parts.machines.save({ ...known, role_arn: roleArn });
      return { ...current(parts, known, alias), changed };
    }
    const machine = known ? revise(parts, known, { definition, roleArn }) : added(parts, registration, id);
    parts.machines.save({ ...machine, registered: id });
    if (alias !== undefined) release(parts, { ...machine, registered: id }, alias);
    return { ...current(parts, machine, alias), changed };
  });
}

function added(parts: Parts, { arn, roleArn }: Registration, definition: string): MachineRow {
  const now = parts.clock.now();
  return {
    arn,
    name: readArn(arn, ['stateMachine']).machine,
    role_arn: roleArn,
    definition,
    revision_id: null,
    settings: '{}',
    created_at: now,
    updated_at: now,
    last_version: 0,
    registered: definition,
  };
}

/** Publishes the machine's definition and points the alias to it. */
function release(parts: Parts, machine: MachineRow, alias: string): void {
  const version = publishVersion(parts, machine);
  const arn = `${machine.arn}:${alias}`;
  const now = parts.clock.now();
  parts.machines.saveAlias({
    arn,
    machine_arn: machine.arn,
    name: alias,
    description: null,
    routing: JSON.stringify([{ stateMachineVersionArn: version.arn, weight: 100 }]),
    created_at: now,
    updated_at: now,
  });
}

function current(parts: Parts, machine: MachineRow, alias: string | undefined): Omit<Registered, 'changed'> {
  const newest = parts.machines.versions(machine.arn)[0];
  return {
    stateMachineArn: machine.arn,
    ...(newest && alias !== undefined ? { versionArn: newest.arn } : {}),
    ...(alias === undefined ? {} : { aliasArn: `${machine.arn}:${alias}` }),
  };
}
