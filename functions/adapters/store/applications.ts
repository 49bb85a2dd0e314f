import { application } from '../../../domain/application/application.ts';
import type { Application, CurrentPromise } from '../../../domain/application/application.ts';
import { outcomeOf, stagesBefore } from '../../../domain/application/stages.ts';
import type { Stage } from '../../../domain/application/stages.ts';
import { NotFound } from '../../../domain/steps/errors.ts';
import { findItem } from './items.ts';
import { keys } from './keys.ts';
import type { Table, Write } from './table.ts';

/** Reads an application, or undefined when there is none (any more). */
export function findApplication(table: Table, id: string): Promise<Application | undefined> {
  return findItem(table, keys.application(id), application);
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
  readonly answeredAt?: string;
  readonly closedAt?: string;
  readonly pins?: Application['pins'];
  readonly run?: number;
  readonly stalled?: true | null;
  readonly meetsAllCriteria?: boolean;
  readonly locale?: Application['locale'];
  readonly interests?: Application['interests'];
  /** Takes the application out of the queue of those not begun yet. */
  readonly leaveQueue?: true;
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

  const { leaveQueue, ...attributes } = change;
  const outcome = change.stage && outcomeOf(change.stage);
  for (const [name, value] of Object.entries({ ...attributes, ...(outcome && { outcome }) })) {
    names[`#${name}`] = name;
    if (value === null) {
      remove.push(`#${name}`);
    } else if (value !== undefined) {
      values[`:${name}`] = value;
      set.push(`#${name} = :${name}`);
    }
  }
  if (leaveQueue) remove.push('gsi1pk', 'gsi1sk');
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
