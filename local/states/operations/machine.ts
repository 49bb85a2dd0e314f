import { InvalidDefinition } from '../../../simulator/asl/definition/diagnostic.ts';
import type { JsonObject } from '../../../simulator/asl/json.ts';
import { randomUuid } from '../../../simulator/asl/random.ts';
import { machineArn, qualifier, readArn, unqualified } from '../arns.ts';
import { defined } from '../description.ts';
import { ServiceError, machineDoesNotExist } from '../errors.ts';
import { checkName } from '../names.ts';
import { readPage, slice } from '../paging.ts';
import type { MachineRow, VersionRow } from '../rows.ts';
import type { Operation, Parts } from './operation.ts';
import { changedSettings, checkLogging, firstSettings, readSettings, settingsOf } from './settings.ts';
import { saveTags } from './tag.ts';
import { publishVersion } from './version.ts';

const NAME = { min: 1, max: 80 };
const ARN = { min: 1, max: 256 };
const DEFINITION = { min: 1, max: 1_048_576 };

/** CreateStateMachine: idempotent for the same definition, type, settings and publishing. */
export const createStateMachine: Operation = (parts, fields) => {
  const name = fields.required('name', NAME);
  const definition = fields.required('definition', DEFINITION);
  const roleArn = fields.required('roleArn', ARN);
  const type = fields.optional('type', { oneOf: ['STANDARD', 'EXPRESS'] }) ?? 'STANDARD';
  const description = fields.optional('versionDescription', { max: 256 });
  const publish = fields.flag('publish');
  const given = readSettings(fields);
  fields.done();
  checkName(name);
  if (type === 'EXPRESS') {
    throw new ServiceError(
      'StateMachineTypeNotSupported',
      'Express workflows are not supported here: use STANDARD',
    );
  }
  if (description !== undefined && !publish) throw descriptionWithoutPublish();
  checkRole(roleArn);
  checkLogging(given);
  const definitionId = store(parts, definition);
  const arn = machineArn(parts.place, name);
  const settings = firstSettings(given, publish, description);
  const existing = parts.machines.find(arn);
  if (existing) return again(parts, existing, { definitionId, settings, publish });
  const now = parts.clock.now();
  const machine: MachineRow = {
    arn,
    name,
    role_arn: roleArn,
    definition: definitionId,
    revision_id: null,
    settings,
    created_at: now,
    updated_at: now,
    last_version: 0,
    registered: null,
  };
  saveTags(parts, arn, fields);
  parts.machines.save(machine);
  const version = publish ? publishVersion(parts, machine, description) : undefined;
  return created(machine, version);
};

function again(
  parts: Parts,
  existing: MachineRow,
  asked: { definitionId: string; settings: string; publish: boolean },
): JsonObject {
  if (existing.definition !== asked.definitionId || existing.settings !== asked.settings) {
    throw new ServiceError('StateMachineAlreadyExists', `State Machine Already Exists: '${existing.arn}'`);
  }
  return created(existing, asked.publish ? parts.machines.versions(existing.arn).at(-1) : undefined);
}

function created(machine: MachineRow, version: VersionRow | undefined): JsonObject {
  return defined({
    stateMachineArn: machine.arn,
    creationDate: machine.created_at / 1000,
    stateMachineVersionArn: version?.arn,
  });
}

/** UpdateStateMachine: running executions keep what they were started with. */
export const updateStateMachine: Operation = (parts, fields) => {
  const arn = fields.required('stateMachineArn', ARN);
  const definition = fields.optional('definition', DEFINITION);
  const roleArn = fields.optional('roleArn', ARN);
  const description = fields.optional('versionDescription', { max: 256 });
  const publish = fields.flag('publish');
  const settings = readSettings(fields);
  fields.done();
  readArn(arn, ['stateMachine']);
  const machine = parts.machines.find(arn);
  if (!machine) throw machineDoesNotExist(arn);
  if (definition === undefined && roleArn === undefined && Object.keys(settings).length === 0) {
    throw new ServiceError(
      'MissingRequiredParameter',
      'Either the definition, the role ARN, the LoggingConfiguration, the EncryptionConfiguration or the TracingConfiguration must be specified',
    );
  }
  if (description !== undefined && !publish) throw descriptionWithoutPublish();
  if (roleArn !== undefined) checkRole(roleArn);
  checkLogging(settings);
  const updated = revise(parts, machine, { definition, roleArn, settings });
  const version = publish ? publishVersion(parts, updated, description) : undefined;
  return defined({
    updateDate: parts.clock.now() / 1000,
    revisionId: updated.revision_id ?? undefined,
    stateMachineVersionArn: version?.arn,
  });
};

