import { StatesError } from '../errors.ts';
import { type Json, type JsonObject, isJsonObject } from '../json.ts';

/** The parameters of a service call as an object; the service takes no other. */
export function parametersOf(value: Json): JsonObject {
  if (isJsonObject(value)) return value;
  throw badParameters(value, 'The value must be an OBJECT');
}

/** A required string parameter. */
export function requiredText(parameters: JsonObject, name: string): string {
  const value = parameters[name];
  if (typeof value === 'string') return value;
  throw badParameters(
    parameters,
    value === undefined
      ? `The field "${name}" is required but was missing`
      : `The value for the field "${name}" must be a STRING`,
  );
}

/** Refuses parameters that the integration does not pass on, by name. */
export function onlyKnown(parameters: JsonObject, known: readonly string[]): void {
  const unknown = Object.keys(parameters).find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw badParameters(parameters, `The field "${unknown}" is not supported by Step Functions`);
}

/** Refuses what the service would pass on and this engine cannot, by name. `allowed`: values without an effect. */
export function refuseUnsupported(
  parameters: JsonObject,
  name: string,
  allowed: readonly string[] = [],
): void {
  const value = parameters[name];
  if (value === undefined || (typeof value === 'string' && allowed.includes(value))) return;
  throw badParameters(
    parameters,
    `The field "${name}" with ${JSON.stringify(value)} is not supported by this engine`,
  );
}

function badParameters(parameters: Json, why: string): StatesError {
  const cause = `The Parameters '${JSON.stringify(parameters)}' could not be used to start the Task: [${why}]`;
  return new StatesError('States.Runtime', cause, { kind: 'terminal' });
}
