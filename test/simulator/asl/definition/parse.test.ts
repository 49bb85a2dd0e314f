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
  const inner = (assign: object) => ({
    StartAt: 'I',
    States: { I: { Type: 'Pass', Assign: assign, End: true } },
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
        around({ Type: 'Parallel', Branches: [inner({ own: 1 }), inner({ [name]: '{% 1 %}' })] }),
      ).toEqual(refused(name, '/States/P/Branches[1]'));
    expect(around({ Type: 'Map', ItemProcessor: inner({ late: 2 }) })).toEqual(
      refused('late', '/States/P/ItemProcessor'),
    );
  });

  test('may have the name of one beside it', () => {
    expect(around({ Type: 'Parallel', Branches: [inner({ own: 1 }), inner({ own: 2 })] })).toEqual([]);
  });
});
