import { withDefined } from '../defined.ts';
import type { Template } from '../template.ts';
import type { Reader } from './reader.ts';

/** Fields that many states share. */

/** Notes the fields that are missing, in one finding as the service does. */
export function required(reader: Reader, fields: readonly string[]): void {
  const missing = fields.filter((field) => reader.fields[field] === undefined);
  if (missing.length > 0) reader.fail(`These fields are required: [${missing.join(', ')}]`);
}

/** Notes fields that are none of the known ones. */
export function onlyFields(reader: Reader, known: readonly string[]): void {
  for (const field of Object.keys(reader.fields)) {
    if (!known.includes(field)) reader.fail(`Field '${field}' is not supported`);
  }
}

/** `Next` or `End`: exactly one of them. */
export function onward(reader: Reader): { next?: string } {
  const next = reader.text('Next');
  const end = reader.fields['End'];
  if (end !== undefined && typeof end !== 'boolean') reader.fail('Expected value of type [BOOLEAN]', 'End');
  if (next === undefined && end !== true) reader.fail('These fields are required: [Next] or [End: true]');
  if (next !== undefined && end === true) reader.fail("The fields 'Next' and 'End' exclude each other");
  return withDefined('next', next);
}

/**
 * `Assign` and `Output`; `more` is what `$states` has there besides the input and the context, `at` the path the
 * service names in causes.
 */
export function shaped(
  reader: Reader,
  more: readonly string[] = [],
  at?: string,
): { assign?: Template; output?: Template } {
  checkAssign(reader);
  const path = (field: string): string => (at === undefined ? field : `${at}/${field}`);
  return {
    ...withDefined('assign', reader.template('Assign', path('Assign'), more)),
    ...withDefined('output', reader.template('Output', path('Output'), more)),
  };
}

const VARIABLE = /^[\p{L}_][\p{L}\p{N}_]{0,79}$/u;

function checkAssign(reader: Reader): void {
  const assign = reader.object('Assign');
  for (const name of Object.keys(assign?.fields ?? {})) {
    if (name === 'states' || !VARIABLE.test(name))
      assign?.fail(`'${name}' is not a valid variable name`, name);
  }
}
