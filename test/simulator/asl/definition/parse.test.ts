import { describe, expect, test } from 'vitest';

import { checkDefinition, parseDefinition } from '../../../../simulator/asl/definition/parse.ts';

function findings(definition: object): string[] {
  const { diagnostics } = checkDefinition(JSON.stringify({ QueryLanguage: 'JSONata', ...definition }));
  return diagnostics.map(({ code, message, location }) => `${code}: ${message} at ${location ?? 'null'}`);
}

function ofState(state: object): string[] {
  return findings({ StartAt: 'S', States: { S: state } });
}

test('a definition in order has no findings', () => {
  expect(ofState({ Type: 'Pass', End: true })).toEqual([]);
});

test('JSONPath is refused with the state and what to write', () => {
  expect(
    findings({ QueryLanguage: undefined, StartAt: 'S', States: { S: { Type: 'Pass', End: true } } }),
  ).toEqual([
    `SCHEMA_VALIDATION_FAILED: State 'S' is in JSONPath, which is not supported here. Write "QueryLanguage": "JSONata" at the top of the definition and expressions in {% … %} at /States/S`,
  ]);
  expect(ofState({ Type: 'Pass', QueryLanguage: 'JSONPath', End: true })).toEqual([
    "SCHEMA_VALIDATION_FAILED: 'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine at /States/S",
  ]);
});

test('JSONata in each state is enough', () => {
  const states = { S: { Type: 'Pass', QueryLanguage: 'JSONata', End: true } };
  expect(findings({ QueryLanguage: undefined, StartAt: 'S', States: states })).toEqual([]);
});

test.each([
  ['InputPath', '$.a', '$states.input'],
  ['ResultPath', '$.a', '$merge'],
  ['Parameters', {}, 'Arguments'],
  ['Result', {}, 'use Output'],
])('the path field %s is refused and its successor named', (field, value, instead) => {
  const [finding] = ofState({ Type: 'Pass', [field]: value, End: true });
  expect(finding).toContain(
    `field '${field}' is only supported for the 'JSONPath' QueryLanguage. In state 'S'`,
  );
  expect(finding).toContain(instead);
});

