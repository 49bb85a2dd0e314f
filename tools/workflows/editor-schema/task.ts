import type { LintContext } from '../../../simulator/lint/context.ts';
import { type JsonSchema, closed, expression, orExpression, text, when } from './parts.ts';
import { functionNames, stepArguments } from './steps.ts';

const INVOKE = ['arn:aws:states:::lambda:invoke', 'arn:aws:states:::lambda:invoke.waitForTaskToken'];
const START = 'arn:aws:states:::states:startExecution.sync:2';
const PUBLISH = 'arn:aws:states:::events:putEvents';

/** What a Task can call. */
export const resource: JsonSchema = {
  enum: [...INVOKE, START, PUBLISH],
  description:
    'A step; a step whose answer is waited for; a machine whose end is waited for; an event for the operators',
};

/** The Arguments of a Task, by its Resource. */
export function taskArguments(context: LintContext): JsonSchema[] {
  return [
    called(INVOKE, {
      ...closed({ FunctionName: functionNames(context), Payload: { type: 'object' } }, [
        'FunctionName',
        'Payload',
      ]),
      allOf: stepArguments(context),
    }),
    called(
      [START],
      closed(
        {
          StateMachineArn: { enum: placeholders(context, 'machine'), description: 'The machine to run' },
          Name: { ...expression, description: 'Unique within the journey and the same on every try' },
          Input: {
            type: 'object',
            description: 'Ids, kinds and instants only',
            additionalProperties: orExpression({ type: 'string' }),
          },
        },
        ['StateMachineArn', 'Name', 'Input'],
      ),
    ),
    called(
      [PUBLISH],
      closed(
        {
          Entries: {
            type: 'array',
            minItems: 1,
            items: closed(
              {
                EventBusName: { enum: placeholders(context, 'bus') },
                Source: text('Who says it'),
                DetailType: text('What happened'),
                Detail: { type: 'object', description: 'Ids, kinds and instants only' },
              },
              ['EventBusName', 'Source', 'DetailType', 'Detail'],
            ),
          },
        },
        ['Entries'],
      ),
    ),
  ];
}

function placeholders({ supplies }: LintContext, kind: 'machine' | 'bus'): string[] {
  return [...supplies].filter(([, one]) => one.kind === kind).map(([name]) => `\${${name}}`);
}

function called(resources: readonly string[], then: JsonSchema): JsonSchema {
  return when(
    { properties: { Resource: { enum: [...resources] } }, required: ['Resource'] },
    { properties: { Arguments: then }, required: ['Arguments'] },
  );
}
