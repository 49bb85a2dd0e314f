import { withDefined } from '../defined.ts';
import type { Json } from '../json.ts';
import { onlyFields, required, shaped } from './parts.ts';
import type { Reader } from './reader.ts';
import type { Catcher, Retrier } from './types.ts';

const MAX_ATTEMPTS = 99_999_999;

/** `Retry`; defaults are the specification's: 1 s, 3 attempts, rate 2. */
export function readRetriers(reader: Reader): Retrier[] {
  const rules = reader.objects('Retry');
  checkOrder(reader, 'Retry', rules);
  return rules.map((rule) => {
    const maxDelaySeconds = rule.number('MaxDelaySeconds', 1, 31_622_400);
    const jitter = rule.text('JitterStrategy') ?? 'NONE';
    if (jitter !== 'NONE' && jitter !== 'FULL') rule.notOneOf('JitterStrategy', ['FULL', 'NONE']);
    ruleFields(rule, [
      'ErrorEquals',
      'IntervalSeconds',
      'MaxAttempts',
      'BackoffRate',
      'MaxDelaySeconds',
      'JitterStrategy',
      'Comment',
    ]);
    return {
      errorEquals: readErrors(rule),
      intervalSeconds: rule.number('IntervalSeconds', 1, MAX_ATTEMPTS) ?? 1,
      maxAttempts: rule.number('MaxAttempts', 0, MAX_ATTEMPTS) ?? 3,
      backoffRate: rule.number('BackoffRate', 1, Number.MAX_SAFE_INTEGER, false) ?? 2,
      jitter: jitter === 'FULL',
      ...withDefined('maxDelaySeconds', maxDelaySeconds),
    };
  });
}

export function readCatchers(reader: Reader): Catcher[] {
  const rules = reader.objects('Catch');
  checkOrder(reader, 'Catch', rules);
  return rules.flatMap((rule, index) => {
    required(rule, ['Next']);
    ruleFields(rule, ['ErrorEquals', 'Next', 'Assign', 'Output', 'Comment']);
    const errorEquals = readErrors(rule);
    const next = rule.text('Next');
    const shape = shaped(rule, ['errorOutput'], `Catch[${index}]`);
    return next === undefined ? [] : [{ errorEquals, next, ...shape }];
  });
}

function ruleFields(rule: Reader, known: readonly string[]): void {
  onlyFields(rule, [...known, 'ResultPath']);
  if (rule.fields['ResultPath'] !== undefined) {
    rule.fail(
      "The QueryLanguage is set to 'JSONata', but field 'ResultPath' is only supported for the 'JSONPath' QueryLanguage. Use Output or Assign with $states.errorOutput",
    );
  }
}

function readErrors(rule: Reader): string[] {
  required(rule, ['ErrorEquals']);
  const value = rule.fields['ErrorEquals'];
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    rule.fail('Expected value of type [ARRAY]', 'ErrorEquals');
    return [];
  }
  if (value.length === 0) rule.fail('Minimum number of items is 1', 'ErrorEquals');
  const names = value.filter((name: Json, index): name is string => {
    if (typeof name === 'string') return true;
    rule.fail('Expected value of type [STRING]', `ErrorEquals[${index}]`);
    return false;
  });
  if (names.includes('States.ALL') && names.length > 1) {
    rule.fail("'States.ALL' must appear alone in 'ErrorEquals'", 'ErrorEquals');
  }
  return names;
}

function checkOrder(reader: Reader, field: string, rules: readonly Reader[]): void {
  rules.forEach((rule, index) => {
    const errors = rule.fields['ErrorEquals'];
    if (Array.isArray(errors) && errors.includes('States.ALL') && index < rules.length - 1) {
      reader.fail("'States.ALL' must be in the last entry", `${field}[${index}]/ErrorEquals`);
    }
  });
}