test('Catch and Choice rules of the path language are refused', () => {
  const task = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true };
  expect(
    ofState({ ...task, Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.e', Next: 'S' }] })[0],
  ).toContain("field 'ResultPath'");
  const rule = { Variable: '$.a', NumericEquals: 1, Next: 'S' };
  expect(ofState({ Type: 'Choice', Choices: [rule], Default: 'S' })[0]).toContain("field 'Variable'");
});

test.each([
  ['arn:aws:states:::dynamodb:query', 'not recognized'],
  ['arn:aws:states:::sns:publish', 'from a Lambda function'],
  ['arn:aws:states:::aws-sdk:s3:getObject', 'from a Lambda function'],
  ['arn:aws:states:eu-central-1:123456789012:activity:a', 'from a Lambda function'],
  ['nonsense', 'not recognized'],
])('the resource %s is refused', (resource, words) => {
  expect(ofState({ Type: 'Task', Resource: resource, End: true })[0]).toContain(words);
});

test('distributed Maps are refused by mode and by their fields', () => {
  const processor = {
    StartAt: 'I',
    States: { I: { Type: 'Pass', End: true } },
    ProcessorConfig: { Mode: 'DISTRIBUTED' },
  };
  const said = ofState({ Type: 'Map', ItemProcessor: processor, ItemReader: {}, End: true }).join('\n');
  expect(said).toContain("Mode 'DISTRIBUTED' of state 'S' is not supported by this engine: use INLINE");
  expect(said).toContain("Field 'ItemReader' of state 'S' is not supported by this engine");
});

test('missing and unknown fields are named', () => {
  expect(findings({})).toEqual([
    'SCHEMA_VALIDATION_FAILED: These fields are required: [StartAt, States] at /',
  ]);
  expect(ofState({ Type: 'Wait', Seconds: 1, TimeoutSeconds: 3, End: true })).toEqual([
    "SCHEMA_VALIDATION_FAILED: Field 'TimeoutSeconds' is not supported at /States/S",
  ]);
  expect(ofState({ Type: 'Pause', End: true })[0]).toContain('/States/S/Type');
});

test('the graph: missing targets, unreachable states, no end', () => {
  const pass = (next: string): object => ({ Type: 'Pass', Next: next });
  expect(findings({ StartAt: 'A', States: { A: pass('C'), B: { Type: 'Pass', End: true } } })).toEqual([
    "MISSING_TRANSITION_TARGET: Missing 'Next' target: C at /States/A/Next",
    'MISSING_TRANSITION_TARGET: State "B" is not reachable. at /States/B',
  ]);
  expect(findings({ StartAt: 'A', States: { A: pass('B'), B: pass('A') } })).toEqual([
    'MISSING_END_STATE: Workflow has no terminal state at null',
  ]);
  const round = { StartAt: 'A', States: { A: pass('B'), B: pass('A') } };
  expect(ofState({ Type: 'Map', ItemProcessor: round, End: true })).toEqual([]);
  expect(ofState({ Type: 'Parallel', Branches: [round], End: true })).toEqual([]);
});

test('no two states of a machine have the same name, however deep they are', () => {
  const block = (name: string) => ({ StartAt: name, States: { [name]: { Type: 'Pass', End: true } } });
  expect(ofState({ Type: 'Parallel', Branches: [block('A'), block('A'), block('S')], End: true })).toEqual([
    'DUPLICATE_STATE_NAME: Duplicate State name: A at /States/S/Branches[1]/States/A',
    'DUPLICATE_STATE_NAME: Duplicate State name: S at /States/S/Branches[2]/States/S',
  ]);
});

test('a name that stands twice in an object is refused: one of the two would be lost', () => {
  const text = '{"QueryLanguage":"JSONata","StartAt":"A",\n"StartAt":"B","States":{}}';
  expect(checkDefinition(text).diagnostics).toMatchObject([
    {
      code: 'INVALID_JSON_DESCRIPTION',
      message: expect.stringContaining("Duplicate field 'StartAt'"),
      location: expect.stringContaining('line: 2, column: 10'),
    },
  ]);
});

const branch = { StartAt: 'B', States: { B: { Type: 'Pass', End: true } } };

test.each<[object, string]>([
  [{ Type: 'Parallel', Branches: [], End: true }, 'Minimum number of items is 1 at /States/S/Branches'],
  [{ Type: 'Fail', Error: 5 }, 'Expected value of type [STRING] at /States/S/Error'],
  [{ Type: 'Fail', Cause: null }, 'Expected value of type [STRING] at /States/S/Cause'],
  [{ Type: 'Pass', Comment: 5, End: true }, 'Expected value of type [STRING] at /States/S/Comment'],
  [{ Type: 'Pass', End: 'yes' }, 'Expected value of type [BOOLEAN] at /States/S/End'],
  [
    { Type: 'Parallel', Branches: [branch], Retry: [{ ErrorEquals: ['a', 5] }], End: true },
    'Expected value of type [STRING] at /States/S/Retry[0]/ErrorEquals[1]',
  ],
  [
    { Type: 'Parallel', Branches: [branch], Retry: [{ ErrorEquals: [] }], End: true },
    'Minimum number of items is 1 at /States/S/Retry[0]/ErrorEquals',
  ],
  [
    { Type: 'Map', ItemProcessor: branch, Iterator: branch, End: true },
    "The fields 'ItemProcessor' and 'Iterator' exclude each other at /States/S",
  ],
  [
    { Type: 'Map', ItemProcessor: branch, ToleratedFailurePercentage: -1, End: true },
    'Minimum value is 0.0 at /States/S/ToleratedFailurePercentage',
  ],
  [
    { Type: 'Map', ItemProcessor: branch, ToleratedFailurePercentage: 101, End: true },
    'Maximum value is 100.0 at /States/S/ToleratedFailurePercentage',
  ],
])('%j is refused', (state, said) => {
  expect(ofState(state)[0]).toBe(`SCHEMA_VALIDATION_FAILED: ${said}`);
});

test.each([
  ['QueryLanguage', 'X', 'Value should be one of the following: [JSONPath, JSONata]'],
  ['Version', '2.0', 'Value should be one of the following: [1.0]'],
  ['Version', 1, 'Expected value of type [STRING]'],
  ['Comment', 5, 'Expected value of type [STRING]'],
  ['TimeoutSeconds', 'x', 'Expected value of type [INTEGER]'],
  ['States', [], 'Expected value of type [OBJECT]'],
])('%s: %j is refused at the top', (field, value, said) => {
  expect(findings({ ...branch, [field]: value })).toContain(`SCHEMA_VALIDATION_FAILED: ${said} at /${field}`);
});

test('expressions are parsed, and may not read a context item', () => {
  expect(ofState({ Type: 'Pass', Output: { v: '{% phone %}' }, End: true })).toEqual([
    "UNSUPPORTED_JSONATA_EXPRESSION: Reference to 'phone' at the top level is not supported. at /States/S/Output/v",
  ]);
  expect(ofState({ Type: 'Pass', Output: '{% 1 + %}', End: true })).toEqual([
    'INVALID_JSONATA_EXPRESSION: Unexpected end of expression at /States/S/Output',
  ]);
  expect(ofState({ Type: 'Pass', Output: '{% $states.input.list[price > 3].name %}', End: true })).toEqual(
    [],
  );
  expect(
    ofState({ Type: 'Pass', Output: '{% $map($states.input, function($v) { $v.a }) %}', End: true }),
  ).toEqual([]);
});

const TASK = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true };
const none = (name: string, at: string) => [
  `UNSUPPORTED_JSONATA_EXPRESSION: Field '$states.${name}' does not exist. at /States/S/${at}`,
];

