import type { Task } from './execution.ts';

/** What a task token says; opaque to everybody else. */
export interface TokenParts {
  readonly executionArn: string;
  readonly taskId: number;
  readonly nonce: string;
}

/** Text whose bytes are its characters: nearly every token. */
const ascii = /^[ -~]*$/;

/** The token that answers a task. */
export function taskToken(executionArn: string, task: Pick<Task, 'id' | 'nonce'>): string {
  const text = `${task.id}|${task.nonce}|${executionArn}`;
  return btoa(ascii.test(text) ? text : String.fromCharCode(...new TextEncoder().encode(text)));
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
    const bytes = atob(token);
    return ascii.test(bytes)
      ? bytes
      : new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
  } catch {
    return '';
  }
}
