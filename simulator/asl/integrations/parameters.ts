import { StatesError } from '../errors.ts';
import { type Json, type JsonObject, isJsonObject } from '../json.ts';

/** The parameters of a service call as an object; the service takes no other. */
export function parametersOf(value: Json): JsonObject {
  if (isJsonObject(value)) return value;
  throw badParameters(
    `The Parameters '${JSON.stringify(value)}' could not be used to start the Task: they must be an object`,
  );
}

/** A required string parameter. */
export function requiredText(parameters: JsonObject, name: string): string {
  const value = parameters[name];
  if (typeof value === 'string') return value;
  throw badParameters(
    value === undefined
      ? `The parameters '${JSON.stringify(parameters)}' could not be used to start the Task: [The field "${name}" is required but was missing]`
      : `The parameters '${JSON.stringify(parameters)}' could not be used to start the Task: [The value for the field "${name}" must be a STRING]`,
  );
}

/** Refuses parameters that the integration does not pass on, by name. */
export function onlyKnown(parameters: JsonObject, known: readonly string[]): void {
  const unknown = Object.keys(parameters).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw badParameters(
    `The parameters '${JSON.stringify(parameters)}' could not be used to start the Task: [The field "${unknown}" is not supported by Step Functions]`,
  );
}

function badParameters(cause: string): StatesError {
  return new StatesError('States.Runtime', cause, { kind: 'terminal' });
}
