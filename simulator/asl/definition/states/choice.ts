import { pathField } from '../fields.ts';
import { withDefined } from '../../defined.ts';
import { required, shaped } from '../parts.ts';
import type { Reader } from '../reader.ts';
import type { ReadState } from '../reading.ts';
import type { Choice } from '../types.ts';

export const readChoice: ReadState = (reader, { name }) => {
  required(reader, ['Choices']);
  const rules = reader.objects('Choices');
  if (reader.fields['Choices'] !== undefined && rules.length === 0) {
    reader.fail('Minimum number of items is 1', 'Choices');
  }
  return {
    type: 'Choice',
    name,
    choices: rules.flatMap((rule, index) => readRule(rule, name, `Choices[${index}]`)),
    ...withDefined('default', reader.text('Default')),
    ...shaped(reader),
  };
};

const RULE_FIELDS = ['Condition', 'Next', 'Assign', 'Output', 'Comment'];

function readRule(rule: Reader, name: string, at: string): Choice[] {
  for (const field of Object.keys(rule.fields)) {
    if (!RULE_FIELDS.includes(field)) rule.fail(pathField(field, name, 'use Condition with an expression'));
  }
  required(rule, ['Condition', 'Next']);
  const conditionField = `${at}/Condition`;
  const condition = rule.template('Condition', conditionField);
  const next = rule.text('Next');
  if (condition === undefined || next === undefined) return [];
  if (condition.kind === 'literal' && typeof condition.value !== 'boolean') {
    rule.fail('Value is not a boolean or an expression in {% … %}', 'Condition');
  }
  return [{ condition, conditionField, next, ...shaped(rule, [], at) }];
}
