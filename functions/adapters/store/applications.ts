import { application } from '../../../domain/application/application.ts';
import type { Application, CurrentPromise } from '../../../domain/application/application.ts';
import { outcomeOf, stagesBefore } from '../../../domain/application/stages.ts';
import type { Stage } from '../../../domain/application/stages.ts';
import { NotFound } from '../../../domain/steps/errors.ts';
import { findItem } from './items.ts';
import { keys, workKeys } from './keys.ts';
import type { Table, Write } from './table.ts';

/** Reads an application, or undefined when there is none (any more): one that is being erased is gone for everybody. */
export async function findApplication(table: Table, id: string): Promise<Application | undefined> {
  const found = await findItem(table, keys.application(id), application);
  return found?.erasing === undefined ? found : undefined;
}

/** Reads what is left of an application that is being erased; only the erasure looks at that. */
export function findErasing(table: Table, id: string): Promise<Application | undefined> {
  return findItem(table, keys.application(id), application);
}

/** The check that makes a transaction fail once the application is being erased, or is gone. */
export function notErased(table: Table, id: string): Write {
  return {
    ConditionCheck: {
      TableName: table.name,
      Key: keys.application(id),
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(erasing)',
    },
  };
}

/**
 * Reads an application that must exist.
 * @throws NotFound
 */
export async function readApplication(table: Table, id: string): Promise<Application> {
  const found = await findApplication(table, id);
  if (!found) throw new NotFound('the application');
  return found;
}

/** What may change about an application in one write; `null` removes. */
export interface ApplicationChange {
  readonly stage?: Stage;
  readonly promise?: CurrentPromise | null;
  readonly entrusted?: Application['entrusted'];
  readonly answeredAt?: string;
  readonly closedAt?: string;
  readonly eraseAt?: string;
  readonly pins?: Application['pins'];
  readonly run?: number;
  readonly stalled?: true | null;
  readonly meetsAllCriteria?: boolean;
  readonly locale?: Application['locale'];
  readonly interests?: Application['interests'];
  /** The queue in which the application waits from then on, and since when or until when; `null` for none. */
  readonly queue?: { readonly name: string; readonly at: string } | null;
  readonly erasing?: string;
}

/**
 * The write that changes an application as it was read: its version must still be the same, and a new
 * stage may only come from the stages the rules allow. Another writer in between refuses it.
 */
export function applicationWrite(
  table: Table,
  read: Application,
  change: ApplicationChange,
  at: string,
): Write {
  const names: Record<string, string> = { '#version': 'version', '#updatedAt': 'updatedAt' };
  const values: Record<string, unknown> = { ':read': read.version, ':next': read.version + 1, ':at': at };
  const set = ['#version = :next', '#updatedAt = :at'];
  const remove: string[] = [];
  const conditions = ['#version = :read'];

  const { queue, ...attributes } = change;
  const outcome = change.stage && outcomeOf(change.stage);
  const place = queue ? workKeys(queue.name, queue.at, read.applicationId) : { gsi1pk: queue, gsi1sk: queue };
  for (const [name, value] of Object.entries({ ...attributes, ...(outcome && { outcome }), ...place })) {
    if (value === undefined) continue;
    names[`#${name}`] = name;
    if (value === null) {
      remove.push(`#${name}`);
    } else {
      values[`:${name}`] = value;
      set.push(`#${name} = :${name}`);
    }
  }
  if (change.stage) {
    names['#stage'] = 'stage';
    const allowed = stagesBefore(change.stage).map((stage, position) => {
      values[`:from${position}`] = stage;
      return `:from${position}`;
    });
    conditions.push(`#stage IN (${allowed.join(', ')})`);
  }
  return {
    Update: {
      TableName: table.name,
      Key: keys.application(read.applicationId),
      UpdateExpression: `SET ${set.join(', ')}${remove.length > 0 ? ` REMOVE ${remove.join(', ')}` : ''}`,
      ConditionExpression: conditions.join(' AND '),
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: values,
    },
  };
}
