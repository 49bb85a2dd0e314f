import type { JsonObject } from '../../../simulator/asl/json.ts';
import { qualifier, readArn, unqualified } from '../arns.ts';
import { ServiceError, machineDoesNotExist } from '../errors.ts';
import { routingOf } from '../machines.ts';
import { readPage, slice } from '../paging.ts';
import type { MachineRow, VersionRow } from '../rows.ts';
import type { Operation, Parts } from './operation.ts';

/** Publishes the current revision; the version that has it already is given again. */
export function publishVersion(parts: Parts, machine: MachineRow, description?: string): VersionRow {
  const newest = parts.machines.versions(machine.arn)[0];
  if (newest && newest.definition === machine.definition && newest.revision_id === machine.revision_id)
    return newest;
  const number = machine.last_version + 1;
  const version: VersionRow = {
    arn: `${machine.arn}:${number}`,
    machine_arn: machine.arn,
    number,
    role_arn: machine.role_arn,
    definition: machine.definition,
    revision_id: machine.revision_id,
    description: description ?? null,
    created_at: parts.clock.now(),
  };
  parts.machines.addVersion(version, machine.settings);
  parts.machines.save({ ...machine, last_version: number });
  return version;
}

/** PublishStateMachineVersion. */
export const publishStateMachineVersion: Operation = (parts, fields) => {
  const arn = fields.required('stateMachineArn', { max: 256 });
  const revisionId = fields.optional('revisionId');
  const description = fields.optional('description', { max: 256 });
  fields.done();
  readArn(arn, ['stateMachine']);
  const machine = parts.machines.find(arn);
  if (!machine) throw machineDoesNotExist(arn);
  const current = machine.revision_id ?? 'INITIAL';
  if (revisionId !== undefined && revisionId !== current) {
    throw new ServiceError(
      'ConflictException',
      `Failed to publish the State Machine version for revision ${revisionId}. The current State Machine revision is ${current}.`,
    );
  }
  const version = publishVersion(parts, machine, description);
  return { creationDate: version.created_at / 1000, stateMachineVersionArn: version.arn };
};

/** ListStateMachineVersions: newest first. */
export const listStateMachineVersions: Operation = (parts, fields) => {
  const arn = fields.required('stateMachineArn', { max: 256 });
  const page = readPage(fields, 'versions');
  readArn(arn, ['stateMachine']);
  if (!parts.machines.find(arn)) throw machineDoesNotExist(arn);
  const { items, more } = slice(page, parts.machines.versions(arn));
  return { stateMachineVersions: items.map((version) => shown(version)), ...page.next(more) };
};

function shown(version: VersionRow): JsonObject {
  return { stateMachineVersionArn: version.arn, creationDate: version.created_at / 1000 };
}

/** DeleteStateMachineVersion: not while an alias refers to it; deleting what does not exist succeeds. */
export const deleteStateMachineVersion: Operation = (parts, fields) => {
  const arn = fields.required('stateMachineVersionArn', { max: 2000 });
  fields.done();
  readArn(arn, ['stateMachine']);
  if (!/^\d+$/.test(qualifier(arn) ?? '')) {
    throw new ServiceError('ValidationException', `Invalid State Machine version ARN: '${arn}'`);
  }
  const aliases = parts.machines
    .aliases(unqualified(arn))
    .filter((alias) => routingOf(alias).some(({ stateMachineVersionArn }) => stateMachineVersionArn === arn));
  if (aliases.length > 0) {
    throw new ServiceError(
      'ConflictException',
      `Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: [${aliases.map(({ name }) => name).join(', ')}]`,
    );
  }
  parts.machines.deleteVersion(arn);
  return {};
};
