import { expect, test } from 'vitest';
import type { TargetModel } from '../../../local/assembly/model.ts';
import { targetInput } from '../../../local/events/target-input.ts';

const event = {
  id: '1',
  time: '2026-03-02T09:00:00Z',
  detail: { name: 'Ana "A" Ruiz', count: 2, tags: ['x'] },
};
const rule = { name: 'some-rule', arn: 'arn:rule' };
const target: TargetModel = {
  id: 't',
  arn: 'arn:target',
  roleArn: undefined,
  input: undefined,
  inputPath: undefined,
  transformer: undefined,
  failureArn: undefined,
  maximumRetries: 0,
};
const read = (changes: Partial<TargetModel>): unknown =>
  JSON.parse(targetInput({ ...target, ...changes }, event, rule));
const transform = (template: string): Partial<TargetModel> => ({
  transformer: {
    paths: { name: '$.detail.name', count: '$.detail.count', tag: '$.detail.tags[0]', gone: '$.detail.no' },
    template,
  },
});

test.each<[string, Partial<TargetModel>, unknown]>([
  ['the event', {}, event],
  ['a constant', { input: '{"a":1}' }, { a: 1 }],
  ['a part', { inputPath: '$.detail.count' }, 2],
  [
    'values as JSON',
    transform('{"who": <name>, "n": <count>, "tag": <tag>}'),
    { who: 'Ana "A" Ruiz', n: 2, tag: 'x' },
  ],
  ['values inside text', transform('{"said": "<count> for <name>!"}'), { said: '2 for Ana "A" Ruiz!' }],
  ['null for what is not there', transform('{"gone": <gone>}'), { gone: null }],
  [
    'the rule and the whole event',
    transform('{"rule": "<aws.events.rule-name>", "event": <aws.events.event>}'),
    { rule: 'some-rule', event },
  ],
])('a target is given %s', (_name, changes, expected) => {
  expect(read(changes)).toEqual(expected);
});

test('a template that makes no JSON is an error', () => {
  expect(() => read(transform('{<name>'))).toThrow(SyntaxError);
});
