import type { Task } from './execution.ts';

/** What a task token says; opaque to everybody else. */
export interface TokenParts {
  readonly executionArn: string;
  readonly taskId: number;
  readonly nonce: string;
}

/** The token that answers a task. */
export function taskToken(executionArn: string, task: Pick<Task, 'id' | 'nonce'>): string {
  const bytes = new TextEncoder().encode(`${task.id}|${task.nonce}|${executionArn}`);
  return btoa(String.fromCharCode(...bytes));
}

/** Reads a token; undefined for a text that is none. */
export function readToken(token: string): TokenParts | undefined {
  const [id, nonce, executionArn, ...rest] = textOf(token).split('|');
  if (!id || !/^\d+$/.test(id) || !nonce || !executionArn?.startsWith('arn:') || rest.length > 0)
    return undefined;
  return { executionArn, taskId: Number(id), nonce };
}

/** The text behind base64; nothing for what is none, which cannot be a token. */
function textOf(token: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(token), (byte) => byte.charCodeAt(0)));
  } catch {
    return '';
  }
}
