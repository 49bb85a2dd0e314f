import { isJsonObject } from '../../asl/json.ts';
import type { Json } from '../../asl/json.ts';
import { edgesOf } from '../definition/edges.ts';
import type { Problem } from '../finding.ts';
import type { Rule } from '../subject.ts';
import { expressionsOf, syntaxOf } from '../values/expressions.ts';
import { literalOf, referencesIn } from '../values/syntax.ts';

/** A year: after it the service ends an execution. */
const YEAR = 31_536_000;

/** The longest a Lambda function runs, in seconds. */
const FUNCTION_LIMIT = 900;

/** A Task that waits for an answer and can never get one, or waits for ever. */
export const taskTokens: Rule = ({ calls }) =>
  [...calls].flatMap(([state, { waitsForToken }]): Problem[] => {
    if (!waitsForToken) return [];
    const passed = expressionsOf(state).some(
      ({ within, syntax }) =>
        within[0] === 'Arguments' &&
        referencesIn(syntax).some(({ steps }) => steps.join('.') === 'context.Task.Token'),
    );
    return passed
      ? []
      : [
          {
            rule: 'task-token',
            path: [...state.path, 'Arguments'],
            message: `'${state.name}' waits for an answer to its token and gives the token to nobody.`,
            mend: 'Add "taskToken": "{% $states.context.Task.Token %}" to the Payload.',
          },
        ];
  });

/** Every Task ends in time; one that starts a machine ends with that machine. */
export const timeouts: Rule = ({ calls }) =>
  [...calls].flatMap(([{ name, path, fields }, { waitsForToken, waitsForEnd }]): Problem[] => {
    const given = fields['TimeoutSeconds'];
    if (given === undefined)
      return waitsForEnd
        ? []
        : [
            {
              rule: waitsForToken ? 'token-timeout' : 'task-timeout',
              path,
              message: `'${name}' has no TimeoutSeconds: without an answer it waits for years.`,
              mend: waitsForToken
                ? 'Compute it from the instant it waits for: {% $max([1, $ceil(($toMillis($until) - $toMillis($states.context.State.EnteredTime)) / 1000)]) %}'
                : 'Add "TimeoutSeconds": 60.',
            },
          ];
    const seconds = numberIn(given);
    const most = waitsForToken || waitsForEnd ? YEAR : FUNCTION_LIMIT;
    if (seconds === undefined || seconds <= most) return [];
    return [
      {
        rule: waitsForToken ? 'token-timeout' : 'task-timeout',
        path: [...path, 'TimeoutSeconds'],
        message: `'${name}' may take ${seconds} s, more than ${most} s.`,
        mend: `Make it at most ${most}.`,
      },
    ];
  });

/** Heartbeats that come too late to be noticed; numbers the engine compares itself. */
export const heartbeats: Rule = ({ machine }) =>
  machine.states.flatMap(({ name, path, fields }): Problem[] => {
    const { HeartbeatSeconds: given, TimeoutSeconds: limit } = fields;
    const heartbeat = numberIn(given);
    const timeout = numberIn(limit);
    if (typeof given === 'number' && typeof limit === 'number') return [];
    if (heartbeat === undefined || timeout === undefined || heartbeat < timeout) return [];
    return [
      {
        rule: 'heartbeat',
        path: [...path, 'HeartbeatSeconds'],
        message: `The heartbeat of '${name}', ${heartbeat} s, is not shorter than its time-out, ${timeout} s.`,
        mend: 'Make HeartbeatSeconds smaller than TimeoutSeconds.',
      },
    ];
  });

/** A machine that nothing ends. */
export const machineTimeout: Rule = ({ machine: { fields } }) => {
  const given = fields['TimeoutSeconds'];
  if (typeof given === 'number' && given <= YEAR) return [];
  return [
    {
      rule: 'machine-timeout',
      path: given === undefined ? [] : ['TimeoutSeconds'],
      message:
        'The machine has no TimeoutSeconds of at most a year, the last resort against waiting for ever.',
      mend: `Add "TimeoutSeconds": ${YEAR} beside "StartAt".`,
    },
  ];
};