/** Stores what changed as a new revision; without a change the revision stays. */
export function revise(
  parts: Parts,
  machine: MachineRow,
  change: { definition?: string | undefined; roleArn?: string | undefined; settings?: JsonObject },
): MachineRow {
  const definition = change.definition === undefined ? machine.definition : store(parts, change.definition);
  const role = change.roleArn ?? machine.role_arn;
  const settings = changedSettings(machine.settings, change.settings ?? {});
  const same =
    definition === machine.definition && role === machine.role_arn && settings === machine.settings;
  const updated: MachineRow = {
    ...machine,
    definition,
    role_arn: role,
    settings,
    updated_at: parts.clock.now(),
    revision_id: same ? machine.revision_id : randomUuid(parts.random),
  };
  parts.machines.save(updated);
  return updated;
}

/** DescribeStateMachine: of a machine, or of a version with its number in the ARN. */
export const describeStateMachine: Operation = (parts, fields) => {
  const arn = fields.required('stateMachineArn', ARN);
  fields.done();
  readArn(arn, ['stateMachine']);
  const machine = parts.machines.find(unqualified(arn));
  const version = qualifier(arn) === undefined ? undefined : parts.machines.findVersion(arn);
  if (!machine || (qualifier(arn) !== undefined && !version)) throw machineDoesNotExist(arn);
  return defined({
    stateMachineArn: arn,
    name: machine.name,
    status: 'ACTIVE',
    definition: parts.machines.definitions.text(version?.definition ?? machine.definition),
    roleArn: version?.role_arn ?? machine.role_arn,
    type: 'STANDARD',
    creationDate: (version?.created_at ?? machine.created_at) / 1000,
    ...settingsOf((version && parts.machines.versionSettings(version.arn)) ?? machine.settings),
    label: undefined,
    revisionId: (version ? version.revision_id : machine.revision_id) ?? undefined,
    description: version?.description ?? undefined,
  });
};

export const listStateMachines: Operation = (parts, fields) => {
  const page = readPage(fields, 'machines');
  const { items, more } = slice(page, parts.machines.list());
  return {
    stateMachines: items.map(({ arn, name, created_at: createdAt }) => ({
      stateMachineArn: arn,
      name,
      type: 'STANDARD',
      creationDate: createdAt / 1000,
    })),
    ...page.next(more),
  };
};

/** DeleteStateMachine: takes versions and aliases along and ends what is running. */
export const deleteStateMachine: Operation = async (parts, fields) => {
  const arn = fields.required('stateMachineArn', ARN);
  fields.done();
  readArn(arn, ['stateMachine']);
  if (qualifier(arn) !== undefined) {
    throw new ServiceError(
      'ValidationException',
      'A version is deleted with DeleteStateMachineVersion, an alias with DeleteStateMachineAlias',
    );
  }
  parts.machines.delete(arn);
  for (const id of parts.executions.running(arn)) await parts.executor.act(id, (engine) => engine.stop());
  return {};
};

function store(parts: Parts, definition: string): string {
  try {
    return parts.machines.definitions.add(definition);
  } catch (error) {
    if (error instanceof InvalidDefinition) throw new ServiceError('InvalidDefinition', error.message);
    throw error;
  }
}

function checkRole(roleArn: string): void {
  if (!/^arn:aws[a-z-]*:iam::\d{12}:role\/.+/.test(roleArn)) {
    throw new ServiceError('InvalidArn', `Invalid Role Arn: '${roleArn}'`);
  }
}

function descriptionWithoutPublish(): ServiceError {
  return new ServiceError('ValidationException', 'Version description can only be set when publish is true');
}
