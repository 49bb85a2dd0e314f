import type { StateType } from './types.ts';

/** Fields of each state type in JSONata: https://states-language.net/spec.html#state-type-table */
export const STATE_FIELDS: Readonly<Record<StateType, readonly string[]>> = {
  Pass: ['Next', 'End', 'Assign', 'Output'],
  Task: [
    'Next',
    'End',
    'Assign',
    'Output',
    'Resource',
    'Arguments',
    'TimeoutSeconds',
    'HeartbeatSeconds',
    'Retry',
    'Catch',
  ],
  Choice: ['Choices', 'Default', 'Assign', 'Output'],
  Wait: ['Next', 'End', 'Assign', 'Output', 'Seconds', 'Timestamp'],
  Parallel: ['Next', 'End', 'Assign', 'Output', 'Arguments', 'Branches', 'Retry', 'Catch'],
  Map: [
    'Next',
    'End',
    'Assign',
    'Output',
    'Items',
    'ItemSelector',
    'MaxConcurrency',
    'ToleratedFailurePercentage',
    'ToleratedFailureCount',
    'ItemProcessor',
    'Iterator',
    'Retry',
    'Catch',
  ],
  Succeed: ['Output'],
  Fail: ['Error', 'Cause'],
};

/** Fields of every state. */
export const COMMON_FIELDS = ['Type', 'Comment', 'QueryLanguage'];

/** Fields of the path language, and what to write in their place. */
export const PATH_FIELDS: Readonly<Record<string, string>> = {
  InputPath: 'use an expression on $states.input where the value is needed',
  OutputPath: 'use Output',
  ResultPath: 'use Output or Assign, e.g. {% $merge([$states.input, {"key": $states.result}]) %}',
  ResultSelector: 'use Output or Assign with $states.result',
  Parameters: 'use Arguments, in a Pass state Output, in a Map state ItemSelector',
  Result: 'use Output',
  ItemsPath: 'use Items',
  SecondsPath: 'use Seconds with an expression',
  TimestampPath: 'use Timestamp with an expression',
  TimeoutSecondsPath: 'use TimeoutSeconds with an expression',
  HeartbeatSecondsPath: 'use HeartbeatSeconds with an expression',
  MaxConcurrencyPath: 'use MaxConcurrency with an expression',
  ToleratedFailurePercentagePath: 'use ToleratedFailurePercentage with an expression',
  ToleratedFailureCountPath: 'use ToleratedFailureCount with an expression',
  ErrorPath: 'use Error with an expression',
  CausePath: 'use Cause with an expression',
  Variable: 'use Condition with an expression',
};

/** Fields the service has and this engine does not run, and what to write in their place. */
export const UNSUPPORTED_FIELDS: Readonly<Record<string, string>> = {
  Credentials: 'every call is made under the role of the state machine',
  ItemReader: 'only inline Map states run here: read the items in a Task and give them to Items',
  ItemBatcher: 'only inline Map states run here: make batches with Items: {% $partition(…) %}',
  ResultWriter: 'only inline Map states run here: the results are the output of the state',
  Label: 'only inline Map states run here',
};

/** Why a field of the path language is refused, in the service's words, and what to write. */
export function pathField(field: string, state: string, instead: string): string {
  return `The QueryLanguage is set to 'JSONata', but field '${field}' is only supported for the 'JSONPath' QueryLanguage. In state '${state}' ${PATH_FIELDS[field] ?? instead}`;
}