/** A pause longer than this would keep a withdrawal waiting. */
const DEAF = 3600;

/** Long waits that nothing can end: a withdrawal or a new date would not be noticed. */
export const deafWaits: Rule = ({ machine }) =>
  machine.states
    .filter(({ type, fields }) => {
      const seconds = numberIn(fields['Seconds']);
      return type === 'Wait' && (seconds === undefined || seconds > DEAF);
    })
    .map(({ name, path }) => ({
      rule: 'deaf-wait',
      path,
      message: `Nothing can end the wait of '${name}': a candidate who withdraws would not be heard.`,
      mend: 'Wait with open-gate and .waitForTaskToken, as the other waits do; a Wait state may last an hour.',
    }));

/** A number, also one written as an expression. */
function numberIn(value: Json | undefined): number | undefined {
  const literal = typeof value === 'number' ? value : literalOf(syntaxOf(value));
  return typeof literal === 'number' ? literal : undefined;
}

/** Map and Parallel states, by whether they have anything that can fail. */
const GUARDED = new Set(['Task', 'Map', 'Parallel']);

/** What fails without a Catch ends the execution, and the candidate hears nothing. */
export const catchAll: Rule = ({ machine }) =>
  machine.states.flatMap(({ name, type, path, fields, block }): Problem[] => {
    if (!GUARDED.has(type) || block.within !== undefined) return [];
    const catches = Array.isArray(fields['Catch']) ? fields['Catch'] : [];
    const all = catches.some((entry: Json) => {
      const errors = isJsonObject(entry) ? entry['ErrorEquals'] : undefined;
      return Array.isArray(errors) && errors.includes('States.ALL');
    });
    return all
      ? []
      : [
          {
            rule: 'catch-all',
            path,
            message: `An error of '${name}' that it does not name ends the journey, and nobody is told.`,
            mend: 'Add a last entry to Catch: { "ErrorEquals": ["States.ALL"], "Assign": { "failure": "{% $states.errorOutput.Error %}", "failedIn": "{% $states.context.State.Name %}" }, "Next": "Raise a task for a person" }',
          },
        ];
  });

/** A Map that goes on over items that failed: nobody is told of those. */
export const toleratedFailures: Rule = ({ machine }) =>
  machine.states.flatMap(({ name, path, fields }) =>
    ['ToleratedFailurePercentage', 'ToleratedFailureCount']
      .filter((field) => fields[field] !== undefined && fields[field] !== 0)
      .map((field) => ({
        rule: 'catch-all',
        path: [...path, field],
        message: `'${name}' goes on when some of its items fail, and nobody is told of those.`,
        mend: `Remove ${field}; what may fail is caught inside of the Map, with a task for a person.`,
      })),
  );

/** The end of a wait is no failure: it has an entry of its own, which says what follows. */
export const tokenTimeouts: Rule = ({ calls }) =>
  [...calls].flatMap(([state, { waitsForToken }]): Problem[] => {
    const caught = edgesOf(state).some(({ errors }) => errors.includes('States.Timeout'));
    if (!waitsForToken || caught) return [];
    return [
      {
        rule: 'token-timeout',
        path: [...state.path, 'Catch'],
        message: `When the wait of '${state.name}' is over, that counts as a failure.`,
        mend: 'Add a first entry to Catch: { "ErrorEquals": ["States.Timeout"], "Next": … } with the state that follows the deadline.',
      },
    ];
  });

/** A Map that does not say what it goes through takes all of its input. */
export const mapItems: Rule = ({ machine }) =>
  machine.states
    .filter(({ type, fields }) => type === 'Map' && fields['Items'] === undefined)
    .map(({ name, path }) => ({
      rule: 'map-items',
      path,
      message: `'${name}' does not say what list it goes through.`,
      mend: 'Add "Items": "{% $list %}".',
    }));
