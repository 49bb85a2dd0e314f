import type { Task } from './execution.ts';

/** What a task token says; opaque to everybody else. */
export interface TokenParts {
  readonly executionArn: string;
  readonly taskId: number;
  readonly nonce: string;
}

/** The token that answers a task. */
export function taskToken(executionArn: string, task: Pick<Task, 'id' | 'nonce'>): string {
  return Buffer.from(`${task.id}|${task.nonce}|${executionArn}`).toString('base64');
}

/** Reads a token; undefined for a text that is none. */
export function readToken(token: string): TokenParts | undefined {
  const [id, nonce, executionArn, ...rest] = Buffer.from(token, 'base64').toString().split('|');
  if (!id || !/^\d+$/.test(id) || !nonce || !executionArn?.startsWith('arn:') || rest.length > 0)
    return undefined;
  return { executionArn, taskId: Number(id), nonce };
}
