import type { JsonObject } from '../../../simulator/asl/json.ts';
import { qualifier, readArn, unqualified } from '../arns.ts';
import { defined } from '../description.ts';
import { ServiceError, machineDoesNotExist, resourceNotFound } from '../errors.ts';
import type { Fields } from '../fields.ts';
import { routingOf } from '../machines.ts';
import { readPage, slice } from '../paging.ts';
import type { AliasRow, Routing } from '../rows.ts';
import type { Operation, Parts } from './operation.ts';

const NAME = { min: 1, max: 80, pattern: String.raw`^(?=.*[a-zA-Z_\-\.])[a-zA-Z0-9_\-\.]+$` };
const ARN = { min: 1, max: 256 };

/** CreateStateMachineAlias: idempotent for the same description and routing. */
export const createStateMachineAlias: Operation = (parts, fields) => {
  const name = fields.required('name', NAME);
  const description = fields.optional('description', { max: 256 }) ?? null;
  const routing = readRouting(fields);
  fields.done();
  if (!routing) throw new ServiceError('ValidationException', 'routingConfiguration must be specified');
  const machine = checkRouting(parts, routing);
  const arn = `${machine}:${name}`;
  const existing = parts.machines.findAlias(arn);
  if (existing) {
    if (existing.description !== description || !sameRouting(routingOf(existing), routing)) {
      throw new ServiceError(
        'ConflictException',
        `Failed to create alias because an alias with the same name and a different routing configuration already exists.`,
      );
    }
    return { stateMachineAliasArn: arn, creationDate: existing.created_at / 1000 };
  }
  const now = parts.clock.now();
  parts.machines.saveAlias({
    arn,
    machine_arn: machine,
    name,
    description,
    routing: JSON.stringify(routing),
    created_at: now,
    updated_at: now,
  });
  return { stateMachineAliasArn: arn, creationDate: now / 1000 };
};

export const updateStateMachineAlias: Operation = (parts, fields) => {
  const arn = fields.required('stateMachineAliasArn', ARN);
  const description = fields.optional('description', { max: 256 });
  const routing = readRouting(fields);
  fields.done();
  const alias = find(parts, arn);
  if (description === undefined && routing === undefined) {
    throw new ServiceError(
      'ValidationException',
      'Either description or routingConfiguration must be specified',
    );
  }
  if (routing) checkRouting(parts, routing);
  const now = parts.clock.now();
  parts.machines.saveAlias({
    ...alias,
    description: description ?? alias.description,
    routing: routing ? JSON.stringify(routing) : alias.routing,
    updated_at: now,
  });
  return { updateDate: now / 1000 };
};

export const describeStateMachineAlias: Operation = (parts, fields) => {
  const arn = fields.required('stateMachineAliasArn', ARN);
  fields.done();
  const alias = find(parts, arn);
  return defined({
    stateMachineAliasArn: alias.arn,
    name: alias.name,
    description: alias.description ?? undefined,
    routingConfiguration: routingOf(alias),
    creationDate: alias.created_at / 1000,
    updateDate: alias.updated_at / 1000,
  });
};

/** ListStateMachineAliases: of a machine, or those that refer to a version. */
export const listStateMachineAliases: Operation = (parts, fields) => {
  const arn = fields.required('stateMachineArn', ARN);
  const page = readPage(fields, 'aliases');
  readArn(arn, ['stateMachine']);
  if (!parts.machines.find(unqualified(arn))) throw machineDoesNotExist(arn);
  const all = parts.machines.aliases(unqualified(arn));
  const wanted = qualifier(arn) === undefined ? all : all.filter((alias) => refersTo(alias, arn));
  const { items, more } = slice(page, wanted);
  return { stateMachineAliases: items.map((alias) => shown(alias)), ...page.next(more) };
};

function refersTo(alias: AliasRow, versionArn: string): boolean {
  return routingOf(alias).some(({ stateMachineVersionArn }) => stateMachineVersionArn === versionArn);
}

function shown(alias: AliasRow): JsonObject {
  return { stateMachineAliasArn: alias.arn, creationDate: alias.created_at / 1000 };
}

/** DeleteStateMachineAlias: deleting what does not exist succeeds. */
export const deleteStateMachineAlias: Operation = (parts, fields) => {
  const arn = fields.required('stateMachineAliasArn', ARN);
  fields.done();
  readArn(arn, ['stateMachine']);
  if (/^\d*$/.test(qualifier(arn) ?? '')) throw invalid(`Invalid State Machine alias ARN: '${arn}'`);
  parts.machines.deleteAlias(arn);
  return {};
};

function find(parts: Parts, arn: string): AliasRow {
  readArn(arn, ['stateMachine']);
  const alias = parts.machines.findAlias(arn);
  if (!alias) throw resourceNotFound();
  return alias;
}

function readRouting(fields: Fields): Routing | undefined {
  const items = fields.objects('routingConfiguration');
  if (!items) return undefined;
  const routing = items.map(({ stateMachineVersionArn, weight }) => ({
    stateMachineVersionArn: typeof stateMachineVersionArn === 'string' ? stateMachineVersionArn : '',
    weight: typeof weight === 'number' ? weight : 0,
  }));
  const said = routing
    .map(
      ({ stateMachineVersionArn: arn, weight }) =>
        `RoutingConfigurationListItem(stateMachineVersionArn=${arn}, weight=${weight})`,
    )
    .join(', ');
  const at = 'routingConfiguration';
  if (routing.length > 2)
    fields.violate(`'[${said}]'`, at, 'Member must have length less than or equal to 2');
  if (routing.length < 1)
    fields.violate(`'[${said}]'`, at, 'Member must have length greater than or equal to 1');
  routing.forEach(({ weight }, index) => {
    const where = `${at}.${index + 1}.member.weight`;
    if (weight > 100)
      fields.violate(`'${weight}'`, where, 'Member must have value less than or equal to 100');
    if (weight < 0) fields.violate(`'${weight}'`, where, 'Member must have value greater than or equal to 0');
  });
  return routing;
}

/** Checks that a routing names existing, distinct versions of one machine with weights of 100 in all. */
function checkRouting(parts: Parts, routing: Routing): string {
  const arns = routing.map(({ stateMachineVersionArn }) => stateMachineVersionArn);
  const received = `Received: [${arns.join(', ')}]`;
  for (const arn of arns) readArn(arn, ['stateMachine']);
  if (arns.some((arn) => !/^\d+$/.test(qualifier(arn) ?? ''))) {
    throw invalid(`Routing configuration must contain state machine version ARNs. ${received}`);
  }
  if (new Set(arns).size < arns.length) {
    throw invalid(`Routing configuration must contain distinct state machine version ARNs. ${received}`);
  }
  const weights = routing.map(({ weight }) => weight);
  if (weights.reduce((sum, weight) => sum + weight, 0) !== 100) {
    throw invalid(`Sum of routing configuration weights must equal 100. Received: [${weights.join(', ')}]`);
  }
  const machine = unqualified(arns[0] ?? '');
  if (arns.some((arn) => unqualified(arn) !== machine)) {
    throw invalid(`Routing configuration must contain versions of one state machine. ${received}`);
  }
  for (const arn of arns) if (!parts.machines.findVersion(arn)) throw resourceNotFound();
  return machine;
}

function invalid(message: string): ServiceError {
  return new ServiceError('ValidationException', message);
}

function sameRouting(one: Routing, other: Routing): boolean {
  const has = (item: Routing[number]): boolean =>
    other.some(
      (held) => held.stateMachineVersionArn === item.stateMachineVersionArn && held.weight === item.weight,
    );
  return one.length === other.length && one.every(has);
}
