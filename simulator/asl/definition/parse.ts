import { type Json, isJsonObject, parseGiven } from '../json.ts';
import { type Diagnostic, InvalidDefinition } from './diagnostic.ts';
import { readBlock } from './block.ts';
import { describeJsonError, describeRepeatedName } from './json-error.ts';
import { Reader } from './reader.ts';
import { checkScopes } from './scopes.ts';
import type { Machine } from './types.ts';

const TOP_FIELDS = ['Comment', 'StartAt', 'States', 'Version', 'TimeoutSeconds', 'QueryLanguage'];

const LANGUAGES = ['JSONPath', 'JSONata'];

/** Longest time-out of a whole execution, in seconds. */
const MAX_TIMEOUT = 99_999_999;

/** Parses a definition; throws InvalidDefinition with everything that is wrong with it. */
export function parseDefinition(text: string): Machine {
  const { machine, diagnostics } = checkDefinition(text);
  if (machine === undefined) throw new InvalidDefinition(diagnostics);
  return machine;
}

/** Parses a definition and gives the machine, or what is wrong with it. */
export function checkDefinition(text: string): { machine?: Machine; diagnostics: readonly Diagnostic[] } {
  const findings: Diagnostic[] = [];
  const value = readJson(text, findings);
  if (value === undefined) return { diagnostics: findings };
  if (!isJsonObject(value)) {
    return {
      diagnostics: [
        {
          severity: 'ERROR',
          code: 'SCHEMA_VALIDATION_FAILED',
          message: 'Definition must be a valid JSON object',
        },
      ],
    };
  }
  const reader = new Reader(value, '/', findings);
  const machine = readMachine(reader);
  if (machine && findings.length === 0) findings.push(...checkScopes(machine));
  return machine && findings.length === 0 ? { machine, diagnostics: [] } : { diagnostics: findings };
}

function readJson(text: string, findings: Diagnostic[]): Json | undefined {
  if (text.trim() === '') return null;
  try {
    const value = parseGiven(text);
    const repeated = describeRepeatedName(text);
    if (repeated === undefined) return value;
    findings.push(repeated);
  } catch {
    findings.push(describeJsonError(text));
  }
  return undefined;
}

function readMachine(reader: Reader): Machine | undefined {
  for (const field of Object.keys(reader.fields)) {
    if (!TOP_FIELDS.includes(field)) reader.fail(`Field '${field}' is not supported`);
  }
  const language = reader.text('QueryLanguage') ?? 'JSONPath';
  if (language !== 'JSONata' && language !== 'JSONPath') reader.notOneOf('QueryLanguage', LANGUAGES);
  const version = reader.text('Version') ?? '1.0';
  if (version !== '1.0') reader.notOneOf('Version', ['1.0']);
  const timeoutSeconds = reader.number('TimeoutSeconds', 1, MAX_TIMEOUT);
  const comment = reader.text('Comment');
  const block = readBlock(reader, language, new Set());
  if (!block) return undefined;
  return {
    ...block,
    ...(comment === undefined ? {} : { comment }),
    ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
  };
}