test('$states has the result after a task, the error in a Catch, and nothing else anywhere', () => {
  const here = "{% $states.input.list[$states.context.State.Name = 'x'] %}";
  expect(ofState({ ...TASK, Arguments: here, Assign: { a: '{% $states.result %}' } })).toEqual([]);
  const caught = { ErrorEquals: ['States.ALL'], Next: 'S' };
  expect(ofState({ ...TASK, Catch: [{ ...caught, Output: '{% $states.errorOutput.Error %}' }] })).toEqual([]);
  expect(ofState({ ...TASK, Catch: [{ ...caught, Output: ['{% $states.result %}'] }] })).toEqual(
    none('result', 'Catch[0]/Output[0]'),
  );
  expect(ofState({ ...TASK, Output: '{% $states.errorOutput %}' })).toEqual(none('errorOutput', 'Output'));
  expect(ofState({ ...TASK, Arguments: '{% [1, $states.result.a] %}' })).toEqual(none('result', 'Arguments'));
  expect(
    ofState({ Type: 'Pass', Output: '{% $map([1], function($x) { $states.foo }) %}', End: true }),
  ).toEqual(none('foo', 'Output'));
  expect(ofState({ Type: 'Pass', Output: '{% ($states := {"a": 1}; $states.a) %}', End: true })).toEqual([]);
});

test('$$ is not there, however deep', () => {
  for (const source of ['$$', '$$.a', '$states.input.list[a = $$.b]'])
    expect(ofState({ Type: 'Pass', Output: `{% ${source} %}`, End: true })).toEqual([
      "UNSUPPORTED_JSONATA_EXPRESSION: Reference to '$$' is not supported. at /States/S/Output",
    ]);
});

test('States.ALL stands alone and last', () => {
  const task = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true };
  expect(ofState({ ...task, Retry: [{ ErrorEquals: ['States.ALL', 'A'] }] })).toHaveLength(1);
  expect(ofState({ ...task, Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['A'] }] })).toHaveLength(
    1,
  );
});

test('a literal instant must be one', () => {
  expect(ofState({ Type: 'Wait', Timestamp: '2026-13-01T00:00:00Z', End: true })[0]).toContain(
    '/States/S/Timestamp',
  );
});

test('parseDefinition throws all findings at once', () => {
  expect(() => parseDefinition('{"QueryLanguage":"JSONata","StartAt":"A","States":{}}')).toThrow(
    "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: Minimum number of properties is 1 at /States'",
  );
  expect(() => parseDefinition('[]')).toThrow('Definition must be a valid JSON object');
  expect(() => parseDefinition('not a definition')).toThrow(
    "INVALID_JSON_DESCRIPTION: Unrecognized token 'not'",
  );
});

describe('a variable of a branch or an iteration', () => {
  const inner = (assign: object, name = 'I') => ({
    StartAt: name,
    States: { [name]: { Type: 'Pass', Assign: assign, End: true } },
  });
  const around = (state: object) =>
    findings({
      StartAt: 'A',
      States: {
        A: {
          Type: 'Choice',
          Choices: [{ Condition: '{% true %}', Assign: { seen: 1 }, Next: 'P' }],
          Default: 'P',
        },
        P: {
          ...state,
          Catch: [{ ErrorEquals: ['States.ALL'], Assign: { failure: 'e' }, Next: 'Z' }],
          Next: 'Z',
        },
        Z: { Type: 'Pass', Assign: { late: 1 }, End: true },
      },
    });

  test('has another name than those around it, wherever they are assigned', () => {
    const refused = (name: string, at: string) => [
      `SCHEMA_VALIDATION_FAILED: The variable '${name}' is assigned in an outer scope, too: give it another name at ${at}/States/I/Assign/${name}`,
    ];
    for (const name of ['seen', 'failure', 'late'])
      expect(
        around({ Type: 'Parallel', Branches: [inner({ own: 1 }, 'H'), inner({ [name]: '{% 1 %}' })] }),
      ).toEqual(refused(name, '/States/P/Branches[1]'));
    expect(around({ Type: 'Map', ItemProcessor: inner({ late: 2 }) })).toEqual(
      refused('late', '/States/P/ItemProcessor'),
    );
  });

  test('may have the name of one beside it', () => {
    expect(around({ Type: 'Parallel', Branches: [inner({ own: 1 }, 'H'), inner({ own: 2 })] })).toEqual([]);
  });
});
