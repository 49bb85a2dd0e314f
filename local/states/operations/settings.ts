import { type JsonObject, isJsonObject, parseJson } from '../../../simulator/asl/json.ts';
import { defined } from '../description.ts';
import { ServiceError } from '../errors.ts';
import type { Fields } from '../fields.ts';

/** Logging, tracing and encryption settings: kept and shown, without effect here. */
const SETTINGS = ['loggingConfiguration', 'tracingConfiguration', 'encryptionConfiguration'] as const;
const DEFAULT_SETTINGS = {
  loggingConfiguration: { level: 'OFF', includeExecutionData: false },
  tracingConfiguration: { enabled: false },
};

const LEVELS = ['ALL', 'ERROR', 'FATAL', 'OFF'];

/** The settings in a request: those given, once `done` finds nothing wrong with the request. */
export function readSettings(fields: Fields): JsonObject {
  const { loggingConfiguration: logging } = fields.values;
  const level = isJsonObject(logging) ? logging['level'] : undefined;
  if (typeof level === 'string' && !LEVELS.includes(level)) {
    const constraint = `Member must satisfy enum value set: [${LEVELS.join(', ')}]`;
    fields.violate(`'${level}'`, 'loggingConfiguration.level', constraint);
  }
  return defined(Object.fromEntries(SETTINGS.map((name) => [name, fields.values[name]])));
}

/** Throws for logging that has nowhere to go. */
export function checkLogging({ loggingConfiguration: logging }: JsonObject): void {
  if (!isJsonObject(logging) || (logging['level'] ?? 'OFF') === 'OFF') return;
  const { destinations } = logging;
  if (Array.isArray(destinations) && destinations.length === 1) return;
  throw new ServiceError(
    'InvalidLoggingConfiguration',
    'Invalid Logging Configuration: Must specify exactly one Log Destination.',
  );
}

/**
 * The settings of a new machine as they are stored. How it was published is part of what makes a repeated request the
 * same one: https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html
 */
export function firstSettings(given: JsonObject, publish: boolean, description: string | undefined): string {
  const created = publish ? { created: defined({ versionDescription: description }) } : {};
  return JSON.stringify({ ...DEFAULT_SETTINGS, ...given, ...created });
}

/** Stored settings with changes made to them. */
export function changedSettings(stored: string, changes: JsonObject): string {
  return JSON.stringify({ ...objectOf(stored), ...changes });
}

/** Stored settings as they are shown. */
export function settingsOf(stored: string): JsonObject {
  const all = objectOf(stored);
  return defined(Object.fromEntries(SETTINGS.map((name) => [name, all[name]])));
}

function objectOf(text: string): JsonObject {
  const value = parseJson(text);
  return isJsonObject(value) ? value : {};
}
