import type { FailState } from '../definition/types.ts';
import { StatesError } from '../errors.ts';
import type { Thread } from '../execution.ts';
import type { Scope } from '../expression.ts';
import type { Run } from '../run.ts';
import { type Template, evaluate, wrongType } from '../template.ts';

/** Fail: always throws, with the error and cause it names. */
export async function failState(run: Run, thread: Thread, state: FailState): Promise<never> {
  const scope = run.scope(thread);
  const error = await text(state.error, 'Error', scope);
  const cause = await text(state.cause, 'Cause', scope);
  throw new StatesError(error, cause);
}

async function text(
  template: Template | undefined,
  field: string,
  scope: Scope,
): Promise<string | undefined> {
  if (!template) return undefined;
  const value = await evaluate(template, scope);
  if (typeof value === 'string') return value;
  throw wrongType(template, field, 'string', value);
}
